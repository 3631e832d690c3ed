"""The dialogs in which a programme is started or changed, and the organisation named."""
