"""A community that has only begun: its pages say once what is not there yet, and publish none of the starter's words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mingbai import pipeline
from tests.base.community import AS_OF, BASE, laid_over

NEW = (BASE / "ledgers/community.yml").read_text("utf-8").replace("姓名: 王示例", "姓名: （待填写主任姓名）")
NONE = dict.fromkeys(str(p.relative_to(BASE / "ledgers")) for p in (BASE / "ledgers").rglob("*.yml") if p.name != "community.yml")


@cache
def bodies() -> dict[str, str]:
    with TemporaryDirectory() as root:
        checked = pipeline.check(laid_over(Path(root), files={**NONE, "community.yml": NEW}), AS_OF)
        return {p.address: p.body for p in pipeline.site(Path(root), checked).pages}


@pytest.mark.parametrize("address, said", [("pacts/", "还没有登记公约。"), ("services/", "还没有登记办事指南。"), ("meetings/", "还没有公布会议。")])
def test_what_is_not_there_yet_is_said_once(address: str, said: str) -> None:
    assert bodies()[address].count(said) == 1


def test_words_that_ask_for_a_name_are_not_published_as_one() -> None:
    assert "待填写" not in bodies()["about/"]
    assert "还没有登记" in bodies()["about/"]


def test_without_a_month_there_is_no_newest_month_and_the_ways_to_look_have_their_own_heading() -> None:
    page = bodies()["finance/"]
    assert "最新一个月" not in page
    assert page.index("换个角度看") < page.index("三资一览")
