# SPDX-License-Identifier: EUPL-1.2
"""The story on a card of the board, line by line."""
