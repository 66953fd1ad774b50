"""The desk: pages and calendars for people without an account. It reads, and changes nothing."""
