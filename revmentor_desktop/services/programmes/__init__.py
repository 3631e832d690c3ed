"""Programmes: starting, changing and removing them."""
