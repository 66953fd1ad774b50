"""The board in Prefect: a card for every action, and what differs from the register."""
