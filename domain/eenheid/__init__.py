"""The unit: its municipalities, its bodies, and when they meet."""
