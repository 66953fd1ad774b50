"""What is due to leave: notices, reminders, and letters as they went."""
