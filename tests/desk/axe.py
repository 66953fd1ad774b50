# SPDX-License-Identifier: EUPL-1.2
"""axe-core, a judge of pages that is not ours: WCAG 2.0 to 2.2, A and AA, and good practice."""

from typing import Any

from tests.lacking import node_package

JUDGED = "headings, names, contrast and keyboard were looked at by our own tests"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
ALL = {"type": "tag", "values": [*WCAG, "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
"""All that the dark makes otherwise."""


class Axe:
    """Judges what stands in a window of a browser now."""

    def __init__(self) -> None:
        self._program = (node_package("axe-core", JUDGED) / "axe.min.js").read_text()

    def faults(self, page: Any, rules: Any = ALL) -> list[str]:
        """Return what breaks a rule, each with where it stands; what it cannot tell counts too.

        Of the text in a drawing it never can tell the contrast: `drawn.py` measures that. Nor of
        text that is scrolled out of its box, on a phone: it told that where the window is wide.

        The browser is asked by its own line, which the policy of the page does not bind.
        """
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(self._program)
        found = page.evaluate(
            """async rules => {
                const {violations, incomplete} = await axe.run(
                    document, {runOnly: rules});
                const isDrawn = (fault, node) =>
                    fault.id === 'color-contrast' && (node.html.startsWith('<text') ||
                        (node.any.some(one => one.data?.messageKey === 'elmPartiallyObscured') &&
                            document.querySelector(node.target[0]).closest('.schuif')));
                const unsure = incomplete.map(fault => ({...fault, nodes:
                    fault.nodes.filter(node => !isDrawn(fault, node))}));
                return [...violations, ...unsure].flatMap(fault => fault.nodes.map(
                    node => `${fault.id}: ${node.html}: ${node.failureSummary}`));
            }""",
            rules,
        )
        return [str(fault) for fault in found]
