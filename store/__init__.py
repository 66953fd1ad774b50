"""The register: tables, migrations, journal, claims and outbox."""
