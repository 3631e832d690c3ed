"""The dialog in which the organisation is named."""
