"""A village, a collective, a converted village, an urban community: made, started with every kind of ledger, rewritten, checked, built."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
NAMES = {
    "community": "新河社区居民委员会",
    "village": "柳树村村民委员会",
    "collective": "柳树村股份经济合作社",
    "converted": "河西社区居民委员会",
}
BOOKS = {"community": ("committee",), "village": ("committee",), "collective": ("collective",), "converted": ("committee", "collective")}
MEETINGS = {
    "community": ("议事会", "居民会议", "居民代表会议", "居委会会议", "两委会议"),
    "village": ("村民代表会议", "村民会议", "村民小组会议", "村委会会议", "两委会议", "党员大会"),
    "collective": ("成员大会", "成员代表大会", "理事会", "监督委员会会议"),
    "converted": ("议事会", "居民代表会议", "成员大会", "成员代表大会", "理事会"),
}
FOREIGN = {
    "community": ("村民", "理事长"),
    "village": ("居民会议", "居民代表", "居委会", "街道办事处", "-daibiao", "-jumin", "理事长"),
    "collective": ("居民会议", "居民代表", "居委会", "村委会", "村民会议", "主任", "-jumin"),
    "converted": ("村民会议", "村委会"),
}
"""Words that have no place in what is written for such a community."""


@pytest.fixture(params=list(NAMES))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def root(kind: str, tmp_path: Path, mingbai: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new community of that kind with money in it, and we stand there; the day is 2026-03-20."""
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-03-20")
    root = tmp_path / "here"
    money = ("--bank-opening", "43100.00", "--cash-opening", "500")
    assert mingbai("init", root, "--name", NAMES[kind], "--kind", kind, *money)[0] == 0
    monkeypatch.chdir(root)
    return root


def offered(mingbai: Callable[..., Said]) -> list[str]:
    """Every kind that `new` can start, as it says itself."""
    named = re.search(r"有：([^。]*)。", mingbai("new", "nothing")[2])
    assert named
    return named[1].split("、")


def every(mingbai: Callable[..., Said], kind: str) -> list[Path]:
    """Every kind in every book, every meeting of its bodies; the files written."""
    made = []
    for one in offered(mingbai):
        for book in BOOKS[kind]:
            code, out, err = mingbai("new", one, "--book", book)
            if code == 2:
                assert "--book" in err, (one, err)
                code, out, err = mingbai("new", one)
            if code == 2 and "已经有了" in err and book != BOOKS[kind][0]:
                continue  # one file a year for the whole community
            assert code == 0, (one, err)
            made.append(Path(out.strip()))
    for type in MEETINGS[kind]:
        code, out, err = mingbai("new", "meetings", "--type", type, "--date", "2026-03-05")
        assert code == 0, (type, err)
        made.append(Path(out.strip()))
    return made


def test_it_has_its_books_and_checks_clean_at_once(mingbai: Callable[..., Said], root: Path, kind: str) -> None:
    code, out, _ = mingbai("check", "--strict")
    assert (code, out.splitlines()[0]) == (0, "可以发布（0 处提醒）")
    text = (root / "ledgers/community.yml").read_text("utf-8")
    assert tuple(re.findall(r"^  - 编号: (committee|collective)$", text, re.MULTILINE)) == BOOKS[kind]
    assert text.count("记账: 复式") == (kind in ("collective", "converted"))


def test_every_starter_speaks_of_the_community_and_is_published_once_rewritten(mingbai: Callable[..., Said], root: Path, kind: str) -> None:
    """Not as it is: an invented meeting or contract would be taken for fact."""
    made = every(mingbai, kind)
    ledgers = sorted((root / "ledgers").rglob("*.yml"))
    told = [(p.name, word) for p in ledgers for word in FOREIGN[kind] if word in p.read_text("utf-8") or word in p.name]
    assert told == []

    found = json.loads(mingbai("check", "-f", "json")[1])["findings"]
    assert {f["code"] for f in found if f["severity"] == "error"} == {"COM107"}
    marked = {f["path"] for f in found if f["code"] == "COM107"}
    assert [str(path) for path in made if path.as_posix() not in marked] == []

    for path in made:
        path.write_text(path.read_text("utf-8").replace("，请改写", ""), "utf-8")
    found = json.loads(mingbai("check", "-f", "json")[1])["findings"]
    assert [f for f in found if f["severity"] == "error"] == []
    assert mingbai("fmt", "--check")[0] == 0
    code, out, err = mingbai("build")
    assert code == 0, out + err
    assert NAMES[kind].removesuffix("居民委员会").removesuffix("村民委员会") in (root / "site/index.html").read_text("utf-8")


def test_a_month_says_who_approves_and_who_looks_it_over(mingbai: Callable[..., Said], root: Path, kind: str) -> None:
    for book in BOOKS[kind]:
        assert mingbai("new", "finance", "--book", book)[0] == 0
        text = (root / f"ledgers/finance/{book}/2026-01.yml").read_text("utf-8")
        approver, category, review, reviewer = (
            ("理事长", "504 其他收入", "监事会", "监事长")
            if book == "collective"
            else ("主任", "利息收入", "村务监督委员会" if kind == "village" else "居务监督委员会", "监督委员会主任")
        )
        assert f"  审批: {approver}\n" in text
        assert f"    科目: {category}\n" in text
        assert f"#     机构: {review}\n#     审核人: {reviewer}\n" in text


@pytest.mark.parametrize("older, newer", [("urban", "community")])
def test_the_older_word_still_works(mingbai: Callable[..., Said], tmp_path: Path, older: str, newer: str) -> None:
    for word in (older, newer):
        assert mingbai("init", tmp_path / word, "--name", "新河社区居民委员会", "--kind", word)[0] == 0
    assert (tmp_path / older / "ledgers/community.yml").read_bytes() == (tmp_path / newer / "ledgers/community.yml").read_bytes()


def test_money_of_the_first_day_is_balanced_in_double_entry(mingbai: Callable[..., Said], tmp_path: Path) -> None:
    for name, money, opened in (("a", "100.00", "贷: 100.00"), ("b", "-0.50", "借: 0.50"), ("c", "0", None)):
        assert mingbai("init", tmp_path / name, "--name", "柳树村股份经济合作社", "--kind", "collective", "--bank-opening", money)[0] == 0
        text = (tmp_path / name / "ledgers/community.yml").read_text("utf-8")
        assert (f"\n      - 科目: 301 资本\n        {opened}\n" in text) is (opened is not None)
        assert mingbai("-C", tmp_path / name, "check", "--strict")[0] == 0
