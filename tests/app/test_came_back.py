# SPDX-License-Identifier: EUPL-1.2
"""A mail came back: one command sends the ontwerp to the new address, in the same round."""

from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, Ran
from tests.conftest import read_day
from tests.sentence import assert_sentence

DOSSIER = "imv-2028-2031"
OLD, NEW = "oud@zandvoort.example", "griffie@zandvoort.example"
AGAIN = "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde."


@pytest.fixture
def asked(gehoord: Gehoord, on_day: Callable[[date], None]) -> Gehoord:
    """All councils of Noord-Holland were asked on 17 June; it is the Monday after."""

    def does(*arguments: str) -> Ran:
        ran = gehoord(*arguments)
        assert (ran.code, ran.err) == (0, "")
        return ran

    on_day(read_day("Mon 2026-11-23"))
    does("open", f"noord-holland/{DOSSIER}")
    does("record", "adres", DOSSIER, "Zandvoort", OLD)
    on_day(read_day("Thu 2027-06-17"))
    does("record", "versie", DOSSIER, "ontwerp")
    for client in ("regioburgemeester", "hoofdofficier"):
        does("record", "akkoord", DOSSIER, client)
    assert "32 raden gevraagd." in does("start", DOSSIER, "horen").out
    on_day(read_day("Mon 2027-06-21"))
    return gehoord


def sent_to(folder: Path, address: str) -> list[str]:
    """Return the subject of each mail to an address."""
    mails = [
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in sorted((folder / "var").rglob("*.eml"))
    ]
    return [mail["Subject"].strip() for mail in mails if mail["To"] == address]


def test_the_ontwerp_goes_to_the_new_address(asked: Gehoord, folder: Path) -> None:
    [first] = sent_to(folder, OLD)
    given = asked("record", "adres", DOSSIER, "Zandvoort", NEW)
    assert given.code == 0
    assert given.out.splitlines()[:2] == [
        f"De griffie van Zandvoort krijgt haar mail op {NEW}. {AGAIN}",
        f"Verzonden: 1 bericht in {Path('var') / 'outbox' / DOSSIER}.",
    ]
    assert sent_to(folder, NEW) == [f"Opnieuw verzonden: {first}"]
    assert sent_to(folder, OLD) == [first]
    assert "heel" in asked("verify", DOSSIER).out


def test_asking_once_more_sends_nothing_and_taking_back_says_what_does(
    asked: Gehoord, folder: Path
) -> None:
    assert "Elke raad is al gevraagd." in asked("start", DOSSIER, "horen").out
    refused = asked("record", "herstel", DOSSIER, "verzending", "--reden", "de mail kwam terug")
    assert refused.code == 2
    assert_sentence(refused.err, "kan niet worden teruggenomen", "adres", "opnieuw")
    assert len(sent_to(folder, OLD)) == 1


def test_who_answered_already_gets_nothing(asked: Gehoord, folder: Path) -> None:
    asked("record", "gehoord", DOSSIER, "Zandvoort", "--antwoord", "instemming zonder zienswijze")
    assert AGAIN not in asked("record", "adres", DOSSIER, "Zandvoort", NEW).out
    assert sent_to(folder, NEW) == []


def test_in_the_second_round_it_goes_once_in_that_round(
    asked: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    on_day(read_day("Thu 2027-06-24"))
    asked("record", "versie", DOSSIER, "ontwerp")
    for client in ("regioburgemeester", "hoofdofficier"):
        asked("record", "akkoord", DOSSIER, client)
    assert "32 raden gevraagd." in asked("start", DOSSIER, "horen").out
    assert AGAIN in asked("record", "adres", DOSSIER, "Zandvoort", NEW).out
    assert len(sent_to(folder, OLD)) == 2
    assert len(sent_to(folder, NEW)) == 1
