"""“Suggest pairs”: what is asked for, and the plan before it is put into a draft."""
