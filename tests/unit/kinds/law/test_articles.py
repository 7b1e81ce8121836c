"""An article that a ledger cites is one the act has, and is about what cites it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.packs import cited_articles
from tests.base.community import checked, place

NOTICE = "标题: {title}\n类型: 补贴发放\n起: 2026-04-08\n依据: {basis}\n内容: {text}\n承办: 文书\n"


def told(tmp_path: Path, basis: str, title: str = "高龄津贴", text: str = "第一季度由街道发放。") -> list[tuple[str, str]]:
    root = tmp_path / str(len(list(tmp_path.iterdir())))
    found = checked(root, files={"notices/2026/2026-04-08-butie.yml": NOTICE.format(basis=basis, title=title, text=text)})
    assert not [f for f in found.findings if f.code.id.startswith("SCH")]
    return [(f.code.id, f.message("zh")) for f in found.findings if f.code.id in ("LAW016", "LAW017")]


@pytest.mark.parametrize(
    "text, articles",
    [
        ("第三十四条", (34,)),
        ("第三十四条、第三十九条", (34, 39)),
        ("第34条和第 39 条", (34, 39)),
        ("第十条第三项", (10,)),
        ("第十条第（三）项、第三十四条第二款", (10, 34)),
        ("第一百零三条", (103,)),
        ("第一千二百六十条", (1260,)),
        ("第二十条", (20,)),
        ("的规定", ()),
        ("第三章", ()),
    ],
)
def test_articles_are_read_as_they_are_written(text: str, articles: tuple[int, ...]) -> None:
    assert cited_articles(text) == articles


@pytest.mark.parametrize(
    "basis, codes",
    [
        ("城市居民委员会组织法第五十条", []),
        ("城市居民委员会组织法第五十一条", ["LAW016"]),
        ("《中华人民共和国城市居民委员会组织法》第九十九条", ["LAW016"]),
        ("《城市居民委员会组织法》（2025 修订）第 99 条", ["LAW016"]),
        ("城市居民委员会组织法第三十四条、第九十九条", ["LAW016"]),
        ("[城市居民委员会组织法第三十四条, 农村集体经济组织法第六十八条]", ["LAW016"]),
        ("农村集体经济组织法第六十七条", []),
        ("民法典第一千二百六十条", []),
        ("民法典第一千二百六十一条", ["LAW016"]),
        ("城市居民委员会组织法（2018修正）第九十九条", []),  # LAW008 tells that the version is unknown
        ("社会救助法第三百条", []),  # nobody counted its articles
        ("城市居民委员会组织法", []),
        ("示例街财〔2026〕99号", []),
        ("城市居民委员会组织法第四条", ["LAW017"]),
        ("城市居民委员会组织法第二十二条", ["LAW017"]),
        ("城市居民委员会组织法第十三条", []),
        ("城市居民委员会组织法第二十六条", []),
    ],
)
def test_an_article_is_there_and_about_the_matter(tmp_path: Path, basis: str, codes: list[str]) -> None:
    assert [code for code, _ in told(tmp_path, basis)] == codes


def test_the_finding_says_how_many_there_are_and_what_it_is_about(tmp_path: Path) -> None:
    assert told(tmp_path, "城市居民委员会组织法第九十九条") == [("LAW016", "引用《城市居民委员会组织法》第 99 条，这部法一共 50 条")]
    assert told(tmp_path, "城市居民委员会组织法第四条")[0][1] == "引用《城市居民委员会组织法》第 4 条，这一条讲的是党的领导，这里说的不是这件事"


def test_what_is_about_the_matter_cites_it_rightly(tmp_path: Path) -> None:
    assert told(tmp_path, "城市居民委员会组织法第十七条", "选民名单", "贴在公开栏。") == []
    assert told(tmp_path, "城市居民委员会组织法第二十五条", "新一届班子", "工作移交完成。") == []
    assert told(tmp_path, "城市居民委员会组织法第四条", "网格党建", "坚持党的领导。") == []


SERVICE = """
事项:
  - 编号: paotui
    名称: 代办跑腿
    类别: 便民
    分类: 日常便民
    服务对象: 行动不便的居民
    内容: 上门收材料，代交、代取。
    实施主体: 春和社区居民委员会
    运行主体: 党支部志愿队
    收费: 否
    办理地点: 打电话就行
    办理时间: 周一至周五 8:30-17:30
    咨询电话: 010-55550103
    监督电话: 010-55550110
    核对: {{日期: 2026-06-16, 人: 文书}}
    依据:
      - 名称: 城市居民委员会组织法
        条款: {article}
"""


@pytest.mark.parametrize("article, code", [("第四条", "LAW017"), ("第九十九条", "LAW016"), ("第十条第三项", None)])
def test_an_article_with_a_field_of_its_own_is_read_with_its_act(tmp_path: Path, article: str, code: str | None) -> None:
    found = checked(tmp_path, files={"services/one.yml": SERVICE.lstrip("\n").format(article=article)})
    hits = [f for f in found.findings if f.code.id in ("LAW016", "LAW017")]
    assert [f.code.id for f in hits] == ([code] if code else [])
    assert all(place(f).startswith("ledgers/services/one.yml:18:") for f in hits)


def test_a_village_that_cites_where_openness_stood_before_is_told(tmp_path: Path) -> None:
    """Art. 30 of 2018 was openness; since 2026 it is the representatives' meeting, openness is art. 35."""
    assert told(tmp_path, "村民委员会组织法第三十条") != []
    assert told(tmp_path, "村民委员会组织法第三十五条") == []
