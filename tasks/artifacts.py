"""The overviews that Prefect shows beside the runs; each keeps its own history there."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from prefect.client.orchestration import get_client
from prefect.utilities.context import get_task_and_flow_run_ids

from gehoord.domain.checks.case import Case
from gehoord.domain.dossier.state import State
from gehoord.store.register import Register
from gehoord.store.since import last_place
from gehoord.store.state import state_of
from gehoord.tasks.board.asking import PrefectAnswerError, ask
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.tasks.followed import MADE_BY, Followed, followed, keep_followed
from gehoord.templates.markdown import as_table
from gehoord.templates.overviews import FINDINGS, TABLE, councils, how_many_heard, overview


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
        if kept and is_same and kept.is_right(MADE_BY, on):
            return None
        state = state_of(reader, dossier)
    case = Case.of_dossier(state, on)
    wanted = Overviews.of(case, state)
    then = Followed(
        place=place, made_with=MADE_BY, on=on, until=case.stands_until(), digest=wanted.digest
    )
    if kept and is_same and kept.digest == then.digest:
        keep_followed(file, then)
        return None
    return Behind(wanted, then)


async def publish_overviews(behind: Behind, home: Path) -> None:
    """Publish the overviews of a dossier: beside the run that does it, or from the command line.

    Raises:
        BoardUnreachableError: Prefect did not take one of them.
    """
    shown = behind.wanted
    async with get_client() as client:
        for overview in _as_artifacts(shown):
            try:
                await ask(client, "POST", "/artifacts/", overview)
            except PrefectAnswerError as error:
                raise BoardUnreachableError(
                    f"De overzichten van {shown.dossier} zijn niet bijgewerkt ({error}). "
                    "De volgende keer gebeurt dat alsnog."
                ) from error
    keep_followed(_kept(home, shown.dossier), behind.then)


def _as_artifacts(shown: Overviews) -> Iterator[dict[str, object]]:
    """Yield each overview as Prefect takes it."""
    if shown.councils:
        yield _artifact(shown, "progress", "gehoord", f"{shown.heard} gehoord", shown.share)
        yield _artifact(shown, "markdown", "raden", TABLE, as_table(shown.councils))
    yield _artifact(shown, "markdown", "bevindingen", FINDINGS, shown.findings)


def _artifact(
    shown: Overviews, kind: str, name: str, description: str, content: object
) -> dict[str, object]:
    runs = zip(("task_run_id", "flow_run_id"), get_task_and_flow_run_ids(), strict=True)
    return {
        "type": kind,
        "key": f"{shown.dossier}-{name}",
        "description": description,
        "data": content,
        **{which: str(run) for which, run in runs if run},
    }


def forget_overviews(dossier: str, home: Path) -> None:
    """Let the overviews be shown anew: the board beside which they stood may be another one."""
    _kept(home, dossier).unlink(missing_ok=True)


def _kept(home: Path, dossier: str) -> Path:
    return home / "overzichten" / f"{dossier}.json"
