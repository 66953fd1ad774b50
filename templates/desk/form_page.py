# SPDX-License-Identifier: EUPL-1.2
"""The page with one form of a party: what it asks, and what was wrong with what was sent in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.access import in_words
from gehoord.domain.acts.asked import Question
from gehoord.domain.acts.party_form import AGREES, PartyForm
from gehoord.domain.acts.party_forms import ontwerp_to_agree_with
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.document import LARGEST_SENT_IN, Document
from gehoord.domain.dossier.state import State
from gehoord.templates.desk.forms import hint_of, label_of, words_of
from gehoord.templates.desk.paper_links import link_to
from gehoord.templates.wording import capital

DAY: Final = "dag"
CHOICE: Final = "keuze"
TEXT: Final = "tekst"
LINE: Final = "regel"
LIST: Final = "lijst"
TICKS: Final = "vinkjes"
FILE: Final = "bestand"
"""How a field is filled in."""
_LONG: Final = 1000
"""Signs. What may be longer is no line."""
FILE_HINT: Final = (
    f"Een PDF, DOCX, ODT of gewone tekst (.txt), ten hoogste {LARGEST_SENT_IN // 1_000_000} MB."
)
_CHOOSE_AGAIN: Final = "Kies het bestand opnieuw: het is nog niet bewaard."


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of a form, in Dutch words.

    Attributes:
        name: under which it is sent in.
        label: what stands above it; ``hint`` below that, and may be empty.
        sort: `DAY`, `CHOICE`, `LIST`, `TICKS`, `TEXT`, `LINE` or `FILE`.
        choices: what can be chosen; ``titles`` says more of some of them.
        value: what stands in it; of several ticks each on a line of its own.
        fault: what is wrong with it; empty when nothing is.
    """

    name: str
    label: str
    hint: str
    sort: str
    choices: tuple[str, ...]
    value: str
    is_required: bool
    fault: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def chosen(self) -> list[str]:
        """What is ticked."""
        return self.value.splitlines()


@dataclass(frozen=True, slots=True)
class Faults:
    """What was wrong with a form.

    Attributes:
        general: what is wrong with all of it; empty when each fault belongs to a field.
        of_field: what is wrong with a field, by its name.
        lost_file: whether a file came with it, which must be chosen again.
    """

    general: str
    of_field: Mapping[str, str]
    lost_file: bool = False


NO_FAULTS: Final = Faults("", {})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form as a party sees it; all text already in Dutch words.

    Attributes:
        title: of the form; ``button`` sends it in.
        who: the party; ``plan`` the procedure, and ``eenheid`` the unit.
        when: for what it is meant, in paragraphs.
        general: what was wrong with all of it.
        version: the ontwerp that it answers; empty when it answers none.
        mark: by what the form is known as it opened.
        to_read: where the document is that is read first, below the page of the party; empty when
            there is none. ``to_read_name`` is its name.
        kept_file: the name of the file that stays with the answer; empty without one.
        keeps_file: whether the box is ticked by which it stays.
    """

    title: str
    button: str
    who: str
    plan: str
    eenheid: str
    when: tuple[str, ...]
    fields: tuple[FormField, ...]
    general: str
    version: str
    mark: str
    kept_file: str
    keeps_file: bool
    to_read: str = ""
    to_read_name: str = ""

    @property
    def faults(self) -> tuple[FormField, ...]:
        """The fields in which something is wrong, in their order."""
        return tuple(field for field in self.fields if field.fault)

    @property
    def is_wrong(self) -> bool:
        """Whether it comes back to be mended."""
        return bool(self.general or self.faults)


def form_page(
    state: State,
    access: Access,
    form: PartyForm,
    filled: Mapping[str, str],
    faults: Faults = NO_FAULTS,
    *,
    kept_file: str = "",
    keeps_file: bool = True,
) -> FormPage:
    """Return the page of a form.

    Args:
        state: the dossier.
        access: of the party.
        form: what it asks.
        filled: what stands in its fields, by their names.
        faults: what was wrong with what was sent in.
        kept_file: the name of the file of the answer that it changes.
        keeps_file: whether that one stays.
    """
    words = words_of(state, form)
    ontwerp = ontwerp_to_agree_with(state, access) if form.name == AGREES else None
    asked = zip(form.asked, form.questions, strict=True)
    return FormPage(
        title=words.title,
        button=words.button,
        who=capital(one_line(in_words(state, access.recipient))),
        plan=one_line(state.proposal.title),
        eenheid=one_line(state.dossier.eenheid_name),
        when=words.when,
        fields=tuple(_field(form, kind, q, filled, faults) for (kind, _), q in asked),
        general=faults.general,
        version=form.version,
        mark=form.mark,
        kept_file=one_line(kept_file),
        keeps_file=keeps_file,
        to_read=link_to(ontwerp.document, ontwerp.id) if ontwerp else "",
        to_read_name=one_line(ontwerp.file) if ontwerp else "",
    )


def _field(
    form: PartyForm, kind: str, question: Question, filled: Mapping[str, str], faults: Faults
) -> FormField:
    name = question.name
    sort = TICKS if name in form.choices else sort_of(question)
    fault = faults.of_field.get(name, "")
    if sort == FILE and faults.lost_file and not fault:
        fault = _CHOOSE_AGAIN
    return FormField(
        name=name,
        label=label_of(kind, name, question.title),
        hint=FILE_HINT if sort == FILE else hint_of(kind, name, question.description),
        sort=sort,
        choices=form.choices.get(name, question.choices),
        value=filled.get(name, ""),
        is_required=form.must_have(question),
        fault=fault,
    )


def sort_of(question: Question) -> str:
    """Return how a question is answered on a page."""
    if question.sort is date:
        return DAY
    if question.sort is Document:
        return FILE
    if question.choices:
        return CHOICE
    if question.is_many:
        return TEXT
    longest = (getattr(item, "max_length", None) for item in question.field.metadata)
    return TEXT if max(filter(None, longest), default=0) > _LONG else LINE
