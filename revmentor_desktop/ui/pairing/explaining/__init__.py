"""Why, why not, why left over, and who could be instead: the engine's answers in plain words."""
