# SPDX-License-Identifier: EUPL-1.2
"""The register: tables, migrations, journal, claims and outbox."""
