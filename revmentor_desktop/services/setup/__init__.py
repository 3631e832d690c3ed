"""Setting a programme up: drafts, plans, their dates, and what changing one touches."""
