"""Reusable pieces that know nothing of mentoring; every text they show is plain text."""
