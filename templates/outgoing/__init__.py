# SPDX-License-Identifier: EUPL-1.2
"""The messages of a dossier, each with its words: one file for each sort."""
