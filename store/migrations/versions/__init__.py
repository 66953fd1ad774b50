# SPDX-License-Identifier: EUPL-1.2
"""One file per migration, oldest first."""
