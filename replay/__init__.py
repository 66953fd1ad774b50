"""The time machine: a procedure played again, day by day, on the production code path."""
