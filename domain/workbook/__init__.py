# SPDX-License-Identifier: EUPL-1.2
"""A dossier as a workbook: what its tabs show, and what is said by filling them in."""
