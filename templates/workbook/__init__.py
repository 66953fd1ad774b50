# SPDX-License-Identifier: EUPL-1.2
"""A workbook as a file: what it explains, and how XLSX and ODS are written."""
