"""One effect per file: letters, mail, calendars, the Prefect board."""
