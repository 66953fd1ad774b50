"""Every letter and mail Gehoord writes: what may be said in them, and how they are made.

A letter is HTML that prints on A4 and needs nothing from elsewhere; a mail is plain text. What
comes in from outside is cleaned first: no sign can break a subject, a sentence or the HTML.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.domain.eenheid.eenheid import COUNCILS, GRIFFIES
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.step import Letter
from gehoord.law import awb, politiewet
from gehoord.templates import wording
from gehoord.templates.addressee import addressee
from gehoord.templates.when import When

LONGEST_SUBJECT: Final = 140
"""Signs in a subject; mail programs show fewer."""

_GROUNDS: Final = (
    politiewet.ADOPT,
    politiewet.ADOPT_BY_REGIOBURGEMEESTER,
    politiewet.DECIDE_DIFFERENCE,
)
_BREAK: Final = "\x1e"  # stands for a line break in free text; cleaned text cannot hold it
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """What every letter or mail may say; all text already in Dutch words, empty when unknown.

    A day is a ``When``, so that a letter is never surer of it than the plan; nothing when unknown.
    ``to`` is the id of a party (``raden``, ``griffies``, ``burgemeesters``, an office); without it
    a recipient that is no office is a municipality, of which the council is addressed.
    ``page`` is the griffie's own page: a key, so it stands in mails and never in a letter.
    ``note`` is said in a NOTE only: elsewhere it is the adviser's own. ``is_change`` makes a NOTE
    one about a change of the adopted plan; then ``title_of_step`` says so, and names no step.
    """

    on: date
    plan: str
    title: str
    eenheid: str
    period: str
    councils: int
    recipient: str = ""
    adoption: When | None
    respond_by: When | None
    treatment: When | None
    sending: When | None
    version: str
    themes: tuple[str, ...]
    themes_on: When | None
    themes_in: tuple[str, ...] = ()
    themes_out: tuple[str, ...] = ()
    missing_parts: tuple[str, ...]
    has_document: bool
    adopted_on: When | None
    basis: str
    announced_on: When | None = None
    appeal_by: When | None = None
    year: int = 0
    undisposed: int = 0
    heard: int
    silent: tuple[str, ...]
    title_of_step: str = ""
    note: str = ""
    is_change: bool = False
    to: str = ""
    agenda_time: str = ""
    page: str = ""


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
    return Rendered(*_mail(kind.value, said), _letter(kind, said))


def reminder(
    c: Correspondence,
    *,
    action: str,
    owner: str,
    due: When | None,
    days_left: int,
    hearing: bool = False,
) -> Rendered:
    """Return a reminder: friendly before the last day, clear on it and after it.

    Args:
        c: to whom, and about which plan.
        action: what is asked, as the plan calls it.
        owner: who owes it.
        due: the last day, if it is known.
        days_left: days from today to the last day; negative when it has passed.
        hearing: whether the action is the hearing of a council; then the law is named.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    said = {"action": one_line(action), "owner": one_line(owner)}
    extra = said | {
        "due": due and due.cleaned(one_line),
        "days_left": days_left,
        "hearing": hearing,
    }
    return Rendered(*_mail("herinnering", _context(c) | extra), "")


def late_digest(c: Correspondence, *, late: Sequence[tuple[str, When | None]]) -> Rendered:
    """Return what the adviser reads about late actions: each with its name and its last day."""
    rows = [(one_line(name), due and due.cleaned(one_line)) for name, due in late]
    return Rendered(*_mail("te-laat", _context(c) | {"late": rows}), "")


def moved(c: Correspondence, *, action: str, old: str, new: When | None, reason: str) -> Rendered:
    """Return the notice to an owner that the day of an action has moved, and why."""
    told = {"action": action, "old": old, "reason": reason}
    said = _context(c) | {key: one_line(value) for key, value in told.items()}
    said["new"] = new and new.cleaned(one_line)
    return Rendered(*_mail("verplaatst", said), "")


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


def _letter(kind: Letter, said: Mapping[str, Any]) -> str:
    template = _ENVIRONMENT.get_template(f"letters/{kind.value}.html.j2")
    return template.render(said).strip() + "\n"


def _mail(name: str, said: Mapping[str, Any]) -> tuple[str, str]:
    """Return the subject and the body; the first line of a template is the subject."""
    template = _ENVIRONMENT.get_template(f"mails/{name}.txt.j2")
    blocks = _BLANK_LINES.split(template.render(said).strip())
    subject = one_line(_reflowed(blocks[0])).removeprefix("Onderwerp: ")
    body = "\n\n".join(filter(None, map(_reflowed, blocks[1:])))
    return wording.shortened(subject, LONGEST_SUBJECT), body + "\n"


def _reflowed(block: str) -> str:
    """Join the lines of a paragraph; an item of a list keeps its line."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, block.split("\n"))):
        if lines and not line.startswith("- "):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    joined = _SPACES.sub(" ", "\n".join(lines))
    return "\n".join(part.strip() for part in joined.replace(_BREAK, "\n").split("\n")).strip()


def _context(c: Correspondence) -> dict[str, Any]:
    c = _cleaned(c)
    ground = next((article for article in _GROUNDS if str(article) == c.basis), None)
    return {
        "c": c,
        "today": day_in_words(c.on),
        "title": c.title or c.plan,
        "ontwerp": c.version or "het ontwerp",
        "reader": addressee(c.to, c.recipient, c.eenheid),
        "planning": _planning(c),
        "is_rough": any(when.is_rough for when in _days(c) if when),
        "basis": "" if ground is None else str(ground.paragraph),
        "ground": c.basis if ground is None else wording.cited(ground),
        "note_paragraphs": tuple(filter(None, _BLANK_LINES.split(c.note))),
        "own_silence": bool(c.recipient) and c.recipient in c.silent,
    }


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


def _planning(c: Correspondence) -> tuple[tuple[str, str], ...]:
    """Return what happens when, in order; what has no day is left out."""
    sending, treatment, respond_by, adoption = _days(c)
    is_loose = respond_by is not None and respond_by.is_loose
    answer = "Antwoord van de raden" if is_loose else "Laatste dag om te antwoorden"
    rows = (
        ("Ontwerp naar de raden", sending and sending.words),
        ("Behandeling in de raden", treatment and treatment.words),
        (answer, respond_by and respond_by.last),
        ("Vaststelling (gepland)", adoption and adoption.words),
    )
    return tuple((what, when) for what, when in rows if when)


def _days(c: Correspondence) -> tuple[When | None, ...]:
    """Return the days of a planning, in order."""
    return c.sending, c.treatment, c.respond_by, c.adoption


def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader(
            {folder: PackageLoader("gehoord.templates", folder) for folder in ("letters", "mails")}
        ),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = (wording.stretch, wording.count, wording.capital)
    more = (wording.closed, wording.listed, wording.cited, wording.shortened)
    environment.filters |= {word.__name__: word for word in (*words, *more)}
    environment.filters |= {"part": part_in_words, "kept_lines": _kept_lines}
    environment.globals |= {"law": politiewet, "awb": awb}
    return environment


def _kept_lines(text: str) -> str:
    return text.replace("\n", _BREAK)


_ENVIRONMENT: Final = _environment()
