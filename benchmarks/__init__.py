"""How fast the program is, beside what is possible: each figure with a floor of the same run.

A floor is the least that the same work could cost: a bare window, the bare reader and writer of
the same rows, a bare table. Figure and floor are taken in turn and repeated, and their medians
compared, so that a slow moment of the machine falls on both. Run it with ``dev.py bench``.
"""
