# SPDX-License-Identifier: EUPL-1.2
"""On paper: the HTML of a letter or an account becomes an accessible PDF, with its own fonts."""
