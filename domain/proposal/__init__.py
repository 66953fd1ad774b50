"""The procesvoorstel: its steps, its parts, and how one is laid out backwards."""
