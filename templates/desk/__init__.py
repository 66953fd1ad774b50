"""What people read on the desk: one page for each party."""
