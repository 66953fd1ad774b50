# SPDX-License-Identifier: EUPL-1.2
"""The letters, mails and sheets the tests read: of the IMV 2028-2031, the sheets of `klein`.

The golden files are the letters as they leave. After a change of wording that is meant:
``python -m tests.templates.written`` writes them anew, and the difference is read.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

from gehoord.calendar.due import Due, Precision
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.message import MessageState
from gehoord.domain.dossier.read_before import ReadBefore
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.letterhead import Letterhead
from gehoord.domain.eenheid.lidwoord import Lidwoord
from gehoord.domain.proposal.commission import Commission
from gehoord.domain.proposal.explanation import Explanation
from gehoord.domain.proposal.step import Letter
from gehoord.procedures.library import proposal_of as shipped
from gehoord.templates.chosen_themes import ChosenThemes, ExploredTheme, ToldTheme
from gehoord.templates.correspondence import (
    Correspondence,
    News,
    Rendered,
    escalation,
    invited,
    letter,
    mail_only,
    moved,
    reminder,
    reminders_together,
)
from gehoord.templates.digests import late_digest, undelivered_digest
from gehoord.templates.drafts import DraftTold, ReviewAwaited, draft_to_read, response_awaited
from gehoord.templates.outgoing.receipts import receipt_in_mail
from gehoord.templates.replies import replied
from gehoord.templates.told_zienswijzen import ToldPoint, ToldZienswijze, ToldZienswijzen
from gehoord.templates.when import When
from tests.templates.small_dossier import DISPATCHES, MESSAGES, SHEETS

GOLDEN = Path(__file__).parent / "golden"
MEDIO_OKTOBER = "medio oktober 2023 (bij benadering)"
MEDIO = Due(date(2023, 10, 15), Precision.APPROXIMATE, "medio oktober 2023")
SEPTEMBER = Due(date(2023, 9, 30), Precision.WINDOW, "september 2023")
OCTOBER_8 = When.on(date(2027, 10, 8))


RECEIPT = SentForm(
    number="K7p2",
    dossier="imv-2028-2031",
    recipient="GM0392",
    form="gehoord",
    fields={"antwoord": "zienswijze", "tekst": "Meer wijkagenten."},
    document=Document(name="zienswijze.pdf", content=b"%PDF-1.7"),
).receipt("De raad van Haarlem is gehoord: zienswijze.", datetime(2027, 9, 16, 20, 5, tzinfo=UTC))


def roughly(day: date, words: str) -> When:
    due = Due(day, Precision.APPROXIMATE, words)
    return When(due.in_words, due)


HEARING = "raad horen over het ontwerp"
WHO = "burgemeester en raad van Haarlem"

FULL = Correspondence(
    on=date(2027, 6, 17),
    plan="IMV 2028-2031",
    named="het IMV 2028-2031",
    title="Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2028-2031",
    eenheid="Noord-Holland",
    period="1 januari 2028 tot en met 31 december 2031",
    councils=32,
    recipient="Haarlem",
    letterhead=Letterhead(
        address="Stadhuis, Postbus 1, 1000 AA Voorbeeldstad",
        telephone="088 000 00 00",
        mail="adviseur@politie.example",
        reference="2027/12",
    ),
    your_reference="R-17",
    earlier_on="1 april 2027",
    adoption=When("donderdag 4 november 2027", Due.on(date(2027, 11, 4))),
    respond_by=OCTOBER_8,
    treatment=When("september 2027", Due(date(2027, 9, 30), Precision.WINDOW, "september 2027")),
    sending=When.on(date(2027, 6, 17)),
    version="het ontwerp (90%-versie)",
    themes=("Ondermijning", "Jeugd en veiligheid", "Cybercrime"),
    themes_on=When.on(date(2027, 3, 25)),
    chosen=ChosenThemes(
        by="Regionaal Bestuurlijk Overleg Politie (RBOP)",
        advised_by="een integrale ambtelijke werkgroep",
        themes=(
            ToldTheme("Ondermijning", ("Mensenhandel", "Criminele geldstromen"), (), ()),
            ToldTheme("Jeugd en veiligheid", (), (), ()),
            ToldTheme("Cybercrime", ("Online bedreiging",), (), ()),
        ),
        explored=(
            ExploredTheme(
                "Zorg en veiligheid", "verkenning bespreken", "RBOP", When.on(date(2027, 6, 10))
            ),
        ),
    ),
    themes_in=("Cybercrime",),
    themes_out=("Woninginbraken",),
    missing_parts=("sterkteverdeling", "doelstellingen-minister"),
    has_document=True,
    adopted_on=When.on(date(2027, 11, 4)),
    basis="Politiewet 2012, art. 39 lid 1",
    announced_on=When.on(date(2027, 11, 11)),
    appeal_by=When.on(date(2027, 12, 23)),
    year=2028,
    heard=31,
    silent=("Texel",),
    opportunities=("Texel: de raadsvergadering van 9 september 2027",),
    wrong_letters=("IMV 2028-2031: thema's (1 april 2027)",),
    is_wrong="Daarin staan thema's die bij vergissing zijn vastgelegd.",
    title_of_step="verkenning van een vijfde thema",
    note="De verkenning is klaar.\nDe uitkomst:\n\nEr komt geen vijfde thema.",
    page="https://gehoord.example/p/sleutel",
)
OWN_ANSWERS = {
    "punten": ToldZienswijzen(
        (
            ToldZienswijze(
                "16 september 2027",
                "",
                "zienswijze",
                (
                    ToldPoint(
                        "Cybercrime",
                        "Noem online bedreiging.\nOok van ambtsdragers.",
                        "Verwerkt: in hoofdstuk 4.",
                    ),
                    ToldPoint("Jeugd", "Wie betaalt dit?", ""),
                ),
                "",
                is_open=True,
            ),
        ),
        "2 punten: 1 verwerkt en 1 nog open",
    ),
    "geheel": ToldZienswijzen(
        (
            ToldZienswijze(
                "12 oktober 2027",
                "na de laatste dag",
                "positieve zienswijze",
                (),
                "Steun voor het plan: geen aanpassing nodig.",
                is_open=False,
            ),
        ),
        "",
    ),
}
"""What the council of the reader answered: in points, of which one is open, and late as a whole."""
ROUGH = replace(
    FULL,
    on=date(2022, 11, 28),
    plan="IMV 2024-2027",
    named="het IMV 2024-2027",
    title="Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2024-2027",
    period="1 januari 2024 tot en met 31 december 2027",
    adoption=roughly(date(2023, 11, 15), "medio november 2023"),
    respond_by=When(
        f"van medio juni 2023 (bij benadering) tot en met {MEDIO_OKTOBER}",
        MEDIO,
        Due(date(2023, 6, 15), Precision.APPROXIMATE, "medio juni 2023"),
    ),
    treatment=When("september 2023", SEPTEMBER),
    sending=roughly(date(2023, 6, 15), "medio juni 2023"),
    themes_on=roughly(date(2023, 3, 15), "medio maart 2023"),
    adopted_on=When.on(date(2023, 11, 9)),
)
NOTHING: dict[type, Any] = {
    str: "",
    int: 0,
    bool: False,
    tuple: (),
    When: None,
    type(None): None,
    ChosenThemes: ChosenThemes(),
    Letterhead: Letterhead(),
    dict: {},
    Commission: Commission(),
    Explanation: Explanation(),
}
EMPTY = replace(
    FULL,
    **{
        field.name: NOTHING[type(getattr(FULL, field.name))]
        for field in fields(FULL)
        if field.name not in ("on", "plan", "named", "lidwoord", "eenheid")
    },
)
CHANGE = replace(
    FULL,
    to="raden",
    title_of_step="het vastgestelde plan is gewijzigd",
    is_change=True,
    note="Het beleidsplan is op 3 april 2028 gewijzigd.",
    adoption=None,
    respond_by=None,
    treatment=None,
    sending=None,
)
COUPLED = replace(
    FULL,
    plan="VS en MJB 2027-2030",
    named="de VS en het MJB 2027-2030",
    title="Veiligheidsstrategie 2027-2030",
    lidwoord=Lidwoord.DE,
)
AFTERWARDS = replace(
    FULL,
    on=date(2027, 11, 22),
    sent_on=When.on(date(2027, 6, 21)),
    subject_of_step="IMV 2028-2031 vastgesteld; ter kennisname",
    note="Het plan is ter kennisname bijgevoegd.",
)
_OF_2022 = shipped("noord-holland/imv-2024-2027")[0]
EXPLAINED = replace(
    ROUGH,
    earlier_on="",
    commission=_OF_2022.commission,
    explanation=_OF_2022.explanation,
    previous_on=When.on(date(2022, 11, 10)),
    choosing=roughly(date(2023, 3, 15), "medio maart 2023"),
    telling=When("april 2023", Due(date(2023, 4, 30), Precision.WINDOW, "april 2023")),
    adopted_on=None,
    basis="",
    themes=(),
    themes_on=None,
)
"""The letter of S000 in its own content."""
PART = replace(
    FULL,
    to="burgemeesters",
    basis="Politiewet 2012, art. 39 lid 2",
    part="de definitieve sterkteverdeling",
    plan_on=FULL.adopted_on,
    adopted_on=When.on(date(2027, 11, 9)),
)
"""What was provisional in the plan is adopted under lid 2, and announced by itself."""
OFFICES = {
    Letter.RESERVE_TIME: "griffies",
    Letter.SEND_OUT: "minister",
    Letter.ANNOUNCEMENT: "burgemeesters",
    Letter.JAARVERSLAG: "korpschef",
}
BASES = {Letter.ANNOUNCEMENT: "Politiewet 2012, art. 39 lid 2"}


class Reader(HTMLParser):
    """Reads a letter as a person does: a line for each block of its sheet; counts all tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self._parts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {attrs}")
        if tag == "br":
            self._parts.append("\n")
        if tag == "main":
            self._parts.clear()

    def handle_endtag(self, tag: str) -> None:
        self._parts.append({"dt": ": ", "th": ": ", "strong": ""}.get(tag, "\n"))

    def handle_data(self, data: str) -> None:
        self._parts.append(re.sub(r"\s+", " ", data))

    @property
    def text(self) -> str:
        lines = (line.strip(" ") for line in "".join(self._parts).split("\n"))
        return "\n".join(filter(None, lines)) + "\n"


