"""Pages of service guides: the whole guide on one page, telephones that ring, links only to listed hosts."""

from __future__ import annotations

import datetime

import pytest

from mingbai.kinds.services import KIND
from tests.unit.kinds.services.ledger import books, changed, drafts, guide, page, view

RICH = guide(
    ("收费: 否", "收费: 是\n收费标准: 每份 5 元\n收费依据: 示例价〔2026〕1号\n减免: 困难家庭不收"),
    ("人群: [老人]", '人群: [老人, 残疾人]\n结果名称: 津贴发到社保卡\n事项编码: "11440106MB2C92053400000000001"\n到现场次数: 0'),
    ("  - {名称: 居民身份证", "  - {名称: 诊断书, 必要性: 视情况, 说明: 住过院的才带}\n  - {名称: 照片, 必要性: 容缺后补}\n  - {名称: 居民身份证"),
    (
        "咨询电话",
        "网上办理: https://www.example.gov.cn/a\n表格下载: https://other.example.com/b\n常见问题:\n  - {问: 能代办吗？, 答: 能。}\n咨询电话",
    ),
)
TWO = books(
    {
        "services/jintie.yml": changed(),
        "services/lifa.yml": changed(
            ("高龄老人津贴申请", "老人理发"), ("类别: 行政", "类别: 志愿"), ("养老助残", "生活服务"), ("[老人]", "[老人, 居民]")
        ),
    }
)


def test_every_guide_has_a_page() -> None:
    people = {"services/people/elderly/", "services/people/residents/"}
    assert set(drafts(TWO)) == {"services/", "services/jintie/", "services/lifa/", "services/print/all/"} | people


def test_a_guide_says_the_main_things_in_one_breath() -> None:
    made = page(guide(), "services/jintie/")

    assert made.description == "给年满八十周岁的老人。在哪里办：一号窗口。6 个工作日内办好，不收费。"
    assert made.description in made.body
    assert "我们承诺 6 个工作日内办好；法律规定最长 30 个工作日。" in made.body
    assert "这份指南由文书于 2025年11月10日核对。" in made.body
    assert "《老年人权益保障法》第三十三条" in made.body
    assert made.updated == datetime.date(2025, 11, 10)


def test_telephones_ring_when_touched() -> None:
    body = page(guide(), "services/jintie/").body

    assert 'href="tel:01055550101"' in body
    assert 'href="tel:12345"' in body
    assert 'href="tel:01055550110"' in body


def test_what_to_bring_is_a_checklist() -> None:
    body = page(RICH, "services/jintie/").body

    assert "☐ 居民身份证" in body
    assert body.index("☐ 居民身份证") < body.index("☐ 诊断书")
    assert "不一定要带；住过院的才带" in body
    assert "可以以后补交" in body


def test_everything_typed_is_on_the_page() -> None:
    body = page(RICH, "services/jintie/").body

    for words in (
        "每份 5 元",
        "示例价〔2026〕1号",
        "困难家庭不收",
        "津贴发到社保卡",
        "11440106MB2C92053400000000001",
        "不用跑，可以不到现场",
        "能代办吗？",
    ):
        assert words in body


def test_links_lead_to_listed_hosts_only() -> None:
    body = page(RICH, "services/jintie/").body

    assert 'href="https://www.example.gov.cn/a"' in body
    assert "https://other.example.com/b" in body
    assert 'href="https://other.example.com/b"' not in body


def test_warnings_stand_on_the_guide() -> None:
    body = page(guide(("2025-11-10", "2024-01-01")), "services/jintie/").body

    assert "这份指南上一次核对是 2024年1月1日，超过 12 个月了" in body


def test_nothing_to_bring_is_said() -> None:
    assert (
        "什么都不用带" in page(guide(("材料:\n  - {名称: 居民身份证, 形式: 原件及复印件, 份数: 1, 来源: 申请人自备}\n", "")), "services/jintie/").body
    )


def test_the_list_goes_by_category_and_by_people() -> None:
    it = drafts(TWO)["services/"].context

    assert next((g.name, g.anchor) for g in it.categories) == ("养老助残", "c-elderly-and-disabled")
    assert [g.name for g in it.people] == ["老人", "居民"]
    assert [e.name for e in it.people[0].entries] == ["高龄老人津贴申请", "老人理发"]
    assert it.lede.startswith("这里能办 2 件事：行政 1 项，志愿 1 项。")


def test_the_home_block_counts_and_leads_to_categories() -> None:
    (block,) = KIND.home(view(TWO))

    assert block.weight == 30
    assert [[e.name for e in g.entries] for g in block.context.categories] == [["高龄老人津贴申请"], ["老人理发"]]


def test_without_guides_the_list_says_so_and_the_home_page_is_silent() -> None:
    empty = books({})

    assert "还没有登记办事指南" in page(empty, "services/").body
    assert list(KIND.home(view(empty))) == []


def test_notes_are_not_published() -> None:
    assert all("只给自己看" not in page(TWO, address).body for address in drafts(TWO))


def test_tables_have_a_guide_and_a_document_a_row() -> None:
    guides, documents = KIND.datasets(view(RICH))

    assert (guides.name, documents.name) == ("services", "services-documents")
    assert [len(guides.rows), len(documents.rows)] == [1, 3]
    assert all(len(row) == len(table.columns) for table in (guides, documents) for row in table.rows)
    assert [row[6] for row in documents.rows] == ["视情况", "容缺后补", "必要"]


def test_every_guide_has_an_address_for_its_warnings() -> None:
    assert {a for a, _ in dict(KIND.addresses(view(TWO))).values()} == {"services/jintie/", "services/lifa/"}


@pytest.mark.parametrize("address", ["services/", "services/jintie/"])
def test_every_heading_of_the_table_of_contents_is_on_the_page(address: str) -> None:
    made = page(RICH, address)

    assert made.toc
    assert all(f'id="{heading.id}"' in made.body for heading in made.toc)


def test_groups_of_people_and_occasions_have_pages_and_all_can_be_printed() -> None:
    text = changed(("人群: [老人]", "人群: [老人]\n事由: [养老, 领补贴]"))
    found = drafts(books({"services/jintie.yml": text, "services/butie.yml": changed()}))
    people = [a for a in found if a.startswith("services/people/")]
    occasions = [a for a in found if a.startswith("services/occasions/")]
    assert (len(people), len(occasions)) == (1, 2)
    assert [len(found[a].context.group.entries) for a in people + occasions] == [2, 1, 1]
    assert [t.address for t in found["services/jintie/"].context.tags] == [*people, "services/occasions/old-age/", "services/occasions/allowances/"]
    ((sheet, *_),) = [sheets for _, _, sheets in found["services/print/all/"].context.groups]
    assert dict(sheet.rows)["带什么"] == "居民身份证（原件及复印件，1 份）"


def test_what_was_used_is_told() -> None:
    served = "服务人次: [{起: 2026-01-01, 止: 2026-06-30, 人次: 300}]\n满意度: [{日期: 2026-06-01, 样本数: 40, 满意: 37}]\n收费: 否"
    found = drafts(books({"services/jintie.yml": changed(("收费: 否", served))}))
    assert found["services/jintie/"].context.used == (("用了多少", "2026年1月1日至6月30日 300 人次"), ("满意度", "2026年6月问了 40 人，满意 37 人"))


def test_no_guide_takes_the_address_of_another_page() -> None:
    named = books({f"services/{id}.yml": changed() for id in ("print", "people", "all")})
    made = [d.address for d in KIND.drafts(view(named))]
    assert len(made) == len(set(made)) == 6
