# SPDX-License-Identifier: EUPL-1.2
"""The addresses of offices and bodies that were given since a dossier was opened, as kept."""

import json


def with_address(given: str, party: str, address: str) -> str:
    """Return what was given before with the address of one party in it.

    >>> with_address("", "rbop", "rbop@klein.example")
    '{"rbop":"rbop@klein.example"}'
    """
    addresses = read_addresses(given) | {party: address}
    return json.dumps(addresses, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_addresses(given: str) -> dict[str, str]:
    """Return the address of each party of which one was given, by its id."""
    return dict(json.loads(given or "{}"))
