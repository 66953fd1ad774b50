"""The tables of what themes and drafts are made of."""
