"""Packs by e-mail: who gets what is checked, then drafts are made."""
