"""The ground the program stands on: paths, bundled resources, sentences, preferences, logs, clock."""
