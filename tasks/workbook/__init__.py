# SPDX-License-Identifier: EUPL-1.2
"""Reading a workbook that somebody filled in, whatever file he sends."""
