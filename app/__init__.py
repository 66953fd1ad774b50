"""Command line, settings and start-up."""
