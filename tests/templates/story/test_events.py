# SPDX-License-Identifier: EUPL-1.2
"""What a line says of one thing that happened, and whether it stands out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gehoord.calendar.due import Due, Stretch
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import MessageKind, MessageState
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.outgoing.happened import (
    AnswerAdded,
    AnswerWeighed,
    CameIn,
    CarriedThrough,
    CouncilAnswered,
    CouncilAsked,
    CouncilSilent,
    Dropped,
    FellLate,
    Happened,
    LettersReady,
    MailLeft,
    MailMissed,
    MeetingDropped,
    MeetingPlanned,
    NotReached,
    OwedAgain,
    RequestClosed,
    RequestMade,
    Shifted,
    What,
)
from gehoord.domain.proposal.step import Letter
from gehoord.templates.story.events import told
from gehoord.templates.story.story_line import INFO, WARNING
from tests.conftest import read_day

ON, DUE = read_day("Mon 2027-09-27"), read_day("Thu 2027-10-07")
AT = datetime(2027, 9, 27, 5, tzinfo=UTC)
NAMES = {"GM0448": "Texel", "burgemeesters GM0448": "burgemeester van Texel", "rbop": "RBOP"}
DAYS = Stretch.on(DUE)


def line(what: What, under: str = "", by: str = "adviseur", said: str = "") -> str:
    text = told(Happened(AT, ON, what, under, by, said), NAMES).text
    return text.removeprefix("27 september 2027: ")


def mail(kind: MessageKind = MessageKind.REMINDER, **known: object) -> Fate:
    whole = {
        "dossier": "klein",
        "kind": kind,
        "recipient": "GM0448",
        "municipality": "GM0448",
        "id": "1",
        "address": "griffie@texel.example",
        "created_on": ON,
        "mode": Mode.LIVE,
        "state": MessageState.SENT,
        "sent_at": AT,
    }
    return Fate.model_validate(whole | known)


@pytest.mark.parametrize(
    ("what", "under", "said"),
    [
        (CameIn(DAYS), "geopend", "in het plan gekomen, uiterlijk 7 oktober 2027."),
        (CameIn(DAYS), "bijgewerkt",
         "overgenomen uit een oudere versie van Gehoord, uiterlijk 7 oktober 2027."),
        (CarriedThrough(ON), "bijgewerkt",
         "gedaan op 27 september 2027 (uit een oudere versie)."),
        (Dropped(ON), "bijgewerkt", "vervallen op 27 september 2027 (uit een oudere versie)."),
        (CarriedThrough(), "bijgewerkt", "was toen al gedaan."),
        (CarriedThrough(), "gedaan", "gedaan."),
        (CarriedThrough(), "versie", "gedaan (melding 'versie')."),
        (CarriedThrough(), "fase horen", "gedaan (fase horen)."),
        (Dropped(), "vervalt", "vervallen."),
        (Dropped(), "herindeling", "vervallen (melding 'herindeling')."),
        (OwedAgain(""), "herstel", "teruggenomen; de actie staat weer open."),
        (
            CouncilAnswered("zienswijze", is_late=False),
            "herstel",
            "teruggenomen; het antwoord van de raad geldt weer: zienswijze.",
        ),
        (
            CouncilAsked(Due.on(DUE), again=False),
            "herstel",
            "teruggenomen; de vraag aan de raad geldt weer, antwoord uiterlijk 7 oktober 2027.",
        ),
        (
            CouncilSilent("de raad vergaderde niet", "regioburgemeester"),
            "herstel",
            "teruggenomen; dat de raad zweeg, geldt weer.",
        ),
        (OwedAgain("uiterlijk 8 oktober 2027"), "versie",
         "de actie staat weer open, nu uiterlijk 8 oktober 2027 (melding 'versie')."),
        (CouncilAsked(Due.on(DUE), again=True), "fase horen",
         "de raad is opnieuw gevraagd over het nieuwe ontwerp, antwoord uiterlijk 7 oktober 2027."),
        (CouncilAsked(None, again=False), "fase horen",
         "de raad is gevraagd over het ontwerp."),
        (CouncilAnswered("zienswijze", is_late=True), "gehoord",
         "de raad is gehoord: zienswijze, na de laatste dag."),
        (RequestMade("uitstel", "wij vergaderen later."), "verzoek",
         "verzoek aan de adviseur, uitstel: wij vergaderen later."),
        (RequestClosed("uitstel", "afgewezen", "te laat"), "antwoord-op-verzoek",
         "verzoek aan de adviseur, uitstel, is nu afgewezen: te laat."),
        (MeetingPlanned(ON, "op de agenda", None), "reservering",
         "de raad vergadert op 27 september 2027 (op de agenda)."),
        (MeetingDropped(ON), "herstel", "de vergadering van de raad op 27 september 2027 vervalt."),
        (AnswerAdded("zienswijze", "na de vaststelling"), "aanvulling",
         "de raad vulde zijn antwoord aan: zienswijze, na de vaststelling."),
        (AnswerWeighed("overgenomen."), "verwerking",
         "verwerking van wat de raad zei: overgenomen."),
        (Shifted("1 mei", "2 mei", "zaal", ""), "verplaatst",
         "verplaatst van 1 mei naar 2 mei: zaal."),
        (Shifted("van 1 mei tot en met 3 mei", "van 2 mei tot en met 3 mei", "", ""), "uitstel",
         "verplaatst, eerst van 1 mei tot en met 3 mei, nu van 2 mei tot en met 3 mei."),
        (Shifted("van 1 mei tot en met 3 mei", "2 mei", "zaal", "raad horen"), "verplaatst",
         "schuift mee met 'raad horen', eerst van 1 mei tot en met 3 mei, nu 2 mei: zaal."),
        (Shifted("1 mei", "2 mei", "zaal", "raad horen"), "verplaatst",
         "schuift mee met 'raad horen', van 1 mei naar 2 mei: zaal."),
        (LettersReady(32), "", "32 brieven klaargezet."),
    ],
)  # fmt: skip
def test_each_thing_has_its_line(what: What, under: str, said: str) -> None:
    assert line(what, under) == said


def test_why_and_by_whom_it_was_recorded_is_said_unless_it_was_the_adviser() -> None:
    assert line(Dropped(), "vervalt", said="geen tijd") == "vervallen: geen tijd."
    by_another = line(Dropped(), "vervalt", by="regioburgemeester")
    assert by_another == "vervallen (vastgelegd door regioburgemeester)."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (mail(rung="14 dagen voor"),
         "herinnering (14 dagen voor) verzonden aan de griffie van Texel."),
        (mail(rung="1 dagen na", mode=Mode.TRIAL),
         "herinnering (1 dag na) verzonden aan de griffie van Texel (proef)."),
        (mail(rung="op verzoek van 2027-09-27"),
         "herinnering (op verzoek van 27 september 2027) verzonden aan de griffie van Texel."),
        (mail(MessageKind.LETTER, letter=Letter.ONTWERP),
         "brief met het ontwerp verzonden aan de griffie van Texel."),
        (mail(MessageKind.MOVED, recipient="burgemeesters GM0448", address=""),
         "bericht over de nieuwe dag verzonden aan de burgemeester van Texel, via de adviseur."),
        (mail(MessageKind.INVITATION, recipient="rbop", municipality=None, facts=("vervallen",)),
         "afzegging verzonden aan RBOP."),
    ],
)  # fmt: skip
def test_mail_is_told_with_to_whom_it_went(message: Fate, said: str) -> None:
    assert line(MailLeft(message), by="") == said


@pytest.mark.parametrize(
    ("was_past", "more"),
    [
        (False, ""),
        (True,
         " Niet vooraf herinnerd: de dag was al voorbij toen het dossier werd geopend."),
    ],
)  # fmt: skip
def test_since_when_it_is_late_stands_out(was_past: bool, more: str) -> None:
    late = told(Happened(AT, ON, FellLate(was_past)), NAMES)
    assert (late.text, late.level) == (f"Te laat sinds 27 september 2027.{more}", WARNING)


def test_what_is_late_or_did_not_arrive_stands_out() -> None:
    def level(what: What) -> int:
        return told(Happened(AT, ON, what), NAMES).level

    assert level(MailLeft(mail(due_on=DUE))) == INFO
    assert level(MailLeft(mail(due_on=read_day("Fri 2027-09-24")))) == WARNING
    assert level(MailMissed(mail(), "weg@texel.example")) == level(NotReached()) == WARNING
    too_late = MeetingPlanned(DUE, "gereserveerd", Due.on(ON))
    assert (level(too_late), level(replace(too_late, last=None))) == (WARNING, INFO)
    assert "na de laatste dag om te antwoorden, 27 september 2027; vraag om een" in line(too_late)
    assert line(NotReached()).startswith("niet herinnerd: er is geen mailadres bekend; meld een")
    assert "op weg@texel.example; meld een adres" in line(MailMissed(mail(), "weg@texel.example"))
