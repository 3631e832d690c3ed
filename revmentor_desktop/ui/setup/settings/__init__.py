"""Programme settings: everything of setting up, to be changed later."""
