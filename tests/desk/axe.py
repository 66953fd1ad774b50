"""axe-core, a judge of pages that is not ours: WCAG 2.0 to 2.2, A and AA, and good practice."""

from typing import Any

from tests.lacking import node_package

JUDGED = "headings, names, contrast and keyboard were looked at by our own tests"
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
"""All that the dark can make otherwise."""


class Axe:
    """Judges what stands in a window of a browser now."""

    def __init__(self) -> None:
        self._program = (node_package("axe-core", JUDGED) / "axe.min.js").read_text()

    def faults(self, page: Any, rules: Any = ALL) -> list[str]:
        """Return what breaks a rule, each with where it stands; what it cannot tell counts too.

        The browser is asked by its own line, which the policy of the page does not bind.
        """
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(self._program)
        found = page.evaluate(
            """async rules => {
                const {violations, incomplete} = await axe.run(
                    document, {runOnly: rules, resultTypes: ['violations', 'incomplete']});
                return [...violations, ...incomplete].flatMap(fault => fault.nodes.map(
                    node => `${fault.id}: ${node.html}: ${node.failureSummary}`));
            }""",
            rules,
        )
        return [str(fault) for fault in found]
