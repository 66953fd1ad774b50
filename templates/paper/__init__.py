"""Letters on paper: how the HTML of a letter becomes an accessible PDF, with its own fonts."""
