"""Where the marks of a figure stand on its line: numbers for the templates."""
