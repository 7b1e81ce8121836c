"""Who is named, who is described; with the words and surnames of the shipped law pack."""

from __future__ import annotations

import pytest

from mingbai import packs, pipeline
from mingbai.values.persons import described, likely_name

LAW = packs.Law.of(pipeline.pack("cn-2026"))
WORDS, SURNAMES = (LAW.standards[id].words for id in ("person-words", "surnames"))


@pytest.mark.parametrize("text", ["王小明", "独居老人、李四", "欧阳娜", "张三先生", "志愿者 陈大文", "周瑜和黄盖"])
def test_names_are_seen(text: str) -> None:
    assert likely_name(text, WORDS, SURNAMES)


@pytest.mark.parametrize(
    "text",
    [
        "独居老人",
        "高龄老人",
        "困难家庭",
        "楼门长和值班志愿者",
        "环卫工人和快递员",
        "低保户",
        "夏令营营员",
        "王家营村民",
        "石景社区",
        "万家灯火活动",
        "32 户居民",
    ],
)
def test_classes_of_people_are_no_names(text: str) -> None:
    assert likely_name(text, WORDS, SURNAMES) == ""


def test_only_the_name_is_told() -> None:
    assert likely_name("独居老人、李小四", WORDS, SURNAMES) == "李小四"


@pytest.mark.parametrize("text", ["个人承租户A", "爱心居民（不愿署名）", "某住户", "某爱心企业"])
def test_descriptions_are_descriptions(text: str) -> None:
    assert described(text, WORDS)


def test_nothing_to_go_by_finds_nothing() -> None:
    assert likely_name("王小明", WORDS, ()) == ""
    assert not described("王小明", ())
