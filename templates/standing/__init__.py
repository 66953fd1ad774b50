"""The Stand van zaken of a dossier: one page that says what is late, whose, and what comes."""
