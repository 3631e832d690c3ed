"""Starts RevMentor Desktop from a checkout: ``python main.py [ARGUMENTS]``."""

from __future__ import annotations

import sys

from revmentor_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
