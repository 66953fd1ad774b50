# SPDX-License-Identifier: EUPL-1.2
"""The dossier of `klein` after its adoption, written by hand, and its sheets."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gehoord.calendar.due import Due, Precision
from gehoord.domain.dossier.action import actions_of
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.dossier import Dossier, DossierState, FrozenMunicipality, plan_lines
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, MessageState
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.frozen import read_toml
from gehoord.domain.ground import Ground
from gehoord.domain.outgoing.dispatches import Dispatch, dispatches
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter, Part
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.templates.sheets import Sheets
from tests.conftest import HERE

OPENED, ASKED = date(2026, 12, 1), date(2027, 6, 17)
SHA256 = "5f" * 32
SAID = "Van de 112 dagen om te horen vallen er 44 in de zomervakantie."
OF_KLEIN = {"dossier": "klein"}


def _answered(code: str, name: str, state: HearingState, on: date) -> Hearing:
    return Hearing(
        id=f"klein/{code}",
        municipality=code,
        name=name,
        state=state,
        version="klein/versie/1",
        invited_on=ASKED,
        respond_by=date(2027, 10, 7),
        heard_on=on,
        answer=Answer.ZIENSWIJZE if state is HearingState.HEARD else None,
        reason="" if state is HearingState.HEARD else "Drie keer gevraagd, en er was ruim tijd.",
        **OF_KLEIN,
    )


def _version(number: int, step: str, title: str, on: date, part: int, sha256: str) -> DraftVersion:
    return DraftVersion(
        id=f"klein/versie/{number}",
        step=step,
        number=number,
        title=title,
        completeness=part,
        is_ontwerp=step == "ontwerp",
        contains=tuple(Part),
        made_on=on,
        document=sha256 or None,
        **OF_KLEIN,
    )


def _agreed(by: str) -> Besluit:
    return Besluit(
        id=f"klein/versie/1/akkoord/{by}",
        kind=BesluitKind.AGREEMENT,
        by=by,
        taken_on=date(2027, 6, 10),
        version="klein/versie/1",
        **OF_KLEIN,
    )


def _state() -> State:
    text = (HERE / "klein.toml").read_text()
    proposal = read_toml(Proposal, text.encode(), "klein")
    eenheid = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid")
    plan, those = lay_out(proposal, eenheid), proposal.municipalities(eenheid)
    return State(
        dossier=Dossier(
            id="klein",
            title=proposal.title,
            eenheid_name=eenheid.name,
            opened_on=OPENED,
            state=DossierState.ADOPTED,
            proposal=text,
            eenheid=eenheid.model_dump_json(by_alias=True),
        ),
        municipalities=[
            FrozenMunicipality(
                id=f"klein/{m.code}",
                code=m.code,
                name=m.name,
                district="",
                holiday_region=eenheid.holiday_region,
                **OF_KLEIN,
            )
            for m in those
        ],
        lines=list(plan_lines(plan, "klein")),
        actions=[
            a.done(a.due_on or OPENED) for a in actions_of(plan, eenheid, those, "klein", OPENED)
        ],
        versions=[
            _version(1, "ontwerp", "ontwerp opleveren", date(2027, 6, 3), 95, SHA256),
            _version(2, "definitief", "definitieve versie", date(2027, 10, 28), 100, ""),
        ],
        hearings=[
            _answered("GM0392", "Haarlem", HearingState.HEARD, date(2027, 9, 16)),
            _answered("GM0405", "Hoorn", HearingState.HEARD, date(2027, 9, 21)),
            _answered("GM0448", "Texel", HearingState.SILENT, date(2027, 10, 8)),
        ],
        zienswijzen=[
            Zienswijze(
                id="klein/zienswijze/1",
                municipality="GM0392",
                name="Haarlem",
                version="klein/versie/1",
                received_on=date(2027, 9, 16),
                answer="zienswijze",
                text="Meer aandacht voor de wijkagent.\n\nEn voor de wijk.",
                disposition="Overgenomen in hoofdstuk 3.",
                disposed_on=date(2027, 10, 14),
                **OF_KLEIN,
            )
        ],
        responses=[
            Response(
                id="klein/reactie/1",
                sender="OM <Noord-Holland>",
                version="klein/versie/1",
                received_on=ASKED,
                text="Hoofdstuk 2 is helder.",
                **OF_KLEIN,
            )
        ],
        besluiten=[
            Besluit(
                id="klein/vaststelling",
                kind=BesluitKind.ADOPTION,
                by="rbop",
                taken_on=date(2027, 11, 4),
                basis="39-1",
                version="klein/versie/2",
                adopters=("GM0392", "GM0405", "GM0448", "hoofdofficier"),
                **OF_KLEIN,
            ),
            _agreed("hoofdofficier"),
            _agreed("regioburgemeester"),
        ],
        reasons=[
            Reason(
                id="klein/reden/1",
                code="reces",
                office="regioburgemeester",
                ground="De raden gaven zelf aan dat september volstaat.",
                given_on=date(2027, 3, 11),
                **OF_KLEIN,
            )
        ],
    )


MESSAGES = [
    Message(
        id=f"klein/verzending|brief ontwerp, versie 1, 1e keer|{code}",
        kind=MessageKind.LETTER,
        letter=Letter.ONTWERP,
        step="verzending",
        municipality=code,
        version=1,
        round=1,
        recipient=code,
        address=address,
        subject="Ontwerp voor uw raad",
        body="Geachte griffier,\n",
        attachments=(Attachment(name="brief.html", media_type="text/html", content="<p>x"),),
        created_on=ASKED,
        state=MessageState.SENT if sent else MessageState.WAITING,
        sent_at=datetime(2027, 6, 17, 6, 5, tzinfo=UTC) if sent else None,
        **OF_KLEIN,
    )
    for code, address, sent in (("GM0405", "", False), ("GM0392", "griffie@haarlem.example", True))
]
STATE = _state()
DISPATCHES: list[Dispatch] = dispatches(STATE, MESSAGES, [])


def _path(folder: str) -> str:
    return f"{folder}/{folder}.html"


SHEETS = Sheets(
    state=STATE,
    at=datetime(2027, 11, 5, 9, 30, tzinfo=UTC),
    entries=18,
    last_hash="0a" * 32,
    faults=(),
    findings=[
        Finding("raad-zweeg", Severity.WARN, (), "Zonder antwoord afgesloten: Texel.",
                Ground(HEAR_COUNCILS),
                "Kijk na of bij elke raad staat waarom hij gelegenheid had."),
    ],
    about={"reces": [SAID]},
    kept_on={"klein/reden/1": date(2027, 3, 15)},
    documents={SHA256: "stuk-ontwerp-5f5f5f5f5f5f/stuk-ontwerp-5f5f5f5f5f5f.pdf"},
    letters={m.id: _path(f"brief-verzending-{m.recipient.lower()}") for m in MESSAGES},
    beleidsplan=STATE.proposal.beleidsplan,
    notes=[(d, _path(f"dossiernotitie-{d.on}-{d.step}")) for d in DISPATCHES],
)  # fmt: skip

MEDIO = Due(date(2027, 10, 15), Precision.APPROXIMATE, "medio oktober 2027")
MONTH = Due(date(2027, 10, 31), Precision.WINDOW, "oktober 2027")


def asked_by(due: Due) -> State:
    """Return the dossier with every council asked to answer by this day."""
    return replace(STATE, hearings=Kept(h.due_anew(due) for h in STATE.hearings))
