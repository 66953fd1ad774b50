# SPDX-License-Identifier: EUPL-1.2
"""What the letters say of the strength: provisional in the ontwerp, compared when it is definitive.

S002, chapter 6: the definitive one is sent on to the burgemeesters.
"""

from dataclasses import replace
from datetime import date

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, TableStands
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.strength_told import ToldStrength, told_strength
from tests.tables_of_strength import GROWTH, SMALL, kept, read
from tests.templates.small_dossier import STATE
from tests.templates.written import FULL
from tests.templates.written import read as words_of

OTHER = SMALL.replace("2,00;10,50;13,50", "3,00;9,50;13,50").replace(
    "2,00;13,50;16,50", "3,00;12,50;16,50"
)
FIRST = kept(read(SMALL), follows_by=date(2027, 9, 1))
LAST = kept(read(OTHER), 2, stands=TableStands.DEFINITIVE, valid_from=date(2028, 1, 1))


def dossier(*tables: StrengthTable) -> State:
    """The small dossier, of which the ontwerp contains the first table."""
    versions = [v.model_copy(update={"strength": tables[0].id}) for v in STATE.versions]
    return replace(STATE, versions=Kept(versions), strengths=Kept(tables))


def told(*tables: StrengthTable) -> ToldStrength:
    found = told_strength(dossier(*tables))
    assert found is not None
    return found


def test_without_a_table_nothing_is_said() -> None:
    assert told_strength(STATE) is None


def test_the_letter_with_the_ontwerp_says_that_the_strength_is_provisional_and_until_when() -> None:
    said = words_of(letter(Letter.ONTWERP, replace(FULL, strength=told(FIRST))).letter)
    assert "De sterkteverdeling in dit ontwerp is voorlopig." in said
    assert "Zij geeft de stand per 1 augustus 2018." in said
    assert "De definitieve sterkteverdeling volgt uiterlijk 1 september 2027." in said
    unknown = told(kept(read(SMALL)))
    said = words_of(letter(Letter.ONTWERP, replace(FULL, strength=unknown)).letter)
    assert "Wanneer de definitieve sterkteverdeling komt, is nog niet bekend." in said
    definitive = told(kept(read(SMALL), stands=TableStands.DEFINITIVE))
    said = words_of(letter(Letter.ONTWERP, replace(FULL, strength=definitive)).letter)
    assert "voorlopig" not in said


def test_the_letter_that_follows_carries_the_comparison() -> None:
    title = "definitieve sterkteverdeling nasturen"
    c = replace(FULL, strength=told(FIRST, LAST), title_of_step=title)
    html = letter(Letter.NOTE, c).letter
    said = words_of(html)
    assert "geldig vanaf 1 januari 2028" in said
    assert "In het ontwerp stond een voorlopige, per 1 augustus 2018." in said
    assert "<td>wijkagent</td><td>2,00</td><td>3,00</td><td>+1,00</td>" in html
    elsewhere = replace(c, title_of_step="verkenning van een vijfde thema")
    assert "sterkteverdeling" not in words_of(letter(Letter.NOTE, elsewhere).letter)


def test_the_same_figures_are_said_to_be_the_same() -> None:
    same = kept(read(SMALL), 2, stands=TableStands.DEFINITIVE)
    c = replace(FULL, strength=told(FIRST, same), title_of_step="sterkteverdeling nasturen")
    assert "De aantallen zijn dezelfde." in words_of(letter(Letter.NOTE, c).letter)


def test_a_growth_that_is_gone_stands_in_the_letter_and_nothing_is_called_the_same() -> None:
    grown = kept(read(SMALL + GROWTH))
    without = kept(read(SMALL), 2, stands=TableStands.DEFINITIVE)
    c = replace(FULL, strength=told(grown, without), title_of_step="sterkteverdeling nasturen")
    html = letter(Letter.NOTE, c).letter
    assert "De aantallen zijn dezelfde." not in words_of(html)
    assert (
        '<th scope="row">Groei: de wijk</th><td>2029 (vervalt)</td><td>2,00</td><td></td>'
        "<td>-2,00</td>" in html
    )
