# SPDX-License-Identifier: EUPL-1.2
"""Where the rows of an overview lead to: letters and documents on the desk, cards in Prefect."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.kept_letter import KeptLetter
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.finding import Finding
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.templates.commands import forms_named
from gehoord.templates.desk.paper_links import link_to
from gehoord.templates.filters import municipality_tag, owner_tag, step_tag
from gehoord.templates.links import Filled, Links
from gehoord.templates.story.forms import offered


@dataclass(frozen=True, slots=True)
class RowLink:
    """A link in a row; ``is_download`` when it gives a file and opens no page."""

    text: str
    address: str
    is_download: bool = False


class RowLinks:
    """Finds the links of the rows of one overview.

    Args:
        state: the dossier.
        path: at which the overview stands, with its key; letters stand below it.
        letters: those that left or are to leave.
        board: the pages of Prefect; nothing when its reader cannot reach them.
    """

    def __init__(
        self, state: State, path: str, letters: Sequence[KeptLetter], board: Links | None
    ) -> None:
        self._state, self._path, self._board = state, path, board
        sent = [each for each in letters if each.is_sent]
        self._of_council = _newest(
            (each.municipality, each) for each in sent if each.letter is Letter.ONTWERP
        )
        self._of_step = _alone((each.step, each) for each in sent)
        self._of_message = {each.id: each for each in letters}
        made = [version for version in standing(state.versions) if version.document]
        made.sort(key=lambda version: version.number)
        self._documents = {version.step: version for version in made}

    def of_action(self, action: Action) -> tuple[RowLink, ...]:
        """Return the links of something that is owed: its card, its letter and its form."""
        cards = (step_tag(action.step), owner_tag(action.owner_name))
        is_hearing = action.kind is StepKind.HEARING
        letter = self._of_council.get(action.municipality) if is_hearing else None
        return (*self._cards(*cards), *self._letter(letter), *self._form(action))

    def of_council(self, code: str, name: str) -> tuple[RowLink, ...]:
        """Return the links of a council: its cards, the letter with the ontwerp, its answers."""
        letter = self._letter(self._of_council.get(code))
        said = standing(self._state.zienswijzen.where(municipality=code))
        answers = [self._document("Zienswijze", each) for each in said if each.document]
        return (*self._cards(municipality_tag(name)), *letter, *answers)

    def of_step(self, step: str) -> tuple[RowLink, ...]:
        """Return the links of a step: its cards, its letter if it has but one, and its text."""
        found = self._documents.get(step)
        document = (self._document("Stuk", found),) if found else ()
        letter = self._letter(self._of_step.get(step))
        return (*self._cards(step_tag(step)), *letter, *document)

    def _document(self, text: str, filed: DraftVersion | Zienswijze) -> RowLink:
        return RowLink(text, f"{self._path}/{link_to(filed.document, filed.id)}", is_download=True)

    def of_mail(self, message: str) -> tuple[RowLink, ...]:
        """Return the link of a message: its letter, if it carries one."""
        return self._letter(self._of_message.get(message))

    def of_stage(self, stage: Stage) -> tuple[RowLink, ...]:
        """Return the link of a stage: the form that starts it."""
        return self.of_form("Starten", stage.numbered, {"dossier": self._state.id})

    def of_form(self, text: str, form: str, filled: Filled) -> tuple[RowLink, ...]:
        """Return the link to a form of Prefect, filled in; none where it is not known."""
        address = self._board.form(form, filled) if self._board else None
        return (RowLink(text, address),) if address else ()

    def of_finding(self, finding: Finding) -> tuple[RowLink, ...]:
        """Return the links to the forms of the commands that a finding names."""
        if self._board is None:
            return ()
        named = forms_named(finding.next_step, self._board, self._state.id)
        return tuple(RowLink("Formulier", address) for address in dict.fromkeys(named))

    def _cards(self, *tags: str) -> tuple[RowLink, ...]:
        if self._board is None:
            return ()
        return (RowLink("Kaart", self._board.cards(self._state.id, *tags)),)

    def _letter(self, found: KeptLetter | None) -> tuple[RowLink, ...]:
        if found is None:
            return ()
        return (RowLink("Brief", f"{self._path}/brief/{found.key}", is_download=True),)

    def _form(self, action: Action) -> tuple[RowLink, ...]:
        form = offered(self._state, action)[0]
        return self.of_form("Melden", form.form, form.filled)


def _alone(letters: Iterable[tuple[str | None, KeptLetter]]) -> Mapping[str | None, KeptLetter]:
    """Return the letter of each that has one reader alone: of many none stands for the others."""
    found: dict[str | None, dict[str, KeptLetter]] = {}
    for key, letter in letters:
        found.setdefault(key, {})[letter.recipient] = letter
    return {key: next(iter(those.values())) for key, those in found.items() if len(those) == 1}


def _newest(letters: Iterable[tuple[str | None, KeptLetter]]) -> Mapping[str | None, KeptLetter]:
    """Return the letter that left last for each; of one moment the one with the last key."""
    ordered = sorted(letters, key=lambda pair: (str(pair[1].sent_at or ""), pair[1].id))
    return {key: letter for key, letter in ordered if key}
