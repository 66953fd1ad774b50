# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken that Prefect shows of each dossier: one page, kept current in its place."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from prefect.client.orchestration import PrefectClient, get_client

from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.store.register import Register
from gehoord.store.since import last_place
from gehoord.tasks.affairs import affairs_in
from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.kept_pages import keep_pages
from gehoord.tasks.board.pages import links_of
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.tasks.followed import MADE_BY, Followed, followed, keep_followed
from gehoord.templates.links import Links, standing_key
from gehoord.templates.standing.page import Page, page


class Behind(NamedTuple):
    """A Stand van zaken that is not shown yet, and what to keep of it once it is."""

    wanted: StateOfAffairs
    then: Followed


def standing_behind(register: Register, dossier: str, home: Path, on: date) -> Behind | None:
    """Return what is to be shown on a day; nothing when it is shown already.

    After a new entry it is shown anew, also in the same words: what Prefect shows meanwhile may be
    somebody else's. On another day it is shown when its words are others.
    """
    file = _kept(home, dossier)
    kept = followed(file)
    with register.reading() as reader:
        place = last_place(reader, dossier)
        is_same = kept is not None and kept.place == place
        if kept and is_same and kept.is_right(MADE_BY, on):
            return None
        wanted = affairs_in(reader, dossier, on)
    then = Followed(
        place=place,
        made_with=MADE_BY,
        on=on,
        until=wanted.stands_until(),
        digest=_digest(page(wanted, _NOWHERE, home)),
    )
    if kept and is_same and kept.digest == then.digest:
        keep_followed(file, then)
        return None
    return Behind(wanted, then)


_NOWHERE: Final = Links("")


def _digest(made: Page) -> str:
    """Return the same for the same words, whatever the day on which they are shown."""
    return hashlib.sha256(json.dumps([made.essence, made.body]).encode()).hexdigest()


async def publish_standing(behind: Behind, home: Path, outbox: Path) -> None:
    """Show the Stand van zaken of a dossier: beside the run that does it, or from a command.

    Args:
        behind: what is to be shown.
        home: where is kept what was shown.
        outbox: the folder in which mode ``proef`` writes mails.

    Raises:
        BoardUnreachableError: Prefect did not take it.
    """
    dossier = behind.wanted.state.id
    async with get_client() as client:
        try:
            links = await _with_place(client, await links_of(client), dossier)
            keep_pages(home, links)
            made = page(behind.wanted, links, outbox)
            shown = {"description": made.essence, "data": made.text}
            at = links.artifacts[standing_key(dossier)]
            await ask(client, "PATCH", f"/artifacts/{at}", shown)
        except PrefectAnswerError as error:
            raise BoardUnreachableError(
                f"De stand van zaken van {dossier} is niet bijgewerkt ({error}). "
                "De volgende keer gebeurt dat alsnog."
            ) from error
    keep_followed(_kept(home, dossier), behind.then)


async def _with_place(client: PrefectClient, links: Links, dossier: str) -> Links:
    """Return links that know where the Stand van zaken of a dossier is: made once, and kept."""
    key = standing_key(dossier)
    if key in links.artifacts:
        return links
    made = await ask(client, "POST", "/artifacts/", {"type": "markdown", "key": key, "data": ""})
    try:
        return replace(links, artifacts={**links.artifacts, key: str(made["id"])})
    except (KeyError, TypeError) as error:
        raise PrefectAnswerError(f"onbekend antwoord: {error!r}") from error


def forget_standing(dossier: str, home: Path) -> None:
    """Let it be shown anew: the board beside which it stood may be another one."""
    _kept(home, dossier).unlink(missing_ok=True)


def _kept(home: Path, dossier: str) -> Path:
    return home / "stand-van-zaken" / f"{dossier}.json"
