# SPDX-License-Identifier: EUPL-1.2
"""Command line, settings and start-up."""
