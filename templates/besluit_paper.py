# SPDX-License-Identifier: EUPL-1.2
"""A besluit as a document for signature: what every kind has in common, in Dutch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, OFFICES, REGIOBURGEMEESTER
from gehoord.law.article import Article
from gehoord.templates.reports import REPORTS
from gehoord.templates.wording import capital, cited

LID_1: Final = "39-1"
LID_2: Final = "39-2"
LID_3: Final = "39-3"
THE_HOOFDOFFICIER: Final = f"de {OFFICES[HOOFDOFFICIER]}"
THE_REGIOBURGEMEESTER: Final = f"de {OFFICES[REGIOBURGEMEESTER]}"


class About(StrEnum):
    """What a besluit is about, as people ask for its document."""

    ADOPTION = "vaststelling"
    PART = "onderdeel"
    CHANGE = "wijziging"
    JAARVERSLAG = "jaarverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitPaper:
    """What stands in the document, from top to bottom.

    Attributes:
        name: what is decided, as a heading after the word besluit.
        taken_on: the day on which it was taken; nothing while it is a draft.
        lacking: why a draft cannot be signed yet, a sentence each.
        by: who decides, as the subject of the sentence; ``is_plural`` where they are several.
        regarded: the articles on which it rests.
        considering: what is considered, each as it follows upon "dat".
        decides: what is decided, each as it follows upon "besluit".
        signers: who sign, each with what was recorded of him.
        agreeing: who sign that they agree, below those who decide.
        may_appeal: whether a burgemeester may appeal (lid 5).
    """

    name: str
    taken_on: date | None
    lacking: Sequence[str] = ()
    by: str
    is_plural: bool
    regarded: Sequence[Article]
    considering: Sequence[str]
    decides: Sequence[str]
    signers: Sequence[tuple[str, str]]
    agreeing: Sequence[tuple[str, str]] = ()
    may_appeal: bool = False

    @property
    def heading(self) -> str:
        """What it is: a draft is never called a besluit that was taken."""
        return f"Besluit {self.name}" if self.taken_on else f"Concept-besluit {self.name}"

    @property
    def regarded_in_words(self) -> list[str]:
        """The articles, as they read in a sentence."""
        return [cited(article) for article in self.regarded]


def besluit_html(state: State, paper: BesluitPaper, on: date) -> str:
    """Return the document as XHTML, the source of each other form.

    Law: Politiewet 2012, art. 38b lid 2 and 39; Algemene wet bestuursrecht, art. 3:45.
    """
    template = REPORTS.get_template("besluit.html.j2")
    return template.render(f=state, on=on, b=paper, capital=capital).strip() + "\n"
