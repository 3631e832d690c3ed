"""The page that says where the programme stands and what comes next."""