def read(html: str) -> str:
    return Reader(html).text


def in_time(kind: Letter, c: Correspondence) -> Correspondence:
    """Return what is known when such a letter leaves: most go before the plan is adopted."""
    if kind in (Letter.ADOPTION, Letter.SEND_OUT, Letter.ANNOUNCEMENT):
        return c
    return replace(c, adopted_on=None, basis="")


def all_notices() -> Iterator[tuple[str, Letter, Rendered]]:
    for name, c in (("", FULL), ("-bij-benadering", ROUGH), ("-leeg", EMPTY)):
        for kind in Letter:
            to = replace(c, to=OFFICES[kind]) if kind in OFFICES and name != "-leeg" else c
            to = replace(to, basis=BASES.get(kind, to.basis))
            yield name, kind, letter(kind, in_time(kind, to))
    for party in ("burgemeesters", "ambtenaren-oov", "korpschef"):
        for kind in (Letter.ONTWERP, Letter.PROCESS, Letter.THEMES, Letter.RESERVE_TIME):
            yield f"-{party}", kind, letter(kind, in_time(kind, replace(FULL, to=party, page="")))
        yield f"-{party}", Letter.ADOPTION, letter(Letter.ADOPTION, replace(FULL, to=party))
    for name, said in OWN_ANSWERS.items():
        yield f"-{name}", Letter.ADOPTION, letter(Letter.ADOPTION, replace(FULL, zienswijzen=said))
    yield "-onderdeel", Letter.ANNOUNCEMENT, letter(Letter.ANNOUNCEMENT, PART)
    yield "-uitleg", Letter.PROCESS, letter(Letter.PROCESS, EXPLAINED)
    yield "-twee-plannen", Letter.ONTWERP, letter(Letter.ONTWERP, in_time(Letter.ONTWERP, COUPLED))
    yield "-na-vaststelling", Letter.NOTE, letter(Letter.NOTE, AFTERWARDS)
    yield "-wijziging", Letter.NOTE, letter(Letter.NOTE, CHANGE)


