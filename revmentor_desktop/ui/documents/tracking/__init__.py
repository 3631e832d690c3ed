"""Noting what became of papers: handed out, sent, signed, back."""
