"""Setting a programme up: the wizard, and the same questions later as settings."""
