"""Where the officer words packs and sheets, and what is said of that wording before they leave."""
