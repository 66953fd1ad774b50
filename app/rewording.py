# SPDX-License-Identifier: EUPL-1.2
"""Shows a letter or its mail with the adviser's own words in it, before they are kept."""

from datetime import date

from gehoord.app.printing import say
from gehoord.app.writing import write_output, writing
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.errors import GehoordError
from gehoord.store.register import Register


def show_reworded(where: Register, dossier: str, report: LetterReworded, on: date) -> None:
    """Write the letter to its first recipient as HTML and PDF, and say where; nothing is kept.

    Words for the mail are shown in the mail, as plain text.
    """
    from gehoord.tasks.file_names import plain
    from gehoord.tasks.previewing import preview
    from gehoord.tasks.settings import settings
    from gehoord.templates.paper.pdf import letter_as_pdf

    try:
        with where.reading() as reader:
            made = preview(reader, dossier, report, on)
    except GehoordError as error:
        say(str(error))
        return
    folder = settings().home / "voorbeelden" / dossier
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    file = folder / plain(f"{report.letter} {made.to}")
    if report.passage.is_of_mail:
        write_output(file.with_suffix(".txt"), made.mail.encode())
        say(f"Zo wordt de mail bij de brief aan {made.to}: {file}.txt.")
        return
    write_output(file.with_suffix(".html"), made.html.encode())
    write_output(file.with_suffix(".pdf"), letter_as_pdf(made.html, on))
    say(f"Zo wordt de brief aan {made.to}: {file}.pdf (ook als .html).")
    if made.remark:
        say(made.remark)
