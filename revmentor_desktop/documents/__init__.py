"""Paper: values in, PDF bytes out. Fonts, text setting, pages, and each document that is printed."""
