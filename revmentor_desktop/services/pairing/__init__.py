"""Who is paired with whom, and who could be."""
