# SPDX-License-Identifier: EUPL-1.2
"""What every refusal must be: one clear Dutch sentence, and nothing else."""

import re

ENGLISH = re.compile(
    r"\b(the|a|an|not|invalid|value|values|error|should|must|expected|missing|such|unknown|input"
    r"|required|option|argument|command|type|valid|got|file|directory|permission|denied|string"
    r"|integer|boolean|list|dict|window|none|exceeds|traceback)\b",
    re.IGNORECASE,
)
ISO_DAY = re.compile(r"^(?!.*([Ss]chrijf|zoals) ).*\d{4}-\d\d-\d\d")
"""A day as a program writes it, in a sentence that does not show how to write one."""
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def assert_sentence(text: str, *words: str) -> None:
    """Check that text is one line of Dutch that holds these words; what it quotes is free."""
    line = text.removesuffix("\n")
    assert line, "nothing was said"
    assert "\n" not in line
    assert line == line.strip()
    assert line.endswith((".", "?", ")"))
    assert not line.endswith(("..", "?.")), line
    assert len(line) < 700, line
    found = ENGLISH.search(QUOTED.sub("", line))
    assert not ISO_DAY.search(QUOTED.sub("", line)), f"no person writes a day so: {line}"
    assert found is None, f"English: {found.group()!r} in {line}"
    for word in words:
        assert word in line, f"{word!r} not in {line}"
