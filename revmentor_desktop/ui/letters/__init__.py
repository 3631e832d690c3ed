"""The Letters page: whom to write to, the wording, drafts and pages, and the calendar of it all."""
