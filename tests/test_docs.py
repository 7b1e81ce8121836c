"""The documentation cannot drift: its ledgers are checked, its findings are the program's own words, its commands and links exist.

A fence ```` ```yaml ledgers/community.yml ```` is a file; the files of a page together are a community, on top of tests/base where the
page has no community.yml, and check without error or warning. ```` ```yaml ledgers/… 错 ```` is a file with mistakes, and every
paragraph of the next ```` ```text 检查 ```` stands, letter by letter, in what the check says of it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A block of a page: the words behind ```` ``` ````, the text."""

    words: tuple[str, ...]
    text: str


def name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def fences(page: Path) -> list[Fence]:
    return [Fence(tuple(found[1].split()), found[2]) for found in FENCE.finditer(page.read_text("utf-8"))]


def files(page: Path) -> dict[str, str]:
    """The ledgers of a page by their path below ledgers/."""
    named = [(f.words[1], f.text) for f in fences(page) if f.words[:1] == ("yaml",) and len(f.words) == 2]
    assert len(named) == len(dict(named))
    return {path.removeprefix("ledgers/"): text for path, text in named}


@pytest.mark.parametrize("page", [p for p in PAGES if files(p)], ids=name)
def test_documented_ledgers_check_clean(page, check):
    written = files(page)
    checked = check(written, base="community.yml" not in written)
    found = [(f.place.path, f.place.span, f.code.id, f.message("zh")) for f in checked.findings if f.severity.name != "ADVICE"]
    assert found == []


def test_every_kind_is_documented():
    from mingbai.kinds import discover

    written = set(files(REPOSITORY / "docs" / "ledgers.zh-CN.md"))
    missing = [shape.path for kind in discover() for shape in kind.shapes if not any(shape.match(path) for path in written)]
    assert missing == []


def wrong() -> Iterator[tuple[str, str, str, str]]:
    """(page, path, ledger, what the check says) of each example with mistakes."""
    for page in PAGES:
        blocks = fences(page)
        for block, after in pairwise(blocks):
            if block.words[:1] == ("yaml",) and block.words[2:] == ("错",):
                assert after.words == ("text", "检查"), f"{name(page)}: what does the check say of {block.words[1]}?"
                yield name(page), block.words[1].removeprefix("ledgers/"), block.text, after.text


@pytest.mark.parametrize("page,path,ledger,said", list(wrong()), ids=lambda text: text if text.endswith(".md") else "")
def test_documented_findings_are_what_the_check_says(page, path, ledger, said, community, capsys):
    from mingbai.cli.app import run

    assert run(["-C", str(community({path: ledger})), "--lang", "zh", "--color", "never", "--as-of", "2026-11-10", "check"]) in (0, 1)
    report = capsys.readouterr().out
    for paragraph in re.split(r"\n(?=ledgers/|$)", said.strip()):
        assert paragraph.strip() in report


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_yaml_of_a_page_can_be_read(page):
    from mingbai.reading import read

    for fence in fences(page):
        if fence.words[:1] == ("yaml",) and fence.words[2:] != ("错",):
            document, findings = read(fence.text.encode(), "page.yml", 1)
            assert document.nodes is not None, fence.text
            assert not findings


def commands(page: Path) -> Iterator[str]:
    """`mingbai …` as it stands in blocks for the terminal and between backticks."""
    text = page.read_text("utf-8")
    for fence in fences(page):
        if fence.words[:1] in {("sh",), ("console",)}:
            yield from (line.removeprefix("$ ") for line in fence.text.splitlines() if re.match(r"(\$ )?mingbai\s", line))
    yield from re.findall(r"(?<!`)`(mingbai [^`\n]+)`", FENCE.sub("", text))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_of_a_page_parse(page):
    import click

    from mingbai.cli.base import Given, Verbs

    verbs = Verbs()
    for command in commands(page):
        arguments = shlex.split(command.split(" #")[0])[1:]
        if arguments in (["--help"], ["--version"]):
            continue
        context = click.Context(verbs, info_name="mingbai", obj=Given())
        verb = next((a for a in arguments if not a.startswith("-")), "")
        found = verbs.get_command(context, verb)
        assert found is not None, f"{command}: no such verb"
        rest = arguments[arguments.index(verb) + 1 :]
        if rest != ["--help"]:
            found.make_context(verb, rest, parent=context)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_of_a_page_lead_somewhere(page, anchor):
    text = FENCE.sub("", page.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, fragment = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists() or aim.suffix == ".png", f"{name(page)}: {target}"
        if fragment:
            assert fragment in anchor(aim), f"{name(page)}: {target}"


@pytest.fixture
def anchor() -> Callable[[Path], set[str]]:
    """The anchors of a page's headings, as code hosts make them."""

    def of(page: Path) -> set[str]:
        headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}

    return of


def test_the_auditors_table_names_every_rule_of_the_accounts_with_its_title_and_weight() -> None:
    """docs/audit.zh-CN.md lists the codes of the finance kinds, each once, as the catalogue has them."""
    from mingbai.diagnostics import Severity
    from mingbai.kinds import discover

    weight = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.ADVICE: "建议"}
    other = ("COM", "MTG", "PAC", "SVC")
    expected = {(c.id, c.title.zh, weight[c.severity]) for k in discover() for c in k.all_codes if not c.id.startswith(other)}
    listed = re.findall(r"^\| ([A-Z]{3}\d{3}) \| (.*) \| (.*) \|$", (REPOSITORY / "docs/audit.zh-CN.md").read_text("utf-8"), re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
