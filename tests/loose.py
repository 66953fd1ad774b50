# SPDX-License-Identifier: EUPL-1.2
"""The small procedure with some steps of which it names no day."""

LOOSE = {"themas": "medio maart 2027", "concept-70": "april 2027", "raadpleging-70": "mei 2027"}


def loosened(text: str) -> str:
    """Return the proposal with an approximation or a month in the place of some days."""
    for step, words in LOOSE.items():
        head, part, rest = text.partition(f'id = "{step}"')
        line = next(row for row in rest.splitlines() if row.startswith("wanneer"))
        text = head + part + rest.replace(line, f'wanneer = "{words}"', 1)
    return text
