# SPDX-License-Identifier: EUPL-1.2
"""Units and proposals as TOML, one folder for each regional unit."""
