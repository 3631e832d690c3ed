"""What dev.py is made of: set-up, tests, checks and pictures, with the standard library alone."""
