"""The story on a card of the board, line by line."""
