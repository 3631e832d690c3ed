"""Named drafts of a plan: made, copied, renamed, shown, removed."""
