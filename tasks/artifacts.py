"""The overviews that Prefect shows beside the runs; each keeps its own history there."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from prefect.artifacts import (
    acreate_markdown_artifact,
    acreate_progress_artifact,
    acreate_table_artifact,
)

from gehoord.domain.checks.case import Case
from gehoord.domain.dossier.state import State
from gehoord.store.register import Register
from gehoord.store.since import last_place
from gehoord.store.state import state_of
from gehoord.tasks.followed import Followed, followed, keep_followed
from gehoord.tasks.settings import settings
from gehoord.templates.overviews import councils, how_many_heard, overview


@dataclass(frozen=True, slots=True)
class Overviews:
    """What is to be shown of a dossier: how far the hearing is, its councils, and the findings."""

    dossier: str
    share: float
    heard: str
    councils: tuple[dict[str, str], ...]
    findings: str

    @classmethod
    def of(cls, case: Case, state: State) -> "Overviews":
        """Return what is to be shown of a dossier and how it is judged."""
        share, heard = how_many_heard(state)
        return cls(state.id, share, heard, tuple(councils(state)), overview(case, state))

    @property
    def digest(self) -> str:
        """The same for the same words."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()


class Behind(NamedTuple):
    """Overviews that are not shown yet, and what to keep of it once they are."""

    wanted: Overviews
    then: Followed


def overviews_behind(register: Register, dossier: str, on: date) -> Behind | None:
    """Return what is to be shown on a day; nothing when it is shown already."""
    kept = followed(_kept(dossier))
    with register.reading() as reader:
        place = last_place(reader, dossier)
        if kept and kept.place == place and kept.on <= on < kept.until:
            return None
        state = state_of(reader, dossier)
    case = Case.of_dossier(state, on)
    wanted = Overviews.of(case, state)
    then = Followed(place=place, made_with=wanted.digest, on=on, until=case.stands_until())
    if kept is None or kept.made_with != wanted.digest:
        return Behind(wanted, then)
    keep_followed(_kept(dossier), then)
    return None


async def publish_overviews(behind: Behind) -> None:
    """Publish the overviews of a dossier."""
    shown = behind.wanted
    name = shown.dossier
    if shown.councils:
        await acreate_progress_artifact(
            progress=shown.share, key=f"{name}-gehoord", description=f"{shown.heard} gehoord"
        )
        await acreate_table_artifact(
            table=list(shown.councils),
            key=f"{name}-raden",
            description="De raden en hun antwoord",
        )
    await acreate_markdown_artifact(
        markdown=shown.findings, key=f"{name}-bevindingen", description="Bevindingen"
    )
    keep_followed(_kept(name), behind.then)


def forget_overviews(dossier: str) -> None:
    """Let the overviews be published anew, because the board that showed them is another one."""
    _kept(dossier).unlink(missing_ok=True)


def _kept(dossier: str) -> Path:
    return settings().home / "bord" / f"{dossier}-overzicht.json"
