# SPDX-License-Identifier: EUPL-1.2
"""What people read on the desk: one page for each party."""
