"""Paper: values in, PDF bytes out. Fonts, text setting, pages, each document that is printed."""
