# SPDX-License-Identifier: EUPL-1.2
"""Every letter and mail Gehoord writes: what may be said in them, and how they are made.

A letter is HTML that prints on A4 and needs nothing from elsewhere; a mail is plain text. What
comes in from outside is cleaned first: no sign can break a subject, a sentence or the HTML.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final, Literal, NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.domain.dossier.message import LONGEST_SUBJECT
from gehoord.domain.dossier.own_words import OF_MAIL
from gehoord.domain.eenheid.eenheid import COUNCILS, GRIFFIES
from gehoord.domain.eenheid.letterhead import annexes_in
from gehoord.domain.eenheid.lidwoord import in_sentence
from gehoord.domain.proposal.step import Letter
from gehoord.law import politiewet
from gehoord.templates import wording
from gehoord.templates.addressee import addressee
from gehoord.templates.environment import ENVIRONMENT
from gehoord.templates.known import Correspondence as Correspondence
from gehoord.templates.own_words import as_plain
from gehoord.templates.placeholders import facts_of
from gehoord.templates.planning import planned_days, planning
from gehoord.templates.reflow import BLANK_LINES, reflowed
from gehoord.templates.when import When

_GROUNDS: Final = (
    politiewet.ADOPT,
    politiewet.ADOPT_BY_REGIOBURGEMEESTER,
    politiewet.DECIDE_DIFFERENCE,
)


class Rendered(NamedTuple):
    """A mail with its subject on one line, and its letter as HTML, empty when there is none."""

    subject: str
    mail: str
    letter: str


def letter(kind: Letter, c: Correspondence) -> Rendered:
    """Return the letter of a notice, with the mail that carries it.

    Law: Politiewet 2012, art. 38b lid 2 (hearing), art. 39 lid 1 to 3 (adoption) and lid 4.
    """
    if kind is Letter.RESERVE_TIME and c.to in ("", COUNCILS):
        c = replace(c, to=GRIFFIES)  # the griffie keeps the agenda
    said = _context(c)
    own = _own_words(kind, said["c"])
    facts = facts_of(said)
    own_mail = {passage: as_plain(own.get(passage, ""), facts) for passage in OF_MAIL}
    mail = _mail(kind.value, {**said, "own_mail": own_mail})
    return Rendered(*mail, _letter(kind, said, own, facts))


def reminder(
    c: Correspondence,
    *,
    action: str,
    owner: str,
    due: When | None,
    days_left: int | None,
    hearing: bool = False,
    waits_for: str = "",
) -> Rendered:
    """Return a reminder: friendly before the last day, clear on it and after it.

    Args:
        c: to whom, and about which plan.
        action: what is asked, as the plan calls it.
        owner: who owes it.
        due: the last day, if it is known.
        days_left: days from today to the last day; negative when it has passed, nothing when there
            is none.
        hearing: whether the action is the hearing of a council; then the law is named.
        waits_for: what must come first of what a meeting is about; empty when all is there.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    said = {"action": one_line(action), "owner": one_line(owner)}
    extra = said | {
        "due": due and due.cleaned(one_line),
        "days_left": days_left,
        "hearing": hearing,
        "waits_for": one_line(waits_for),
    }
    return Rendered(*_mail("herinnering", _context(c) | extra), "")


