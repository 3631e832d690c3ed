"""Scans of signed agreements: attached, opened, removed."""
