"""Letters of a programme: who gets which, what they say, and the files they are written in."""
