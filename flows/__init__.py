# SPDX-License-Identifier: EUPL-1.2
"""The procedure as Prefect flows, one file per stage."""
