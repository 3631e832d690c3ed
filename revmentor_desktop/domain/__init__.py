"""What reverse mentoring is: values, states, rules, calculations. No SQL, no Qt, no PDF, no files."""
