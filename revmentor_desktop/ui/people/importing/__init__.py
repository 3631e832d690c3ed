"""The import wizard: file, headings, columns, values, and every row checked before it is done."""
