"""What reverse mentoring is: values, states, rules, calculations. No SQL, Qt, PDF or files."""
