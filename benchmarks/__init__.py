"""How fast Gehoord is, beside something that does the same: `python -m benchmarks`."""
