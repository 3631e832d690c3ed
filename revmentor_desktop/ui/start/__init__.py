"""What is seen before a data file is open: making one, unlocking one, what may be in the way."""
