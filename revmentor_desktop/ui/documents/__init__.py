"""The Documents page: each pair's papers, seen as they will be printed, saved and printed."""
