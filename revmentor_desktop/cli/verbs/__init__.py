"""What the command line can do: a module for each verb, which `parser.VERBS` names."""
