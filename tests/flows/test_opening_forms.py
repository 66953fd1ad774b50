# SPDX-License-Identifier: EUPL-1.2
"""The forms that open a dossier, on a real register: what is shown, opened, and refused."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import clock, opening_forms, running
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.settings import settings
from tests.conftest import HERE, read_day
from tests.sentence import assert_sentence
from tests.story import ADOPTED, OPENED
from tests.story_in_register import StoryInRegister, ToldInRegister

LATER = read_day("Mon 2028-01-10")
AFTER = {"na": "klein", "vaststelling": "2030-06-20"}
GRIFFIE = "griffie@raad.example"
WHY = "de minister stelt de doelstellingen een jaar later vast"


class Page:
    """What a run said, and showed beside it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.shown: list[str] = []
        self.followed: list[list[str]] = []
        self.onward: list[tuple[str, Any]] = []


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the adviser, beside the home folder."""
    monkeypatch.setenv("GEHOORD_HOME", str(tmp_path / "var"))
    settings.cache_clear()
    folder = settings().proposals
    folder.mkdir()
    shutil.copy(HERE / "klein-eenheid.toml", folder / "eenheid.toml")
    shutil.copy(HERE / "klein.toml", folder)
    return folder


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, own: Path) -> Page:
    """Whatever a run says and brings about, without a Prefect around it."""
    page = Page()

    async def show(_title: str, text: str) -> str:
        page.shown.append(text)
        return "http://hier"

    async def follow(_register: object, names: list[str], _on: date) -> Aftermath:
        page.followed.append(names)
        return Aftermath()

    async def point(form: str, onward: Any, *_: object) -> None:
        page.onward.append((form, onward))

    monkeypatch.setattr(opening_forms, "show_beside_run", show)
    monkeypatch.setattr(opening_forms, "say", lambda lines, *_: page.said.extend(lines))
    monkeypatch.setattr(opening_forms, "point_to", point)
    monkeypatch.setattr(opening_forms, "point_ahead", point)
    monkeypatch.setattr(running, "follow_up", follow)
    return page


Told = Callable[[str, date], StoryInRegister]


@pytest.fixture
def on_file(told: ToldInRegister, monkeypatch: pytest.MonkeyPatch) -> Told:
    def tell(until: Any, today: date) -> StoryInRegister:
        story = told(until)
        monkeypatch.setattr(clock, "today", lambda: today)
        monkeypatch.setattr(running, "open_register", lambda: story.register)
        return story

    return tell


def griffies(state: State) -> dict[str, str | None]:
    return {m.name: m.griffie_address for m in state.municipalities}


def opens(**filled: Any) -> tuple[str, str]:
    ended = asyncio.run(opening_forms.openen.fn(**filled))
    return str(ended.name), str(ended.message)


def lays_out(**filled: Any) -> tuple[str, str]:
    ended = asyncio.run(opening_forms.nieuw_dossier.fn(**filled))
    return str(ended.name), str(ended.message)


def state(story: StoryInRegister, name: str) -> State:
    with story.register.reading() as reader:
        assert verify(reader, name).faults == ()
        return state_of(reader, name)


def test_a_proposal_of_the_adviser_is_opened_with_what_the_checks_say(
    page: Page, on_file: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
    settings.cache_clear()
    story = on_file("opened", OPENED)
    name, text = opens(voorstel="klein.toml", naam="tweede")
    assert name == "Geopend"
    assert_sentence(text, "Dossier 'tweede' is open: 3 raden, ", "stand 'live'")
    opened = state(story, "tweede")
    assert opened.dossier.mode is Mode.LIVE
    assert opened.dossier.proposal == (HERE / "klein.toml").read_text()
    with story.register.reading() as reader:
        assert [e.event for e in reader.all(JournalEntry, "tweede")] == ["geopend"]
    assert any(line.startswith("WAARSCHUWING ") for line in page.said)
    [shown] = page.shown
    assert "- **waarschuwing** (" in shown
    assert "raad horen over het ontwerp" in shown
    assert page.followed == [["tweede"]]
    [(dossier, [first])] = page.onward
    assert (dossier, first.form, first.filled) == ("tweede", "1-start", {"dossier": "tweede"})


def test_what_the_law_stands_in_the_way_of_is_refused_and_shown_whole(
    page: Page, on_file: Told, own: Path
) -> None:
    """Politiewet 2012, art. 38b lid 2: every council is heard before the adoption."""
    file = own / "klein.toml"
    asks = 'soort = "horen"\nactiehouder = "raden"'
    file.write_text(file.read_text().replace(asks, 'soort = "mijlpaal"\nactiehouder = "adviseur"'))
    story = on_file("opened", OPENED)
    before = story.everything()
    name, text = opens(voorstel="klein.toml", naam="tweede")
    assert name == "Geweigerd: art. 38b lid 2"
    assert_sentence(text, "(Politiewet 2012, art. 38b lid 2)")
    assert (story.everything(), page.followed) == (before, [])
    assert "- **blokkade** (" in page.shown[0]
    assert opens(voorstel="klein.toml", naam="tweede", alleen_bekijken=True)[0] == name
    (form, link), _ = page.onward
    assert (form, link["voorstel"], link["naam"]) == ("openen", "klein.toml", "tweede")


def test_a_proposal_can_be_looked_at_without_a_dossier(page: Page, on_file: Told) -> None:
    story = on_file("opened", OPENED)
    before = story.everything()
    name, text = opens(voorstel="klein.toml", naam="tweede", alleen_bekijken=True)
    assert name.startswith("Alleen bekeken: ")
    assert_sentence(text, "Er is nog niets geopend.")
    assert (story.everything(), page.followed) == (before, [])
    assert any("donderdag 4 november 2027: beleidsplan vaststellen" in line for line in page.said)
    assert page.onward[0][1]["alleen_bekijken"] is False


WRONG = [
    ({}, "vul 'Welk voorstel?' nog in"),
    ({"voorstel": "../geheim.toml"}, "'../geheim.toml' is er niet. Kies uit: klein.toml, "),
    ({"voorstel": "x" * 1000}, "'voorstel' is te lang"),
    ({"voorstel": "klein.toml"}, "Dossier 'klein' is er al"),
    ({"voorstel": "klein.toml", "naam": "Mijn plan"}, "kleine letters, cijfers en streepjes"),
    ({"voorstel": "klein.toml", "naam": "con"}, "Windows"),
    ({"voorstel": "klein.toml", "alleen_bekijken": "wie weet"}, "'alleen_bekijken' is aan of uit"),
]


def test_what_cannot_be_opened_is_refused_in_dutch_and_nothing_is_shown(
    page: Page, on_file: Told
) -> None:
    story = on_file("opened", OPENED)
    before = story.everything()
    for filled, words in WRONG:
        name, text = opens(**filled)
        assert name == "Geweigerd"
        assert_sentence(text, words)
    assert all("x" * 1000 not in link.values() for _, link in page.onward)
    assert (story.everything(), page.shown, page.followed) == (before, [], [])


def test_the_next_procedure_is_looked_at_and_then_opened_as_it_was_shown(
    page: Page, on_file: Told
) -> None:
    story = on_file("adopted", LATER)
    before = story.everything()
    name, text = lays_out(**AFTER)
    assert name.startswith("Alleen bekeken: ")
    assert_sentence(text, "Dossier 'beleidsplan-2032-2035' zou opengaan in de stand 'proef'.")
    assert (story.everything(), page.followed) == (before, [])
    [looked] = page.shown
    assert "donderdag 20 juni 2030: beleidsplan vaststellen" in "\n".join(page.said)
    assert any("De laatste dag om vast te stellen is" in line for line in page.said)
    assert '[beleidsplan]\nnaam = "Beleidsplan 2032-2035"' in looked
    [(form, link)] = page.onward
    assert form == "nieuw-dossier"
    assert link == {**AFTER, "verlengen": False, "alleen_bekijken": False}

    assert lays_out(**link)[0] == "Geopend"
    opened = state(story, "beleidsplan-2032-2035")
    assert opened.dossier.proposal.rstrip() in looked
    assert opened.as_opened.beleidsplan.previous_adopted_on == ADOPTED
    _, [first, reported] = page.onward[1]
    assert first.form == "1-start"
    assert (reported.form, reported.filled["dossier"]) == ("melden-gedaan", "klein")
    assert reported.filled["stap"] == "volgende-procedure"


def test_an_extension_keeps_its_ground_and_hears_every_council(page: Page, on_file: Told) -> None:
    """Art. 38b lid 2 and art. 39 lid 1: no statute knows an extension."""
    story = on_file("adopted", LATER)
    story.does(AddressGiven(on=LATER, who="Texel", address=GRIFFIE))
    extended = {**AFTER, "verlengen": True, "besloten": "2027-12-16", "grond": WHY}
    assert lays_out(**extended, naam="verlenging", alleen_bekijken=False)[0] == "Geopend"
    opened = state(story, "verlenging")
    extension = opened.as_opened.beleidsplan.extension
    assert extension is not None
    assert (extension.ground, extension.decided_on) == (WHY, date(2027, 12, 16))
    assert len(opened.hearings) == 3
    assert griffies(opened)["Texel"] == GRIFFIE


def test_a_procedure_for_the_own_eenheid_of_the_adviser_keeps_its_addresses(
    page: Page, on_file: Told, own: Path
) -> None:
    file = own / "eenheid.toml"
    named = 'naam = "Haarlem"\n'
    file.write_text(file.read_text().replace(named, f'{named}griffie_adres = "{GRIFFIE}"\n'))
    story = on_file("opened", OPENED)
    laid_out = {"eenheid": "eenheid.toml", "vaststelling": "2029-06-21", "naam": "nieuw"}
    assert lays_out(**laid_out, alleen_bekijken=False)[0] == "Geopend"
    assert griffies(state(story, "nieuw")) == {"Haarlem": GRIFFIE, "Hoorn": None, "Texel": None}


GROUND = "Bij 'Waarom wordt het plan verlengd?' staat een teken dat niet te zien is"
NOT_LAID_OUT: list[tuple[dict[str, Any], str]] = [
    ({}, "kies bij 'Na welk vastgesteld dossier?'"),
    ({"eenheid": "limburg"}, "vul 'Wanneer moet het plan worden vastgesteld?' nog in"),
    ({"na": "grot"}, "grot"),
    ({"na": "klein"}, "de schoolvakanties zijn bekend van"),
    ({"eenheid": "plannen/eenheid.toml", "vaststelling": "2029-06-21"}, "is er niet. Kies uit:"),
    ({**AFTER, "vaststelling": "volgend jaar"}, "'vaststelling' moet een dag zijn"),
    ({**AFTER, "vaststelling": "9999-12-31"}, "gebruik een jaar van 1990 tot en met 2100"),
    ({"eenheid": "limburg", "vaststelling": "2029-06-21", "vorige": "0001-01-01"}, "vorige: gebr"),
    ({"na": "x" * 1000}, "'na' is te lang"),
    ({**AFTER, "verlengen": True, "besloten": "2027-12-16", "grond": f"min\u00ad{WHY}"}, GROUND),
    ({**AFTER, "naam": "klein"}, "Dossier 'klein' is er al"),
    ({**AFTER, "verlengen": True, "besloten": "2028-01-11", "grond": WHY}, "is nog niet besloten"),
    ({**AFTER, "verlengen": True, "besloten": "2027-12-16", "grond": "ja"}, "'Waarom wordt het"),
    ({**AFTER, "alleen_bekijken": "misschien"}, "'alleen_bekijken' is aan of uit"),
]


def test_what_cannot_be_laid_out_is_refused_in_dutch_and_nothing_changes(
    page: Page, on_file: Told
) -> None:
    story = on_file("adopted", LATER)
    before = story.everything()
    for filled, words in NOT_LAID_OUT:
        name, text = lays_out(**filled)
        assert name.startswith("Geweigerd"), filled
        assert_sentence(text, words)
    assert (story.everything(), page.shown, page.followed) == (before, [], [])


def test_a_plan_that_is_not_adopted_has_no_next_one(page: Page, on_file: Told) -> None:
    on_file("opened", OPENED)
    name, text = lays_out(**AFTER)
    assert name == "Geweigerd: art. 39 lid 1"
    assert_sentence(text, "Het beleidsplan is nog niet vastgesteld.")
