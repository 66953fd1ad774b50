# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken of a dossier: one page that says what is late, whose, and what comes."""
