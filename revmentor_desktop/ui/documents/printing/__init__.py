"""Printing and saving the papers of many pairs: what, for whom, how; and a look before it."""
