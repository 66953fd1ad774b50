"""Reading a workbook that somebody filled in, whatever file he sends."""
