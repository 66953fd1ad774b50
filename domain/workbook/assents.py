# SPDX-License-Identifier: EUPL-1.2
"""The tab of those who adopt: who was there, who agrees, and on which condition (art. 39)."""

from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar, Final

from gehoord.domain.acts.assent_lines import WrongAssentError, assents_in, day_named
from gehoord.domain.dossier.assent import Assent, AssentAnswer, Presence
from gehoord.domain.dossier.assents import AssentOf, assents_of, conditions
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.cell import Value, plain
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

WHO: Final = "Wie"
VERSION: Final = "Over versie"
PRESENCE: Final = "Aanwezigheid"
ANSWER: Final = "Instemming"
DAY: Final = "Op"
CONDITION: Final = "Voorwaarde"
LIFTED_BY: Final = "Weg te nemen door"
UNTIL: Final = "Uiterlijk"


class AssentsTab(Tab):
    """One row for each burgemeester, by municipality, and one for the hoofdofficier."""

    name = "Vaststelling"
    columns = (
        Column(WHO),
        Column(VERSION),
        Column(PRESENCE, Sort.CHOICE, tuple(Presence), is_asked=True),
        Column(ANSWER, Sort.CHOICE, tuple(AssentAnswer), is_asked=True),
        Column(DAY, Sort.DAY, is_asked=True),
        Column(CONDITION, is_asked=True),
        Column(LIFTED_BY, is_asked=True),
        Column(UNTIL, is_asked=True),
    )
    headings: ClassVar = {"op": DAY, "wie": ANSWER}

    def lines(self, state: State) -> list[TabLine]:
        """Return a row for each of those who adopt under lid 1."""
        version = f"{state.final.number}: {state.final.title}" if state.final else ""
        return [self._line(state, one, version) for one in assents_of(state).each]

    def _line(self, state: State, one: AssentOf, version: str) -> TabLine:
        assent = one.assent
        condition = _condition_of(state, assent) if assent else None
        return self.line(
            f"{state.id}/vaststelling/{one.owner}",
            one.name,
            version,
            assent.presence if assent else "",
            assent.answer or "" if assent else "",
            assent.given_on if assent else "",
            condition.text if condition else "",
            condition.lifted_by if condition else "",
            condition.until.isoformat() if condition and condition.until else "",
        )

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether it is what the register made of it: a day in another form, a line as it is."""
        if heading == UNTIL:
            with suppress(ValueError):
                return day_named(plain(said)) == day_named(plain(recorded))
        return _in_line(said) == _in_line(recorded)

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield what is missing from what somebody said, or does not go with it."""
        cells = row.cells
        if plain(cells[VERSION]) != plain(row.was(VERSION)):
            yield row.fault(
                f"dit bestand gaat over '{cells[VERSION] or 'geen versie'}', en nu is dat "
                f"'{row.was(VERSION)}'. Maak een nieuw bestand, en vul in wat daarover is gezegd",
                VERSION,
            )
        elif not cells[PRESENCE]:
            yield row.fault(
                "kies of die er was; was wat hier stond een vergissing, neem het dan terug met een "
                "herstel",
                PRESENCE,
            )
        elif not cells[DAY]:
            yield row.fault("vul de dag in, zoals 4-11-2027", DAY)
        else:
            yield from self._unreadable(row)

    def _unreadable(self, row: Row) -> Iterator[Fault]:
        try:
            assents_in([_as_line(row)])
        except WrongAssentError as error:
            yield row.fault(error.why, ANSWER)

    def reports(self, row: Row) -> list[Content]:
        """Return what one of them said."""
        return [{"wat": "instemming", "op": row.cells[DAY], "wie": [_as_line(row)]}]


def _condition_of(state: State, assent: Assent) -> Condition | None:
    """Return the condition that came with what somebody said, or the last that he repeats."""
    if assent.answer is not AssentAnswer.ON_CONDITION:
        return None
    own = [each for each in conditions(state) if each.by == assent.owner and each.assent]
    came = [each for each in own if each.assent == assent.id]
    return next(reversed(came or own), None)


def _as_line(row: Row) -> str:
    """Return a row as people would type it; a sign that parts the fields parts nothing here."""
    headings = (WHO, PRESENCE, ANSWER, CONDITION, LIFTED_BY, UNTIL)
    return "; ".join(_in_line(row.cells[h]) for h in headings).rstrip("; ")


def _in_line(value: Value) -> str:
    return plain(value).replace(";", ",").replace("\n", " ")
