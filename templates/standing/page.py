# SPDX-License-Identifier: EUPL-1.2
"""The whole page, the most urgent first, and its essence for who sees no more than that."""

from dataclasses import dataclass
from pathlib import Path

from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain
from gehoord.templates.owners import owner_in_words
from gehoord.templates.standing.assents import assents
from gehoord.templates.standing.commission import commission
from gehoord.templates.standing.councils import councils, heard_in_words
from gehoord.templates.standing.judged import judged
from gehoord.templates.standing.late import coming, late
from gehoord.templates.standing.lately import lately
from gehoord.templates.standing.mail import mail, where_to_find
from gehoord.templates.standing.poll import poll
from gehoord.templates.standing.processing import answers_processed
from gehoord.templates.standing.promises import promises
from gehoord.templates.standing.reading import reading
from gehoord.templates.standing.responses import responses
from gehoord.templates.standing.rounds import rounds
from gehoord.templates.standing.safety_picture import safety_picture
from gehoord.templates.standing.sessions import sessions
from gehoord.templates.standing.stages import stages
from gehoord.templates.standing.strength import strength
from gehoord.templates.standing.survey import survey
from gehoord.templates.standing.themes import themes
from gehoord.templates.standing.uitvoering import uitvoering
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class Page:
    """A Stand van zaken in Markdown.

    Attributes:
        essence: what counts, in a few sentences.
        head: for which day it was made, and where to go from here.
        body: the rest, which is the same for the same facts.
    """

    essence: str
    head: str
    body: str

    @property
    def text(self) -> str:
        """The whole, without its essence."""
        return f"{self.head}\n\n{self.body}"


def page(affairs: StateOfAffairs, links: Links, outbox: Path) -> Page:
    """Return the Stand van zaken of a dossier.

    Args:
        affairs: what is known of it.
        links: where the pages of Prefect are.
        outbox: the folder in which mode ``proef`` writes mails.
    """
    parts = [
        late(affairs, links),
        coming(affairs, links),
        stages(affairs, links),
        survey(affairs.state, links),
        safety_picture(affairs.state),
        sessions(affairs.state),
        poll(affairs.state),
        rounds(affairs.state),
        themes(affairs.state),
        strength(affairs.state),
        uitvoering(affairs.state, affairs.on),
        reading(affairs.state, links),
        promises(affairs.state, affairs.on),
        responses(affairs.state, links),
        answers_processed(affairs.state, links),
        councils(affairs, links),
        assents(affairs.state, links),
        mail(affairs, links),
        lately(affairs),
        judged(affairs, links),
        commission(affairs.state),
        where_to_find(affairs, outbox),
    ]
    body = "\n\n".join("\n".join(part) for part in parts if part)
    return Page(_essence(affairs, links), _head(affairs, links), body + "\n")


def _essence(affairs: StateOfAffairs, links: Links) -> str:
    """Return what is late and whose, how many councils were heard, and the next day."""
    state = affairs.state
    said = [f"**{_how_many_late(affairs)}.**"]
    if affairs.late:
        oldest = affairs.late[0].action
        who = f"{capital(owner_in_words(state, oldest))}: {oldest.title}"
        said.append(f"De oudste: {plain(who)}, {plain(oldest.due_in_words)}.")
    if state.hearings:
        said.append(f"{heard_in_words(state)}.")
    if days := affairs.coming(1):
        said.append(f"De volgende dag: {day_in_words(days[0][0])}.")
    where = [("Te laat", links.late(state.id)), ("Stand van zaken", links.standing(state.id))]
    return f"{' '.join(said)} {' · '.join(link(name, address) for name, address in where)}"


def _how_many_late(affairs: StateOfAffairs) -> str:
    number = len(affairs.late)
    return f"{counted(number, 'actie', 'acties')} te laat" if number else "Niets is te laat"


def _head(affairs: StateOfAffairs, links: Links) -> str:
    """Return for which day it was made, and the links that somebody needs first."""
    dossier = affairs.state.id
    adviser = capital(OFFICES[ADVISER])
    where = [
        ("Te laat", links.late(dossier)),
        ("Komende 30 dagen", links.coming(dossier)),
        ("Wacht op de adviseur", links.waiting_for(dossier, adviser)),
        ("Gedaan", links.done(dossier)),
        ("Iets melden", links.reports),
        ("Een fase starten", links.stages),
    ]
    title = plain(affairs.state.dossier.title)
    return (
        f"**{title}**, zoals het stond op {full_day_in_words(affairs.on)}. Verandert er iets, dan "
        "verandert deze bladzijde vanzelf.\n\n"
        f"{' · '.join(link(name, address) for name, address in where)}"
    )
