"""The plan: every day worked out with its reason, and what it leaves each council."""
