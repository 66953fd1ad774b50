# SPDX-License-Identifier: EUPL-1.2
"""A whole procedure of `klein`, and its archive as the tests read it."""

import io
import itertools
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gehoord.domain.acts.report import (
    Agreed,
    CouncilHeard,
    Disposed,
    ReasonGiven,
    ResponseReceived,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.opening import open_dossier
from gehoord.store import outbox
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.archive import Archive, archive_of
from gehoord.tasks.documents import read_document
from tests.conftest import read_day
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    FINAL,
    HEARD,
    ONTWERP,
    OPENED,
    THEMES,
    Small,
    adopted,
    heard,
    silent,
)
from tests.story_in_register import StoryInRegister
from tests.tasks.postbus import mark_sent

FIRST_LETTER = read_day("Wed 2026-12-02")
GROUND = "De raden gaven zelf aan dat september volstaat."
BACKDATED = "Dit is pas later bedacht en op een eerdere dag gezet."
FORMULA = '=CMD|"/c calc"!A0; en meer wijkagenten'
PDF = b"%PDF-1.7 het ontwerp"

Files = dict[str, bytes]


def exported(register: Register) -> Archive:
    with register.reading() as reader:
        return archive_of(reader, "klein")


def packed_in(archive: Archive) -> Files:
    """Every file of an archive, by its path in it."""
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def files_of(archive: Archive) -> Files:
    """The files of an archive without their metadata, by their path in the folder of `klein`."""
    return {
        name.removeprefix("klein/"): content
        for name, content in packed_in(archive).items()
        if not name.endswith(".mdto.xml")
    }


def on_own_clock(database: Path) -> Register:
    """A register whose clock goes a day further each time it is asked."""
    days = itertools.count()
    start = datetime(2028, 1, 4, 6, tzinfo=UTC)
    return Register(connect(f"sqlite:///{database}"), lambda: start + timedelta(days=next(days)))


def page(folder: str) -> str:
    """The path of the page in the folder of a piece."""
    return f"{folder}/{folder}.html"


def send_all(register: Register) -> None:
    for there in outbox.waiting(register):
        message = outbox.claim(register, there.id)
        assert message is not None
        mark_sent(register, message)


def tell_all(folder: Path, small: Small) -> Path:
    """Play a procedure with a reason, a document, a silent council and letters that wait."""
    document = folder / "Ontwerp IMV (95%).PDF"
    document.write_bytes(PDF)
    register = on_own_clock(folder / "register.db")
    told = StoryInRegister(register)
    told.tell(small, "opened")
    told.starts(Stage.START, FIRST_LETTER)
    told.does(ThemesChosen(on=THEMES, themes=("Ondermijning", "Jeugd")))
    told.does(ReasonGiven(on=THEMES, code="reces", ground=GROUND, by="regioburgemeester"))
    told.does(VersionMade(on=ONTWERP, step="ontwerp", document=read_document(document)))
    for client in ("regioburgemeester", "hoofdofficier"):
        told.does(Agreed.model_validate({"op": AGREED, "van": client}))
    told.starts(Stage.HEARING, ASKED)
    send_all(register)
    told.does(ReasonGiven(on=THEMES, code="raad-zweeg", ground=BACKDATED), on=HEARD)
    told.does(ResponseReceived(on=HEARD, sender="<b>OM</b>", text="Hoofdstuk 2 is helder."))
    told.does(
        CouncilHeard(on=HEARD, municipality="Haarlem", answer=Answer.ZIENSWIJZE, text=FORMULA)
    )
    told.does(Disposed(on=FINAL, sender="Haarlem", disposition="Overgenomen in hoofdstuk 3."))
    told.does(heard("Hoorn"))
    told.does(silent("Texel", date(2027, 10, 8), "Drie keer gevraagd, en ruim tijd gehad."))
    told.does(StepDone(on=FINAL, step="verwerking"))
    told.does(VersionMade(on=FINAL, step="definitief"))
    told.does(adopted())
    told.starts(Stage.ADOPTION, ADOPTED)
    register.engine.dispose()
    return folder / "register.db"


def open_with_names(register: Register, small: Small, names: dict[str, str]) -> None:
    """Open `klein` with other names for its municipalities, and send the first letters."""
    proposal, eenheid, text = small
    municipalities = tuple(
        m.model_copy(update={"name": names.get(m.name, m.name)}) for m in eenheid.municipalities
    )
    renamed = eenheid.model_copy(update={"municipalities": municipalities})
    open_dossier(register, "klein", proposal, renamed, text, OPENED)
    StoryInRegister(register).starts(Stage.START, FIRST_LETTER)
