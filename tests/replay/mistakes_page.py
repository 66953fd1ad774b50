# SPDX-License-Identifier: EUPL-1.2
"""Every mistake with what catches it: `python -m tests.replay.mistakes_page > docs/fouten.md`."""

import sys
from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from tests.replay.careless import REFUSED, Careless, Caught
from tests.replay.careless_deeds import BUILT, DEEDS

HEAD = """# Wat er misgaat als mensen slordig zijn

Gemaakt met `python -m tests.replay.mistakes_page > docs/fouten.md`; een toets houdt deze bladzijde bij. De nummers zijn die van
[checks.md](checks.md). Elke regel is echt gespeeld: in de procedure van het IMV 2028-2031 (32 gemeenten, vaststelling op 4 november
2027), die verder volgens de wet verloopt, maakt iemand deze ene fout. Wat Gehoord dan zegt, zegt het in de procedure zonder die fout niet.

*Gevangen door* noemt de controle, of een weigering: dan is er niets vastgelegd. *Bouw* betekent dat de fout niet te maken is.
*Dagen vooraf* telt van de dag waarop Gehoord het zegt tot de dag waarop het kwaad zou doen. Bij een fout in het voorstel is de eerste
dag die waarop het voorstel is geschreven, 22 november 2026. Nul dagen betekent: op de dag zelf, en voordat het gebeurt.

| nummer | iemand ... | gevangen door | zwaarte | gezegd op | kwaad op | dagen vooraf |
|---|---|---|---|---|---|---|
"""  # noqa: E501, lines as long as those of other pages


def listing() -> str:
    """Return the page."""
    return HEAD + "".join(f"{row}\n" for row in _rows())


def _rows() -> Iterator[str]:
    for deed in DEEDS:
        yield _row(deed, deed.commit())


def _row(deed: Careless, caught: Caught) -> str:
    by = caught.by if caught.by in (REFUSED, BUILT) else f"`{caught.by}`"
    days = "-" if caught.by == BUILT else f"{(deed.harms_on - caught.on).days}"
    said_on = "-" if caught.by == BUILT else day_in_words(caught.on)
    cells = [f"{deed.number}", deed.does, by, caught.weight, said_on, day_in_words(deed.harms_on)]
    return f"| {' | '.join([*cells, days])} |"


if __name__ == "__main__":
    sys.stdout.write(listing())
