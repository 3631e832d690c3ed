"""Suggesting pairs: how well two people fit, which must not meet, and the best plan of all."""