def reminders_together(
    c: Correspondence, *, lines: Sequence[tuple[str, When | None, int | None, str]], hearing: bool
) -> Rendered:
    """Return several reminders in one mail.

    Args:
        c: to whom, and about which plan.
        lines: of each action what is asked, its last day if it has one, the days from today to
            it, negative when it has passed, and what must come first of what a meeting is about.
        hearing: whether the hearing of a council is among them; then the law is named.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    rows = [
        {
            "action": one_line(action),
            "due": due and due.cleaned(one_line),
            "left": _left(due, days),
            "waits_for": one_line(waits_for),
        }
        for action, due, days, waits_for in lines
    ]
    late = sum(days is not None and days < 0 for _, _, days, _ in lines)
    said = _context(c) | {"lines": rows, "hearing": hearing, "late": late}
    return Rendered(*_mail("herinneringen", said), "")


def escalation(c: Correspondence, *, lines: Sequence[tuple[str, ...]]) -> Rendered:
    """Return what the regioburgemeester reads of what is too long late.

    Args:
        c: to whom, and about which plan.
        lines: of each who owes what, how late, when he was last reminded, and by when to act.
    """
    said = {"lines": [[one_line(words) for words in line] for line in lines]}
    return Rendered(*_mail("escalatie", _context(c) | said), "")


def _left(due: When | None, days: int | None) -> str:
    """Return in Dutch how long an action still has; nothing of a day that is not sure."""
    if days is None or (due and due.is_loose):
        return ""
    if days == 0:
        return "vandaag is de laatste dag"
    return f"nog {wording.time_left(days)}" if days > 0 else "de laatste dag is voorbij"


def moved(
    c: Correspondence,
    *,
    action: str,
    old: str,
    new: When | None,
    reason: str,
    longer: bool | None = None,
    again: str = "",
) -> Rendered:
    """Return that the day of an action moved; ``longer``: of one council, whether it has longer.

    ``again`` is what changed, where that council is heard again on it.
    """
    told = {"action": action, "old": old, "reason": reason, "again": again}
    said = _context(c) | {key: one_line(value) for key, value in told.items()}
    said |= {"new": new and new.cleaned(one_line), "longer": longer}
    return Rendered(*_mail("verplaatst" if longer is None else "uitstel", said), "")


News = Literal["nieuw", "gewijzigd", "vervallen"]
"""What an invitation brings."""


def invited(
    c: Correspondence,
    *,
    meeting: str,
    day: str,
    hour: str,
    place: str,
    agenda: Sequence[str],
    news: News,
) -> Rendered:
    """Return the mail that invites a body to its meeting, tells a change, or takes it back.

    Args:
        c: to which body, and about which plan.
        meeting: for what it meets, as the plan calls it.
        day: in words, with the weekday.
        hour: from when, and until when if that is known.
        place: where; may be empty.
        agenda: what else it does in this meeting.
        news: whether this is the first invitation, another one, or a cancellation.
    """
    told = {"meeting": meeting, "day": day, "hour": hour, "place": place}
    said = _context(c) | {key: one_line(value) for key, value in told.items()}
    said |= {"agenda": [one_line(item) for item in agenda], "news": news}
    return Rendered(*_mail("uitnodiging", said), "")


def invited_to_session(
    c: Correspondence, *, session: str, day: str, hour: str, place: str, news: News
) -> Rendered:
    """Return the mail that invites a guest to a session, tells a change, or takes it back.

    Args:
        c: to which guest, and about which plan.
        session: what it is about.
        day: in words, with the weekday.
        hour: from when, and until when if that is known.
        place: where.
        news: whether this is the first invitation, another one, or a cancellation.
    """
    told = {"session": session, "day": day, "hour": hour, "place": place}
    said = _context(c) | {key: one_line(value) for key, value in told.items()} | {"news": news}
    return Rendered(*_mail("sessie", said), "")


def mail_only(name: str, c: Correspondence, said: Mapping[str, Any]) -> Rendered:
    """Return a mail without a letter.

    Args:
        name: of its template.
        c: to whom, and about which plan.
        said: what it says besides; who gives it has cleaned it.
    """
    return Rendered(*_mail(name, {**_context(c), **said}), "")


def _own_words(kind: Letter, c: Correspondence) -> dict[str, str]:
    """Return the adviser's own words for a letter and its mail, by the name of their passage."""
    of_letter = f"{kind}: "
    return {
        called.removeprefix(of_letter): text
        for called, text in c.own_words.items()
        if called.startswith(of_letter)
    }


def _letter(
    kind: Letter, said: Mapping[str, Any], own: Mapping[str, str], facts: Mapping[str, str]
) -> str:
    template = ENVIRONMENT.get_template(f"letters/{kind.value}.html.j2")
    annexes = annexes_in(kind, said["c"].annexes)
    return template.render(said, own=own, facts=facts, annexes=annexes).strip() + "\n"


def _mail(name: str, said: Mapping[str, Any]) -> tuple[str, str]:
    """Return the subject and the body; the first line of a template is the subject."""
    template = ENVIRONMENT.get_template(f"mails/{name}.txt.j2")
    blocks = BLANK_LINES.split(template.render(said).strip())
    subject = one_line(reflowed(blocks[0])).removeprefix("Onderwerp: ")
    body = "\n\n".join(filter(None, map(reflowed, blocks[1:])))
    return wording.shortened(subject, LONGEST_SUBJECT), body + "\n"


def _context(c: Correspondence) -> dict[str, Any]:
    c = _cleaned(c)
    ground = next((article for article in _GROUNDS if str(article) == c.basis), None)
    return {
        "c": c,
        "today": day_in_words(c.on),
        "title": _title(c),
        "adopted_title": f"{c.lidwoord} vastgestelde {c.title or c.plan}",
        "about": wording.about(c.plan, c.subject_of_step or c.title_of_step),
        "ontwerp": c.version or "het ontwerp",
        "reader": addressee(c.to, c.recipient, c.eenheid, c.greeting),
        "letterhead_lines": _letterhead_lines(c),
        "planning": planning(c),
        "is_rough": any(when.is_rough for when in planned_days(c) if when),
        "basis": "" if ground is None else str(ground.paragraph),
        "ground": c.basis if ground is None else wording.cited(ground),
        "note_paragraphs": tuple(filter(None, BLANK_LINES.split(c.note))),
        "own_silence": c.recipient in c.silent,
        "own_mail": dict.fromkeys(OF_MAIL, ""),
    }


def _letterhead_lines(c: Correspondence) -> list[tuple[str, str]]:
    """Return the lines of a letter between who deals with it and its annexes, as far as given."""
    head = c.letterhead
    lines = (
        ("Telefoon", head.telephone),
        ("E-mail", head.mail),
        ("Ons kenmerk", head.reference),
        ("Uw kenmerk", c.your_reference),
    )
    return [(name, line) for name, line in lines if line]


def _title(c: Correspondence) -> str:
    """Return the plan as a sentence names it: by its whole name, if that is known."""
    return in_sentence(c.title, c.lidwoord) if c.title else c.named


def _cleaned(c: Correspondence) -> Correspondence:
    """Return what may be said in readable text; only a note keeps its lines."""
    clean: dict[str, Any] = {}
    for field in fields(c):
        value = getattr(c, field.name)
        if isinstance(value, When):
            clean[field.name] = value.cleaned(one_line)
        elif isinstance(value, tuple):
            clean[field.name] = tuple(filter(None, map(one_line, value)))
        elif isinstance(value, str):
            clean[field.name] = paragraphs(value) if field.name == "note" else one_line(value)
    return replace(c, **clean)
