"""Earlier versions of a pair's agreement: looked at, printed and saved again."""
