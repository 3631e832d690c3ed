"""The pairing board: mentors, pairs and leaders as cards that are dragged, clicked or typed."""
