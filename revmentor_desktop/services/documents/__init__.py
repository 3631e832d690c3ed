"""Paper for a programme: what stands on each pair's documents, and the files they are saved in."""
