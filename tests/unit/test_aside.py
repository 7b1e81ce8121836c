"""Work done aside gives what it would give here, whatever becomes of the copy that does it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mingbai import aside as module
from mingbai.aside import aside
from mingbai.site import SiteError
from mingbai.values.text import Text
from tests.support.building import AS_OF, clean, small_community, tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux only")


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are made, although the runner of the tests has threads of its own."""
    monkeypatch.setattr(module, "_pays", lambda: True)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_pays", lambda: False)


def children() -> str:
    """The copies of this process that are there still."""
    return Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text("ascii")


@pytest.mark.usefixtures("copying")
def test_the_value_comes_from_a_copy_with_all_that_is_in_memory() -> None:
    before = children()
    known = {"账": ["a" * 300_000, "明白" * 300_000]}
    with aside(lambda: (os.getpid(), known, b"\0" * 200_000)) as told:
        pid, value, data = told()

    assert pid != os.getpid()
    assert (value, len(data)) == (known, 200_000)
    assert children() == before


@pytest.mark.usefixtures("alone")
def test_where_none_can_be_made_the_work_is_done_here_and_once() -> None:
    done: list[int] = []
    with aside(lambda: done.append(os.getpid())) as told:
        assert done == []
        told()
    assert done == [os.getpid()]


@pytest.mark.parametrize("made", ["copying", "alone"])
def test_what_is_raised_is_raised_here_with_its_own_trace(made: str, request: pytest.FixtureRequest) -> None:
    """Errors of ours have parts that pickling would lose, and a trace says where; in both ways they are the same."""
    request.getfixturevalue(made)

    def refuse() -> None:
        raise SiteError(Text("模板有错", "a template is wrong"))

    with aside(refuse) as told, pytest.raises(SiteError) as raised:
        told()
    assert raised.value.text == Text("模板有错", "a template is wrong")
    assert raised.traceback[-1].name == "refuse"


@pytest.mark.usefixtures("copying")
@pytest.mark.parametrize("how", ["killed", "what cannot be handed back"])
def test_a_copy_that_comes_to_nothing_costs_time_and_nothing_else(how: str) -> None:
    here = os.getpid()

    def work() -> object:
        if how == "killed" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "made" if how == "killed" else lambda: "made"

    with aside(work) as told:
        value = told()
    assert (value() if callable(value) else value) == "made"


@pytest.mark.usefixtures("copying")
def test_nothing_is_left_behind_where_something_else_fails_meanwhile() -> None:
    before, began = children(), time.monotonic()
    with pytest.raises(ZeroDivisionError), aside(lambda: time.sleep(60)):
        _ = 1 // 0
    assert children() == before
    assert time.monotonic() - began < 30


def test_no_copy_is_made_while_a_thread_runs_or_on_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(module, "_roomy", lambda: True)
    assert module._pays()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1})
    assert not module._pays()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not module._pays()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not module._pays()


TWICE = """
import contextlib, io, json, os, sys
from mingbai import aside, pipeline
from mingbai.cli.app import run

whole, copies, said = sorted(os.sched_getaffinity(0)), [], []
begun = aside._begun
aside._begun = lambda work: copies.append(len(os.sched_getaffinity(0))) or begun(work)
for processors in (1, 2):
    os.sched_setaffinity(0, whole[:processors])
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as err:
        code = run([*sys.argv[2:], "--site-dir", f"{sys.argv[1]}/{processors}"])
    said.append((code, err.getvalue().replace(f"{sys.argv[1]}/{processors}", "SITE")))
print(json.dumps({"said": said, "copies": copies}))
"""


def built_on_one_and_on_two(root: Path, target: Path) -> tuple[tuple[int, str], tuple[int, str]]:
    """Code and errors of the command on one processor and on two, in a process that has no threads; copies are made on two only."""
    command = [sys.executable, "-c", TWICE, str(target), "-C", str(root), "build", "--as-of", AS_OF.isoformat(), "--lang", "zh", "--color", "never"]
    done = subprocess.run(command, env=clean(), capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    assert set(told["copies"]) <= {2}
    one, two = ((code, re.sub(r"\d+\.\d 秒", "", err)) for code, err in told["said"])
    return one, two


def test_one_processor_and_two_build_the_same_site(tmp_path: Path) -> None:
    one, two = built_on_one_and_on_two(small_community(tmp_path / "community"), tmp_path)
    assert one[0] == two[0] == 0, one[1] + two[1]
    assert tree(tmp_path / "1") == tree(tmp_path / "2") != {}


@pytest.mark.parametrize("path, text", [("meetings/meeting.html", "{{ it.there_is_no_such_thing }}"), ("finance/month.html", "{% for %}")])
def test_one_processor_and_two_say_the_same_of_a_wrong_template(tmp_path: Path, path: str, text: str) -> None:
    root = small_community(tmp_path / "community")
    (root / "site_templates" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "site_templates" / path).write_text(text, "utf-8")
    one, two = built_on_one_and_on_two(root, tmp_path)

    assert one == two
    assert one[0] == 2
    assert f"site_templates/{path}:1" in one[1]
    assert not (tmp_path / "1").exists()
    assert not (tmp_path / "2").exists()
