"""RevMentor Desktop: reverse mentoring programmes, run by one HR officer on an ordinary laptop."""
