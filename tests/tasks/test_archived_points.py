# SPDX-License-Identifier: EUPL-1.2
"""Years later the archive still tells what was done with every point."""

import io
import zipfile

from gehoord.domain.acts.report import PointNoted, ResponseReceived
from gehoord.tasks.archive import archive_of
from tests.story import FINAL
from tests.story_in_register import ToldInRegister


def test_the_account_of_the_points_is_in_the_archive(told: ToldInRegister) -> None:
    story = told("heard")
    story.does(ResponseReceived(on=FINAL, sender="OM", text="Concreter?"))
    story.does(PointNoted(on=FINAL, sender="OM", subject="Cyber", text="Concreter?"))
    with story.register.reading() as reader:
        archive = zipfile.ZipFile(io.BytesIO(archive_of(reader, "klein").content))
    assert "Concreter?" in archive.read("klein/verantwoording/verantwoording.html").decode()
    assert "Gehoord" in archive.read("klein/nota/nota.html").decode()
    assert all(
        f"\n{name}  " in archive.read("LEESMIJ.txt").decode() for name in ("verantwoording", "nota")
    )
