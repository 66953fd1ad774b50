# SPDX-License-Identifier: EUPL-1.2
"""What the register knows of one procedure: its state, and the objects in it."""