def _meetings() -> Iterator[tuple[str, Rendered]]:
    """Yield what a body reads of a meeting of which the text is still to come."""
    text = "'definitieve versie opleveren' (werkgroep)"
    body, adopt = replace(FULL, to="rbop", recipient="RBOP", page=""), "plan vaststellen"
    yield (
        "herinnering-vergadering",
        reminder(body, action=adopt, owner="het RBOP", due=OCTOBER_8, days_left=14, waits_for=text),
    )
    soon = When.on(date(2027, 9, 17))
    held = [("stand bespreken", soon, 14, ""), (adopt, OCTOBER_8, 35, text)]
    yield "herinneringen-vergadering", reminders_together(body, lines=held, hearing=False)


def all_mails() -> Iterator[tuple[str, Rendered]]:
    for days in (14, 1, 0, -1, -8):
        yield (
            f"herinnering-{days}",
            reminder(
                FULL, action=HEARING, owner=WHO, due=OCTOBER_8, days_left=days,
                hearing=True,
            ),
        )  # fmt: skip
    yield (
        "herinnering-burgemeester",
        reminder(
            replace(FULL, to="burgemeesters", page=""), action=HEARING, owner=WHO, due=OCTOBER_8,
            days_left=40, hearing=True,
        ),
    )  # fmt: skip
    client = replace(FULL, to="hoofdofficier", page="")
    for days in (3, -1):
        yield (
            f"herinnering-bij-benadering-{days}",
            reminder(
                client, action="akkoord geven", owner="hoofdofficier",
                due=When(MEDIO_OKTOBER, MEDIO), days_left=days,
            ),
        )  # fmt: skip
    for days in (3, -1):
        yield (
            f"herinnering-maand-{days}",
            reminder(
                FULL, action="raad laten bespreken", owner="raad van Haarlem",
                due=When("in september 2023", SEPTEMBER), days_left=days,
            ),
        )  # fmt: skip
    yield from _meetings()
    late = [
        ("Haarlem: raad horen over het ontwerp", OCTOBER_8, "de verzending van het ontwerp"),
        ("Hoorn", None, ""),
        ("RBOP: stand bespreken", When("in september 2023", SEPTEMBER), "'ontwerp' (werkgroep)"),
        ("Texel: raad horen", When(MEDIO_OKTOBER, MEDIO), ""),
    ]
    yield "te-laat", late_digest(FULL, new=late)
    yield "te-laat-en-nieuw", late_digest(FULL, new=late[:1], known=late[1:])
    yield "niets-te-laat", late_digest(FULL, new=[])
    call = "nabellen: Texel, raad horen over het ontwerp (laatste dag was 7 oktober 2027)"
    calls = [f"{call}; uiterlijk 22 oktober 2027"]
    yield (
        "te-laat-bellen",
        late_digest(
            FULL, new=[], known=late[:1], calls=calls, steps=["nabellen-horen"], dossier="imv"
        ),
    )
    asked = ["1 (Texel: een vraag); antwoord uiterlijk 22 juni 2027"]
    yield "te-laat-verzoek", late_digest(FULL, new=[], requests=asked, dossier="imv-2028-2031")
    since = "bijna drie weken te laat, de laatste dag was 7 oktober 2027"
    told, by = "het laatst herinnerd op 15 oktober 2027", "aanspreken uiterlijk 1 november 2027"
    speak = [
        ("Raad van Texel: raad horen", since, told, by),
        ("Raad van Urk: raad horen", since, "niet herinnerd", by),
    ]
    office = replace(FULL, to="regioburgemeester", recipient="Regioburgemeester")
    yield "escalatie", escalation(office, lines=speak)
    nobody = ["burgemeester van Texel", "RBOP", "regioburgemeester"]
    yield "geen-adres", late_digest(FULL, new=[], unreached=nobody, dossier="imv-2028-2031")
    yield "te-laat-geen-adres", late_digest(FULL, new=late[:1], unreached=nobody[:1], dossier="imv")
    reserve = ("tijd reserveren", When.on(date(2027, 9, 17)), -7, "")
    lines = [(HEARING, OCTOBER_8, 14, ""), reserve]
    yield "herinneringen", reminders_together(FULL, lines=lines, hearing=True)
    rough = [
        ("akkoord geven", OCTOBER_8, 0, ""),
        ("zaal regelen", When(MEDIO_OKTOBER, MEDIO), 20, ""),
        ("agenda opvragen", None, None, ""),
    ]
    office = replace(FULL, to="hoofdofficier", recipient="Hoofdofficier van justitie")
    yield (
        "herinneringen-ambt-te-laat",
        reminders_together(
            office,
            lines=[("akkoord geven", OCTOBER_8, -3, ""), ("stand bespreken", None, None, "")],
            hearing=False,
        ),
    )
    yield "herinneringen-ambt", reminders_together(office, lines=rough, hearing=False)
    yield from _replies()
    yield from _drafts()
    yield (
        "niet-aangekomen",
        undelivered_digest(
            FULL,
            lines=[
                (
                    "griffie van Hoorn",
                    "IMV 2024-2027: ontwerp voor uw raad",
                    "weg@hoorn.example: '550 5.1.1 no such user'.",
                ),
                ("griffie van Texel", "IMV 2024-2027: proces", "er is geen adres bekend."),
            ],
        ),
    )
    yield (
        "verplaatst",
        moved(
            FULL,
            action=HEARING,
            old="8 oktober 2027",
            new=When.on(date(2027, 10, 15)),
            reason="reces",
        ),
    )
    griffie = replace(FULL, to="griffies")
    for name, former in (("ontvangst", False), ("ontvangst-vorig-adres", True)):
        what = "Antwoord van de raad"
        yield name, receipt_in_mail(griffie, RECEIPT, what, former=former)
    for name, is_new in (("toegang", False), ("toegang-nieuw", True)):
        yield name, mail_only("toegang", griffie, {"is_new": is_new})
    for name, until, longer in (
        ("uitstel", date(2027, 10, 15), True),
        ("uitstel-ingetrokken", date(2027, 10, 8), False),
    ):
        yield (
            name,
            moved(
                FULL,
                action=HEARING,
                old="uiterlijk 8 oktober 2027" if longer else "uiterlijk 15 oktober 2027",
                new=When(f"uiterlijk {day_in_words(until)}", Due.on(until)),
                reason="de raad vergadert een week later",
                longer=longer,
            ),
        )
    body = replace(
        FULL, recipient="RBOP", to="rbop", greeting="Geachte leden van het RBOP", page=""
    )
    for news in get_args(News):
        yield (
            f"uitnodiging-{news}",
            invited(
                body, meeting="thema's bespreken", day="donderdag 18 maart 2027", news=news,
                hour="van 09.30 tot 12.00 uur", place="Stadhuis, Haarlem",
                agenda=["thema's vaststellen"],
            ),
        )  # fmt: skip
    yield (
        "verplaatst-leeg",
        moved(EMPTY, action=HEARING, old="", new=When(MEDIO_OKTOBER, MEDIO), reason=""),
    )


