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
from gehoord.tasks.followed import Followed, followed, keep_followed, made_by
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


def overviews_behind(register: Register, dossier: str, home: Path, on: date) -> Behind | None:
    """Return what is to be shown on a day; nothing when it is shown already.

    After a new entry it is shown anew, also in the same words: what Prefect shows meanwhile may be
    somebody else's. On another day it is shown when its words are others.
    """
    file = _kept(home, dossier)
    kept = followed(file)
    with register.reading() as reader:
        place = last_place(reader, dossier)
        is_same = kept is not None and kept.place == place
        if kept and is_same and kept.is_right(made_by(), on):
            return None
        state = state_of(reader, dossier)
    case = Case.of_dossier(state, on)
    wanted = Overviews.of(case, state)
    then = Followed(
        place=place, made_with=made_by(), on=on, until=case.stands_until(), digest=wanted.digest
    )
    if kept and is_same and kept.digest == then.digest:
        keep_followed(file, then)
        return None
    return Behind(wanted, then)


async def publish_overviews(behind: Behind, home: Path) -> None:
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
    keep_followed(_kept(home, name), behind.then)


def forget_overviews(dossier: str, home: Path) -> None:
    """Let the overviews be shown anew: the board beside which they stood may be another one."""
    _kept(home, dossier).unlink(missing_ok=True)


def _kept(home: Path, dossier: str) -> Path:
    return home / "overzichten" / f"{dossier}.json"
