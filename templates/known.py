# SPDX-License-Identifier: EUPL-1.2
"""What is known of a dossier on one day, as far as a letter or mail may say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gehoord.domain.eenheid.letterhead import Letterhead
from gehoord.domain.eenheid.lidwoord import Lidwoord
from gehoord.domain.proposal.commission import Commission
from gehoord.domain.proposal.explanation import Explanation
from gehoord.domain.proposal.part import IN_ANY_CASE
from gehoord.templates.chosen_themes import ChosenThemes
from gehoord.templates.strength_told import ToldStrength
from gehoord.templates.told_zienswijzen import ToldZienswijzen
from gehoord.templates.when import When

Unset = Literal["verzending", "behandeling", "antwoord", "vaststelling"]
"""What is planned without a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """What every letter or mail may say; all text already in Dutch words, empty when unknown.

    A day is a ``When``, so that a letter is never surer of it than the plan; nothing when unknown.
    Of the ``silent`` councils ``opportunities`` says which had what chance to be heard, and
    ``without_opportunity`` why others count as heard without. ``unset`` names the days of which
    the plan has a step without one: the letter says so.
    ``worked_before`` is the last working day before the last one to answer, if that is none;
    ``lawful_by`` the last day that the law leaves for the adoption, if it is planned later.
    ``to`` is the id of a party (``raden``, ``griffies``, ``burgemeesters``, an office); without it
    a recipient that is no office is a municipality, of which the council is addressed.
    ``page`` is the reader's own page: a key, so it stands in mails and never in a letter.
    ``named`` is the procedure with its lidwoord, as a sentence says it; ``title`` the name of the
    plan, of which ``lidwoord`` is what stands before it. ``greeting`` is that of a body.
    ``own_words`` are those of the adviser, by letter and passage ("proces: planning").
    ``annexes`` are what the adviser names as such, by letter; under no name in every letter.
    ``your_reference`` is that of the recipient, ``earlier_on`` the day of the letter before this
    one that he got.
    ``sent_on`` and ``adopted_on`` are the days on which it happened, and go before those planned.
    ``part`` is what was adopted of the plan later, in its ANNOUNCEMENT alone; ``plan_on`` is then
    the day of the plan itself.
    ``coupled``: whether another document goes along, on which no council need be heard.
    ``subject_of_step`` is what a NOTE is about for its reader, and ``title_of_step`` how the plan
    calls it.
    ``commission`` says who commissions the plan, who writes it, and for which organisations;
    ``explanation`` what the plan is for this unit, and what was there before it. ``previous_on``
    is the day on which that was adopted. ``choosing`` and
    ``telling`` are the planned days on which the themes are chosen and the councils read of them;
    ``time_asked`` whether the griffies were asked before to keep time free.
    ``chosen`` tells of each theme what it is made of and why it is there, who chose and on whose
    advice, what is still explored, and the starting points of the procedure.
    ``note`` is said in a NOTE only: elsewhere it is the adviser's own. ``is_change`` makes a NOTE
    one about a change of the adopted plan; then ``title_of_step`` says so, and names no step.
    ``zienswijzen`` is what the council of this reader answered and what became of it, in the letter
    about the adoption alone; nothing where it gave none.
    ``wrong_letters`` are those that do not hold, each with its subject and day, and ``is_wrong``
    says what stands in them and is not so; both in a CORRECTION only, of which ``note`` is why.
    """

    on: date
    plan: str
    named: str
    title: str
    lidwoord: Lidwoord = Lidwoord.HET
    eenheid: str
    period: str
    councils: int
    recipient: str = ""
    greeting: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    annexes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_words: Mapping[str, str] = field(default_factory=dict)
    your_reference: str = ""
    earlier_on: str = ""
    adoption: When | None
    respond_by: When | None
    treatment: When | None
    sending: When | None
    sent_on: When | None = None
    previous_on: When | None = None
    choosing: When | None = None
    telling: When | None = None
    time_asked: bool = False
    unset: tuple[Unset, ...] = ()
    worked_before: str = ""
    lawful_by: str = ""
    version: str
    commission: Commission = field(default_factory=Commission)
    explanation: Explanation = field(default_factory=Explanation)
    themes: tuple[str, ...]
    themes_on: When | None
    chosen: ChosenThemes = field(default_factory=ChosenThemes)
    themes_in: tuple[str, ...] = ()
    themes_out: tuple[str, ...] = ()
    missing_parts: tuple[str, ...]
    strength: ToldStrength | None = None
    has_document: bool
    adopted_on: When | None
    basis: str
    announced_on: When | None = None
    appeal_by: When | None = None
    part: str = ""
    plan_on: When | None = None
    year: int = 0
    undisposed: int = 0
    zienswijzen: ToldZienswijzen | None = None
    heard: int
    silent: tuple[str, ...]
    opportunities: tuple[str, ...] = ()
    without_opportunity: tuple[str, ...] = ()
    coupled: bool = False
    title_of_step: str = ""
    subject_of_step: str = ""
    note: str = ""
    is_change: bool = False
    follows: tuple[str, ...] = ()
    wrong_letters: tuple[str, ...] = ()
    is_wrong: str = ""
    to: str = ""
    agenda_time: str = ""
    page: str = ""

    @property
    def missing_by_law(self) -> bool:
        """Whether the ontwerp lacks what the plan itself must hold; objectives are observed."""
        return any(part in self.missing_parts for part in IN_ANY_CASE)
