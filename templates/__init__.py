"""All Dutch text that officials read."""
