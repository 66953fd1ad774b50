# SPDX-License-Identifier: EUPL-1.2
"""The six stages of the procedure, in their order."""

from gehoord.domain.nearby import Choice


class Stage(Choice):
    """A stage; its value is the word in a proposal and on the command line."""

    START = "start"
    THEMES = "themas"
    DRAFTS = "ontwerpen"
    HEARING = "horen"
    ADOPTION = "vaststelling"
    ACCOUNT = "verantwoording"

    @property
    def heading(self) -> str:
        """The stage as a person reads it."""
        return _HEADINGS[self]

    @property
    def numbered(self) -> str:
        """The stage behind its number, as its form is called; so a list of names is in order.

        >>> Stage.HEARING.numbered
        '4-horen'
        """
        return f"{list(Stage).index(self) + 1}-{self.value}"


_HEADINGS = {
    Stage.START: "Start",
    Stage.THEMES: "Thema's kiezen",
    Stage.DRAFTS: "Ontwerpen maken",
    Stage.HEARING: "Raden horen",
    Stage.ADOPTION: "Vaststellen",
    Stage.ACCOUNT: "Verantwoorden",
}
