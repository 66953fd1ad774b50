"""A workbook as a file: what it explains, and how XLSX and ODS are written."""
