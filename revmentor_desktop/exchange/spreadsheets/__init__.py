"""Spreadsheets of any kind, read into a plain grid of cells; hostile and huge ones are refused."""
