# SPDX-License-Identifier: EUPL-1.2
"""The board in Prefect: a card for every action, and what differs from the register."""
