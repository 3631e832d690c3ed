"""The people in the data file and their parts in programmes."""
