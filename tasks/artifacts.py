"""The overviews that Prefect shows beside the runs; each keeps its own history there."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from prefect.artifacts import (
    acreate_markdown_artifact,
    acreate_progress_artifact,
    acreate_table_artifact,
)

from gehoord.domain.dossier.state import State
from gehoord.store.register import Register
from gehoord.store.since import Place, last_place
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
    def of(cls, state: State, on: date) -> "Overviews":
        """Return what is to be shown on a day."""
        share, heard = how_many_heard(state)
        return cls(state.id, share, heard, tuple(councils(state)), overview(state, on))

    @property
    def digest(self) -> str:
        """The same for the same words."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()


def overviews_behind(register: Register, dossier: str, on: date) -> tuple[Place, Overviews] | None:
    """Return what is to be shown and on which entry it rests; nothing when it is shown already."""
    kept = followed(_kept(dossier))
    with register.reading() as reader:
        place = last_place(reader, dossier)
        if kept and (kept.place, kept.on) == (place, on):
            return None
        wanted = Overviews.of(state_of(reader, dossier), on)
    return None if kept and kept.made_with == wanted.digest else (place, wanted)


async def publish_overviews(place: Place, shown: Overviews, on: date) -> None:
    """Publish the overviews of a dossier."""
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
    keep_followed(_kept(name), Followed(place=place, made_with=shown.digest, on=on))


def forget_overviews(dossier: str) -> None:
    """Let the overviews be published anew, because the board that showed them is another one."""
    _kept(dossier).unlink(missing_ok=True)


def _kept(dossier: str) -> Path:
    return settings().home / "bord" / f"{dossier}-overzicht.json"