def golden_files() -> Iterator[tuple[str, str]]:
    for name, kind, rendered in all_notices():
        mail = f"Onderwerp: {rendered.subject}\n\n{rendered.mail}"
        if name:
            yield f"{kind}{name}.txt", f"{mail}\n-- brief --\n\n{read(rendered.letter)}"
        else:
            yield f"{kind}.txt", mail
            yield f"{kind}.html", rendered.letter
    for name, rendered in all_mails():
        yield f"{name}.txt", f"Onderwerp: {rendered.subject}\n\n{rendered.mail}"
    yield from sheets()


def sheets() -> Iterator[tuple[str, str]]:
    yield "LEESMIJ.txt", SHEETS.read_me(())
    yield "overzicht.html", SHEETS.overview()
    yield "dossiernotitie.html", SHEETS.file_note(DISPATCHES[0])
    yield "bericht.txt", SHEETS.message(MESSAGES[1])
    withdrawn = MESSAGES[0].model_copy(update={"state": MessageState.WITHDRAWN})
    yield "bericht-ingetrokken.txt", SHEETS.message(withdrawn)


def all_texts() -> Iterator[str]:
    for _, _, rendered in all_notices():
        yield from (rendered.subject, rendered.mail, read(rendered.letter))
    for _, rendered in all_mails():
        yield from (rendered.subject, rendered.mail)


