"""What comes in and goes out: spreadsheets, survey exports, calendars, e-mail drafts."""
