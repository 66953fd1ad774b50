# SPDX-License-Identifier: EUPL-1.2
"""How fast Gehoord is, beside something that does the same: `python -m benchmarks`."""
