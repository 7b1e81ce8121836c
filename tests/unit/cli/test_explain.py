"""`mingbai explain`: every code, in both languages, with its law and its examples."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from mingbai import kinds, pipeline
from mingbai.cli import codes, community
from mingbai.cli.examples import bad, good
from mingbai.diagnostics import Severity
from mingbai.pipeline import claim
from tests.support.sweep import each


def test_the_list_has_every_code_once_and_in_order(mingbai: Any) -> None:
    lines = mingbai("explain", "--list")[1].splitlines()

    assert all(re.fullmatch(r"[A-Z]{3}\d{3}  \S.*", line) for line in lines)
    assert [line[:6] for line in lines] == sorted({line[:6] for line in lines}) == list(codes.every())
    assert {c.id for k in kinds.discover() for c in k.all_codes} <= {line[:6] for line in lines}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_is_explained_without_an_empty_brace(mingbai: Any, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((pipeline, "pack"), (codes, "every"), (kinds, "discover"), (community, "load")):  # asked for once, not for every code
        monkeypatch.setattr(module, name, cache(getattr(module, name)))
    for code in codes.every():
        got, out, err = mingbai("explain", code, "--lang", lang)
        assert (got, err) == (0, "")
        assert not re.search(r"{\w+}", out.split("\n错的")[0].split("\nWrong")[0]), code


def test_the_law_is_cited_with_its_duty(mingbai: Any) -> None:
    out = mingbai("explain", "fin003")[1]

    assert out.startswith("FIN003  账面余额与银行对账单不符\n错误：改好以前不能发布。\n")
    assert "会计法（2024）第十七条：" in out


def test_what_no_law_asks_says_so(mingbai: Any) -> None:
    assert "\n依据\n  没有法规条文；" in mingbai("explain", "FIN002", "--lang", "zh")[1]
    assert "\nBasis\n  No clause of a law:" in mingbai("explain", "FIN002", "--lang", "en")[1]
    assert "\n依据\n  记账管钱的通行做法（不是法规）敏感开支：" in mingbai("explain", "FIN057", "--lang", "zh")[1]
    assert "\n  Good practice of book-keeping (no law):" in mingbai("explain", "FIN057", "--lang", "en")[1]


MONEY = {"FIN", "LCK", "DBE", "BUD", "AST", "RES", "CON", "DBT", "DON", "GDS", "PRJ", "LEV", "DIS", "HND"}


def test_every_warning_about_money_names_what_it_rests_on() -> None:
    """Of a law, or of good practice that says it is none; mistakes of form have their own words in `explain`."""
    assert [id for id, code in codes.every().items() if id[:3] in MONEY and code.severity is Severity.WARNING and not code.basis] == []


def test_a_kind_with_examples_shows_a_bad_and_a_good_one(mingbai: Any) -> None:
    out = mingbai("explain", "MTG003")[1]

    assert "错的  meetings/2026/2026-03-05-yishi.yml" in out
    assert "对的  meetings/2026/2026-03-05-yishi.yml" in out


def test_json_says_the_same(mingbai: Any) -> None:
    said = json.loads(mingbai("explain", "FIN003", "-f", "json")[1])

    assert said["code"] == "FIN003"
    assert said["basis"][0]["act"] == "accounting"
    assert len(json.loads(mingbai("explain", "--list", "-f", "json")[1])["codes"]) == len(codes.every())


def test_an_unknown_code_is_a_mistake_with_near_matches(mingbai: Any) -> None:
    code, out, err = mingbai("explain", "FIN999")

    assert (code, out) == (2, "")
    assert "是不是 FIN" in err
    assert mingbai("explain")[0] == 2


def test_what_is_said_is_said_of_the_example_below(mingbai: Any) -> None:
    assert "  收入的票据是“便条”（待确认的默认值）\n" in mingbai("explain", "FIN064", "--lang", "zh")[1]
    assert "  money was received on “…”…\n" in mingbai("explain", "FIN064", "--lang", "en")[1]


REGISTERS = {"AST", "BUD", "CON", "DBT", "DIS", "DON", "GDS", "LEV", "RES"}


@each("id", [c for c in codes.every() if c[:3] in REGISTERS])
def test_a_code_of_a_register_shows_the_register_as_it_should_be(id: str) -> None:
    """Where the finding lies in a register the right one is a register of that sort; a month where it lies in a month."""
    wrong, right = bad(id)[0][0], good(bad(id)[0][0])[0][0]
    sorts = [found[1] for path in (wrong, right) if (found := claim(path, kinds.discover())) is not None]
    assert len(sorts) == 2
    assert sorts[0] is sorts[1], (wrong, right)


WITHOUT = {
    "COM064",
    "COM065",
    "COM066",
    "COM103",
    "COM104",
    "COM105",
    "COM108",
    "LAW002",
    "SCH020",
    "SCH027",
    "SYS001",
    "IMP040",
    *(f"PRT00{n}" for n in range(1, 7)),
}
"""No ledger brings them about: tests/unit/test_examples.py and test_import_samples.py say why."""


def test_every_code_shows_what_is_wrong_and_what_is_right_or_cannot() -> None:
    lacking = {id for id in codes.every() if not bad(id) or not good(bad(id)[0][0])}
    files = {id for id in lacking if id.startswith("YML")}  # too large, or of a sort that git cannot hold: MADE in tests/unit/test_examples.py
    assert lacking - files == WITHOUT
    assert files == {"YML001", "YML035", "YML036", "YML037", "YML040", "YML042", "YML043", "YML044", "YML045", "YML046"}
