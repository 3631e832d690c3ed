"""Numbered changes of the tables, each literal SQL that is never edited once released.

A new one is a module ``m0002_….py`` with a `STATEMENTS` tuple, named in `steps.py`.
"""
