"""The command line, the same services without a window: one module of `verbs` for each verb."""
