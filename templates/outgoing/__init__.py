"""The messages of a dossier, each with its words: one file for each sort."""
