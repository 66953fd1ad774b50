"""What the register knows of one procedure: its state, and the objects in it."""
