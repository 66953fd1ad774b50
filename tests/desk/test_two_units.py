# SPDX-License-Identifier: EUPL-1.2
"""Two procedures of two units in one register, one board and one desk do not touch each other."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date

import pytest

from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    CouncilHeard,
    Merged,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.outgoing.story import stories
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.access import give_link
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look_at_each
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.archive import archive_of
from gehoord.tasks.board.cards import cards_of
from gehoord.tasks.calendars import write_calendars
from tests.conftest import HERE
from tests.desk.conftest import Balie, Open
from tests.story import AGREED, ASKED, ONTWERP, OPENED, THEMES

OTHER = "mjb"
NAMES = {"Haarlem": "Arnhem", "Hoorn": "Zutphen", "Texel": "Winterswijk"}
CODES = {"GM0392": "GM0202", "GM0405": "GM0301", "GM0448": "GM0294"}
WORDS = {
    "klein": ("Haarlem", "Hoorn", "Texel", "Nieuwstad", "Beleidsplan 2028-2031", "rbop@klein"),
    OTHER: ("Arnhem", "Zutphen", "Winterswijk", "Rivierenplan", "rbop@oost"),
}
LATER = date(2027, 9, 23)


def of_another_unit(text: str) -> str:
    """Return the small procedure, or its unit, as one of another unit."""
    renamed = text.replace("Beleidsplan 2028-2031", "Rivierenplan 2028-2031")
    renamed = renamed.replace('"klein"', '"oost"').replace("klein.example", "oost.example")
    renamed = renamed.replace('naam = "Klein"', 'naam = "Rivierenland"')
    for old, new in {**NAMES, **CODES}.items():
        renamed = renamed.replace(old, new)
    return renamed


@pytest.fixture
def both(balie: Open) -> Balie:
    """Both procedures have asked their councils; then each goes its own way."""
    found = balie("asked", ASKED)
    register = found.story.register
    text = of_another_unit((HERE / "klein.toml").read_text())
    unit = of_another_unit((HERE / "klein-eenheid.toml").read_text())
    proposal = read_toml(Proposal, text.encode(), OTHER)
    open_dossier(register, OTHER, proposal, read_toml(Eenheid, unit.encode(), OTHER), text, OPENED)
    for report in (
        ThemesChosen(on=THEMES, themes=("Rivieren",)),
        VersionMade(on=ONTWERP, step="ontwerp"),
        Agreed(on=AGREED, client="regioburgemeester"),
        Agreed(on=AGREED, client="hoofdofficier"),
    ):
        record(register, OTHER, report, report.on)
    hear(register, OTHER, ASKED)
    found.posts_mail()
    look_at_each(register, ["klein", OTHER], LATER)
    found.on = LATER
    found.posts_mail()
    return found


def everything(desk: Balie, dossier: str) -> Iterator[tuple[str, str]]:
    """Yield all that people of a dossier read: mails, calendars, pages, cards and its archive."""
    register = desk.story.register
    folder = desk.home / "agenda" / dossier
    write_calendars(register, dossier, folder, desk.on)
    for file in folder.rglob("*.ics"):
        yield f"calendar {file.name}", file.read_text()
    with register.reading() as reader:
        for mail in reader.all(Message, dossier):
            attached = " ".join(a.content or "" for a in mail.attachments)
            yield f"mail {mail.id}", f"{mail.address} {mail.subject} {mail.body} {attached}"
        archive = archive_of(reader, dossier)
        state = state_of(reader, dossier)
        told = stories(state, recorded(reader, dossier), fates(reader, dossier), desk.on)
        for card in cards_of(state, told):
            yield f"card {card.key}", f"{card.name} {' '.join(card.tags)}"
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        for name in packed.namelist():
            yield f"archive {name}", f"{name} {packed.read(name).decode(errors='replace')}"
    for who in [*(m.name for m in state.living), "rbop", "adviseur", "overzicht"]:
        link = give_link(register, dossier, who, desk.home, desk.on)
        yield f"page of {who}", desk.get(link.path).text


@pytest.mark.parametrize("dossier", ["klein", OTHER])
def test_nothing_of_the_one_unit_appears_at_the_other(both: Balie, dossier: str) -> None:
    other = "klein" if dossier == OTHER else OTHER
    read = dict(everything(both, dossier))
    kinds = {name.partition(" ")[0] for name in read}
    assert kinds == {"calendar", "mail", "archive", "card", "page"}
    seen = {word for word in WORDS[dossier] for said in read.values() if word in said}
    assert len(seen) >= 4, "it would find what is not there"
    found = [(n, w) for n, said in read.items() for w in WORDS[other] if w in said]
    assert found == []


def test_what_happens_to_the_one_changes_nothing_of_the_other(both: Balie) -> None:
    register = both.story.register
    before = dict(everything(both, OTHER))
    with register.reading() as reader:
        judged = findings(Case.of_dossier(state_of(reader, OTHER), LATER))
    both.story.does(CouncilHeard(on=LATER, municipality="Haarlem", answer=Answer.AGREES))
    both.story.moves("vaststelling", date(2027, 11, 18), LATER)
    both.story.does(Corrected(on=LATER, step="horen", owner="Haarlem", reason="dat was een ander"))
    both.story.does(Merged(on=LATER, ceased=("Hoorn",), code="GM9999", name="Nieuwstad"))
    look_at_each(register, ["klein"], date(2027, 10, 20))
    after = dict(everything(both, OTHER))
    kinds = ("calendar", "mail", "card")  # a link that is given is journaled, and so archived
    same = {n: said for n, said in before.items() if n.startswith(kinds)}
    assert {n: after[n] for n in same} == same
    with register.reading() as reader:
        assert findings(Case.of_dossier(state_of(reader, OTHER), LATER)) == judged
        assert verify(reader, OTHER).faults == verify(reader, "klein").faults == ()
