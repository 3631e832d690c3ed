"""The printed papers of setting a programme up: a module for each, over blocks that they share."""
