"""The three lists of cards, what is dragged between them, and the card beside them."""
