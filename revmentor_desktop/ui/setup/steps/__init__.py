"""One page for each step of setting up; the wizard and the settings show the same."""
