"""Makes the messages of a step: the letter, the mail it goes with, and its attachments."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, Topic, message_key
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    COUNCILS,
    KORPSCHEF,
    OFFICES,
    PER_MUNICIPALITY,
)
from gehoord.domain.outgoing.reminders import Reminder
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.politiewet import BASES_OF_CHANGE
from gehoord.tasks.calendars import calendar_of
from gehoord.templates.correspondence import (
    Rendered,
    late_digest,
    letter,
    moved,
    reminder,
)
from gehoord.templates.fields import correspondence
from gehoord.templates.when import When

_WITH_CALENDAR = (Letter.RESERVE_TIME, Letter.ONTWERP)


def notices(
    state: State, planned: PlannedStep, on: date, rounds: Mapping[str, int] | None = None
) -> Iterator[Message]:
    """Yield the messages of one notice, one for each addressee.

    Args:
        state: the dossier.
        planned: the step of the notice.
        on: the day on which they are put in the outbox.
        rounds: who is asked about the ontwerp now and for which time; others get nothing.
    """
    step = planned.step
    if step.letter is None or step.to is None:
        return
    for recipient, name, address, municipality in _addressees(state, step.to):
        if rounds is not None and recipient not in rounds:
            continue
        said = correspondence(state, on, name, planned)
        attachments = []
        if step.letter in (Letter.ONTWERP, Letter.SEND_OUT, Letter.ADOPTION):
            attachments += _document(state, ontwerp=step.letter is Letter.ONTWERP)
        if step.letter in _WITH_CALENDAR:
            attachments.append(_calendar(state, recipient))
        topic = Topic(
            dossier=state.dossier.id,
            kind=MessageKind.LETTER,
            recipient=recipient,
            letter=step.letter,
            step=step.id,
            municipality=municipality,
            version=_version_of(state, step.letter),
            round=rounds[recipient] if rounds is not None else None,
        )
        yield _message(topic, address, letter(step.letter, said), attachments, on)


def reminders(state: State, due: list[Reminder], on: date) -> Iterator[Message]:
    """Yield the message of each reminder; what has no griffie goes to the adviser."""
    for item in due:
        action = item.action
        municipality = next(
            (m for m in state.municipalities if m.code == action.municipality), None
        )
        name = municipality.name if municipality else action.owner_name
        rendered = reminder(
            correspondence(state, on, name, to=_party(state, action)),
            action=action.title,
            owner=action.owner_name,
            due=When.promised(action.stretch),
            days_left=item.days_left,
            hearing=action.kind is StepKind.HEARING,
        )
        address = ""
        if item.to_griffie and municipality:
            address = municipality.griffie_address or ""
        attachments = [_calendar(state, item.topic.recipient)] if item.to_griffie else []
        yield _message(item.topic, address, rendered, attachments, on)


def _party(state: State, action: Action) -> str:
    """Return who reads a mail about an action: the office, or the sort of office it stands for."""
    return state.proposal.step(action.step).owner if action.municipality else action.owner


def digest_of_late(state: State, on: date) -> Iterator[Message]:
    """Yield one message to the adviser for each day on which something became late."""
    late = sorted(
        (a for a in state.open_actions() if a.is_late(on)), key=lambda a: (a.due_on, a.name)
    )
    if late:
        rendered = late_digest(
            correspondence(state, on, OFFICES[ADVISER]),
            late=[
                (
                    f"{a.owner_name}: {a.title}",
                    When.on(a.due_on) if a.names_day else When.promised(a.stretch),
                )
                for a in late
            ],
        )
        topic = Topic(
            dossier=state.dossier.id,
            kind=MessageKind.LATE,
            recipient=ADVISER,
            due_on=max(a.due_on for a in late),
        )
        yield _message(topic, "", rendered, [], on)


def notices_of_move(
    state: State, step: str, old: dict[str, str], reason: str, on: date
) -> Iterator[Message]:
    """Yield a message to each griffie that was told another day before.

    Args:
        state: the dossier after the move.
        step: the step that was moved.
        old: the former day in words, by id of the action.
        reason: why it was moved.
        on: the day of the move.
    """
    for action in state.open_actions():
        if action.id not in old or action.municipality is None:
            continue
        municipality = state.municipality(action.municipality)
        rendered = moved(
            correspondence(state, on, municipality.name),
            action=action.title,
            old=old[action.id],
            new=When.promised(action.stretch),
            reason=reason,
        )
        topic = Topic(
            dossier=state.dossier.id,
            kind=MessageKind.MOVED,
            recipient=municipality.code,
            step=action.step,
            owner=action.owner,
            municipality=municipality.code,
            due_on=action.due_on,
            cause=step,
            edition=action.sequence,
        )
        calendar = _calendar(state, municipality.code)
        yield _message(topic, municipality.griffie_address or "", rendered, [calendar], on)


def notices_of_change(state: State, besluit: Besluit, on: date) -> Iterator[Message]:
    """Yield to every council and the korpschef that the adopted plan was changed, and why.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40 (a change needs no new consent).
    """
    ground = BASES_OF_CHANGE[besluit.basis]
    number = next(v.number for v in state.versions if v.id == besluit.version)
    note = (
        f"Het beleidsplan is op {day_in_words(besluit.taken_on)} gewijzigd, op grond van "
        f"{_CHANGED_BY[besluit.basis]} ({ground}). Daarvoor is geen nieuwe instemming nodig.\n\n"
        f"{besluit.text}"
    )
    for to in (COUNCILS, KORPSCHEF):
        for recipient, name, address, municipality in _addressees(state, to):
            said = replace(
                correspondence(state, on, name, to=to),
                title_of_step="het vastgestelde plan is gewijzigd",
                is_change=True,
                note=note,
                adoption=None,
                respond_by=None,
                treatment=None,
                sending=None,
            )
            topic = Topic(
                dossier=state.dossier.id,
                kind=MessageKind.CHANGED,
                recipient=recipient,
                letter=Letter.NOTE,
                municipality=municipality,
                version=number,
            )
            attachments = _document(state, ontwerp=False)
            yield _message(topic, address, letter(Letter.NOTE, said), attachments, on)


_CHANGED_BY = {
    "aanwijzing": "een aanwijzing van de minister",
    "beroep": "een beslissing van de minister op beroep",
}


def _addressees(state: State, to: str) -> Iterator[tuple[str, str, str, str | None]]:
    """Yield key, name, address and municipality of each party behind an addressee."""
    if to in PER_MUNICIPALITY:
        for m in state.living:
            if to == BURGEMEESTERS:
                yield f"{to} {m.code}", m.name, "", m.code
            else:
                yield m.code, m.name, m.griffie_address or "", m.code
        return
    party = state.eenheid.party(to)
    yield to, party.name if party else OFFICES.get(to, to), "", None


def _message(
    topic: Topic, address: str, rendered: Rendered, attachments: list[Attachment], on: date
) -> Message:
    if rendered.letter:
        attachments = [
            Attachment(name="brief.html", media_type="text/html", content=rendered.letter),
            *attachments,
        ]
    return Message(
        **dict(topic),
        id=message_key(topic),
        address=address,
        subject=rendered.subject,
        body=rendered.mail,
        attachments=tuple(attachments),
        created_on=on,
    )


def _version_of(state: State, kind: Letter) -> int | None:
    """Return the number of the version that a letter is about, if it is about one."""
    if kind is Letter.ONTWERP:
        return state.ontwerp.number if state.ontwerp else None
    is_about_last = kind in (Letter.ADOPTION, Letter.SEND_OUT)
    return state.final.number if is_about_last and state.final else None


def _document(state: State, *, ontwerp: bool) -> list[Attachment]:
    version = state.ontwerp if ontwerp else state.final
    if version is None or version.document is None:
        return []
    return [
        Attachment(
            name="ontwerp" if ontwerp else "beleidsplan",
            media_type="application/octet-stream",
            document=version.document,
        )
    ]


def _calendar(state: State, owner: str) -> Attachment:
    content = calendar_of(state, owner).decode()
    return Attachment(name="agenda.ics", media_type="text/calendar", content=content)
