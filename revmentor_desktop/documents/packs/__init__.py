"""What each of a pair gets on paper: briefing packs and the sheets that go with them."""