def _replies() -> Iterator[tuple[str, Rendered]]:
    """Yield what who asked something reads of the answer."""
    text, answer = "De raad vergadert later.", "Daarna is er geen tijd meer om te wegen."
    asked_on = date(2027, 6, 14)
    for name, asked, reply, is_committee in (
        ("antwoord-uitstel", "uitstel tot en met 21 oktober 2027", "afgewezen", False),
        ("antwoord-commissie", "behandeling in een commissie", "afgewezen", True),
        ("antwoord-vraag", "", "beantwoord", False),
    ):
        yield (
            name,
            replied(
                FULL,
                asked=asked,
                asked_on=asked_on,
                text=text,
                reply=reply,
                answer=answer,
                by_committee=is_committee,
                last_day="8 oktober 2027" if asked else "",
            ),
        )


def _drafts() -> Iterator[tuple[str, Rendered]]:
    """Yield what who reads along gets with a first draft, with the next, and with one sent bare."""
    first, second = (
        _draft(70),
        _draft(85, changed="Hoofdstuk 3 is herschreven.\n\nTitels zijn nieuw."),
    )
    reader = replace(FULL, recipient="Programmamanager OM", to="meelezer 1")
    none_before = ReadBefore(None, (), None)
    follows = (
        "Hoofdstuk 6, Sterkteverdeling (ontbreekt nog): volgt zodra het bekend is, aan allen",
    )
    yield (
        "ter-lezing",
        draft_to_read(reader, DraftTold(first, none_before, date(2027, 5, 10), False, follows)),
    )
    before = ReadBefore(first, (second.changed,), None)
    again = DraftTold(second, before, date(2027, 5, 31), True, (), first, is_considered=True)
    yield "ter-lezing-kritisch", draft_to_read(reader, again)
    burgemeester = replace(FULL, to="burgemeesters")
    yield "ter-lezing-op-naam", draft_to_read(burgemeester, again._replace(critical_of=None))
    awaited = ReviewAwaited(first, date(2027, 4, 12), date(2027, 5, 10))
    yield "ter-lezing-herinnering", response_awaited(reader, awaited)


def _draft(percent: int, changed: str = "") -> DraftVersion:
    return DraftVersion(
        id=f"imv/versie/{percent}",
        dossier="imv",
        step=f"concept-{percent}",
        number=percent,
        title=f"{percent}%-versie opleveren",
        completeness=percent,
        is_ontwerp=False,
        contains=(),
        made_on=date(2027, 4, 12),
        changed=changed,
    )


if __name__ == "__main__":
    for path in GOLDEN.iterdir():
        path.unlink()
    for name, text in golden_files():
        (GOLDEN / name).write_text(text, encoding="utf-8")
