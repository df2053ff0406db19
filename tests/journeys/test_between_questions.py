"""Keys pressed in the moment between two questions: each answers the question it was meant for, and none is lost."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.journeys.terminal import DOWN, ENTER, PATIENCE

pytestmark = pytest.mark.journey

SLOW = """
import sys, time
from navigator.cli.askers.menu import MenuAsker
from navigator.domain.question import Choice, Place, Question

asker, said = MenuAsker(), []
for n in range(4):
    choices = tuple(Choice(id=str(k), text=f"choice {k}") for k in range(4))
    question = Question(id=f"like.{n}", kind="one", section="like", prompt="How does this sound?", choices=choices)
    said.append(asker.ask(question, Place(number=n + 1, of=4, seconds_left=60)))
    time.sleep(0.4)
print("SAID", *said)
"""


@pytest.mark.parametrize("pace", [0.05, 0.3])
def test_a_person_quicker_than_the_computer_gets_the_answers_they_gave(tmp_path: Path, pace: float) -> None:
    program = tmp_path / "slow.py"
    program.write_text(SLOW, encoding="utf-8")
    environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(Path.cwd())}
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable, [str(program)], env=environment, dimensions=(24, 80), encoding="utf-8", timeout=PATIENCE
    )
    child.expect_exact("choice 3")
    for _question in range(4):
        for key in (DOWN, ENTER):
            child.send(key)
            time.sleep(pace)
    child.expect_exact("SAID 1 1 1 1")
    child.expect(pexpect.EOF)
