"""What a grid of cells says about people: its header, its columns, its values, and each row."""
