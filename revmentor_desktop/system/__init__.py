"""The ground the program stands on: paths, resources, sentences, preferences, logs, dates."""
