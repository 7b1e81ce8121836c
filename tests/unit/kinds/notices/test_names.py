"""A notice on persons in need names nobody, in its title, its sentences or its outcome; officers may be named. All names are invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.kinds.community import KIND as COMMUNITY
from mingbai.kinds.notices import KIND, rules
from mingbai.kinds.staff import KIND as STAFF
from mingbai.packs import Law
from mingbai.values.persons import Naming
from tests.base.community import AS_OF
from tests.support.building import REPOSITORY

FILES = {
    "community.yml": """
        格式: 1
        名称: 新河社区
        类型: 城市居委会
        人员: [{姓名: 陈大文, 角色: [文书]}]
        监督委员会: [{姓名: 赵桂芳, 角色: [监督委员会主任]}]
        """,
    "staff/wangge.yml": """
        类别: 网格员
        日期: 2026-03-01
        岗位: [{岗位: 一号网格, 姓名: 李建军}]
        """,
}
NOTICE = """
标题: {title}
类型: {sort}
公示: 是
起: 2026-03-05
止: 2026-03-15
内容: {text}
结果: {{日期: 2026-03-16, 说明: {outcome}}}
"""


@cache
def law() -> Law:
    return Law.of(pipeline.pack("cn-2026"), "城市居委会")


def found(title: str = "低保初审公示", text: str = "经审核，新增 3 户。", outcome: str = "没有异议，报街道审批", sort: str = "社会救助") -> list[str]:
    notice = NOTICE.format(title=title, text=text, outcome=outcome, sort=sort)
    documents = []
    for n, (path, content) in enumerate({**FILES, "notices/2026/one.yml": notice}.items()):
        document, refused = reading.read(dedent(content).lstrip("\n").encode(), f"ledgers/{path}", n)
        assert not refused
        documents.append(document)
    filed, problems = pipeline.parse_all(documents, (COMMUNITY, STAFF, KIND))
    assert not [p.message("zh") for p in problems]
    return [f"{f.code.id} {f.place.keys[0]} {f.message('zh')}" for f in rules.nobody_is_named(Books(filed, {}, law(), AS_OF))]


@pytest.mark.parametrize(
    "text, surname",
    [
        ("经审核，张小明户符合低保条件，拟纳入保障。", "张"),
        ("拟新增低保户：张小明、李小红、王建国。", "张"),
        ("户主周志强，身份证号后四位 0012。", "周"),
        ("给予陈秀英临时救助 2000 元。", "陈"),
        ("王秀兰（低保）每月 560 元。", "王"),
        ("李军户每月 560 元。", "李"),
        ("居民何秀英因病申请临时救助。", "何"),
        ("困难家庭欧阳建国等 3 户。", "欧"),
        ("1.张伟，2.李娜", "张"),
        ("方志明家庭人均收入低于标准。", "方"),
    ],
)
def test_a_name_in_a_sentence_is_told_without_repeating_it(text: str, surname: str) -> None:
    assert found(text=text) == [f"NTC003 内容 “{surname}**”像是姓名"]


def test_titles_and_outcomes_name_nobody_either() -> None:
    assert found(title="关于王建国低保申请的公示") == ["NTC003 标题 “王**”像是姓名"]
    assert found(outcome="李小红户不符合条件，其余报街道审批") == ["NTC003 说明 “李**”像是姓名"]


@pytest.mark.parametrize(
    "text",
    [
        "经审核，新增 3 户、取消 1 户，共 46 户。",
        "对高龄老人、高寿老人每月发放津贴；对方单位已经确认。",
        "困难家庭、低保家庭、文明家庭、计划生育家庭都可以申请。",
        "张贴在公开栏；许多居民、部分居民和全体居民代表在场。",
        "平安家庭、和平里、金秋助学、康复训练、安全检查。",
        "有异议的，找文书陈大文或者监督委员会赵桂芳；一号网格找李建军。",
    ],
)
def test_ordinary_words_and_officers_are_no_finding(text: str) -> None:
    assert found(text=text) == []


def test_only_where_persons_in_need_are_spoken_of() -> None:
    assert found(text="何秀英、王建国当选。", sort="选举") == []
    assert [f.partition(" ")[0] for f in found(text="何秀英、王建国享受补贴。", sort="补贴发放")] == ["NTC003"]


def test_no_word_of_the_shipped_demonstrations_and_texts_is_taken_for_a_name() -> None:
    """Names told in a sentence stop publication: whatever stands in three communities' ledgers and in our own samples must not."""
    naming = law().naming()
    folders = ("ledgers", "examples/hexi/ledgers", "examples/liuxi/ledgers", "generator/mingbai/scaffold")
    for folder in folders:
        for path in (REPOSITORY / folder).rglob("*.yml"):
            for line in path.read_text("utf-8").splitlines():
                assert "姓名" in line or not naming.told(line), (path, line)


def test_without_words_that_lead_or_follow_only_names_by_themselves_are_told() -> None:
    bare = law().naming()
    silent = Naming(bare.described, bare.surnames, bare.ambiguous, bare.given, bare.telling, bare.endings, bare.ordinary)
    assert silent.told("经审核，张小明符合条件") == ""
    assert silent.told("张小明、李小红") == "张小明"


def test_the_example_of_help_names_nobody() -> None:
    text = (Path(rules.__file__).parent / "examples/good").rglob("*.yml")
    assert all(not law().naming().told(line) for path in text for line in path.read_text("utf-8").splitlines() if "姓名" not in line)
