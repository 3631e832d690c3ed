"""What the officer decides when setting a programme up, and the rules of planning."""
