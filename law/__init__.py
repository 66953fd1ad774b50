# SPDX-License-Identifier: EUPL-1.2
"""What statutes fix: articles, terms and dated tables, each with its source. No arithmetic."""
