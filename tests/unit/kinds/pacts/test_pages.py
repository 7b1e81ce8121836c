"""Pages of pacts: the text in force first, drafts never as in force, older versions marked."""

from __future__ import annotations

import datetime

import pytest

from mingbai.kinds.pacts import KIND
from mingbai.pages import Dataset
from tests.unit.kinds.pacts.ledger import ALL, EFFECTIVE, MANDATE, OPINIONS, REVIEW, VOTE, books, drafts, pact, page, version, view

SECOND = ("表决: 2026-09-18-daibiao/1", "生效: 2026-10-01", "修订说明: 增加一条")
REVISED = pact(version(1, *ALL), version(2, *SECOND, articles=((1, "牵绳，大型犬戴嘴套。"), (2, "清洁。"), (3, "避让。"))), version(3))
ADDED, REMOVED, END = ('<span class="vh">' + words + "</span>" for words in ("（新写：", "（删掉：", "）"))


def test_every_pact_has_a_page_and_every_version_too() -> None:
    assert set(drafts(REVISED)) == {"pacts/", "pacts/yangquan/", "pacts/yangquan/v1/", "pacts/yangquan/v2/", "pacts/yangquan/v3/"} | {
        f"pacts/yangquan/{pair}/" for pair in ("v1-v2", "v1-v3", "v2-v3")
    }


def test_the_pacts_page_shows_the_text_in_force_and_how_it_came_about() -> None:
    made = page(REVISED, "pacts/yangquan/")

    assert "第 2 版，共 3 条，2026年10月1日起施行" in made.body
    assert "大型犬戴嘴套" in made.body
    assert 'href="../../meetings/2026-09-18-daibiao/#d-1"' in made.body
    assert "同意 20 票，反对 4 票，弃权 1 票，通过" in made.body
    assert "正在修订" in made.body
    assert made.updated == datetime.date(2026, 10, 1)


def test_what_changed_is_marked() -> None:
    body = page(REVISED, "pacts/yangquan/").body

    assert "和第 1 版比，改了什么" in body
    assert "新增 1 条，修改 1 条" in body
    assert f"<ins>{ADDED}［＋，大型犬戴嘴套］{END}</ins>" in body


def test_a_superseded_version_says_so_and_leads_to_the_text_that_holds() -> None:
    made = page(REVISED, "pacts/yangquan/v1/")

    assert "已被取代" in made.body
    assert "施行到2026年9月30日为止，现在照第 2 版做" in made.body
    assert 'href="../../../pacts/yangquan/"' in made.body


def test_a_draft_is_never_shown_as_in_force() -> None:
    for of in (pact(version(1)), pact(version(1, EFFECTIVE)), pact(version(1, "表决: 2026-05-09-daibiao/1"))):
        body = page(of, "pacts/yangquan/").body

        assert "草案" in body
        assert "现行" not in body


def test_a_draft_open_for_opinions_stands_first_on_the_list_and_on_the_home_page() -> None:
    of = pact(version(1, "征求意见: {起: 2026-11-01, 止: 2026-11-20}"))
    (block,) = KIND.home(view(of))

    assert "2026年11月20日" in page(of, "pacts/").body
    assert [e.address for e in block.context.open] == ["pacts/yangquan/v1/"]
    assert block.weight == 40


def test_a_version_adopted_but_not_yet_in_force_says_from_when() -> None:
    body = page(pact(version(1, *ALL), as_of=datetime.date(2026, 4, 10)), "pacts/yangquan/").body

    assert "已经表决通过，2026年4月15日起施行" in body


def test_a_repealed_pact_says_so() -> None:
    body = page(pact(version(1, *ALL, "废止: 2026-10-01")), "pacts/yangquan/").body

    assert "已经废止，2026年9月30日是最后一天" in body


def test_missing_steps_are_said_and_warned_of() -> None:
    body = page(pact(version(1, OPINIONS, VOTE, EFFECTIVE)), "pacts/yangquan/").body

    assert body.count("没有登记这一步") == 2
    assert "没有登记备案" in body


def test_without_pacts_the_list_says_so_and_the_home_page_is_silent() -> None:
    empty = books({})

    assert "还没有登记公约" in page(empty, "pacts/").body
    assert list(KIND.home(view(empty))) == []


def test_notes_are_not_published() -> None:
    assert all("只给自己看" not in page(REVISED, address).body for address in drafts(REVISED))


def tables(of: str) -> Dataset:
    return next(d for d in KIND.datasets(view(REVISED)) if d.name == of)


def test_tables_hold_a_version_and_an_article_a_row() -> None:
    versions, articles = tables("pacts"), tables("pacts-articles")
    names = [c.name for c in versions.columns]

    assert [row[names.index("state")] for row in versions.rows] == ["已被取代", "现行", "草案"]
    assert [row[names.index("result")] for row in versions.rows] == ["通过", "通过", None]
    assert all(len(row) == len(names) for row in versions.rows)
    assert len(articles.rows) == 2 + 3 + 2
    assert all(len(row) == len(articles.columns) for row in articles.rows)


def test_every_version_has_an_address_for_its_warnings() -> None:
    found = dict(KIND.addresses(view(REVISED)))

    assert {address for address, _ in found.values()} == {"pacts/yangquan/", "pacts/yangquan/v1/", "pacts/yangquan/v2/", "pacts/yangquan/v3/"}


@pytest.mark.parametrize("address", ["pacts/", "pacts/yangquan/", "pacts/yangquan/v3/"])
def test_every_heading_of_the_table_of_contents_is_on_the_page(address: str) -> None:
    made = page(REVISED, address)

    assert made.toc
    assert all(f'id="{heading.id}"' in made.body for heading in made.toc)


def test_filing_is_told_with_its_number() -> None:
    assert "街道办事处，街备〔2026〕7号" in page(pact(version(1, *ALL)), "pacts/yangquan/").body


def test_a_draft_that_was_voted_down_goes_no_further() -> None:
    body = page(pact(version(1, OPINIONS, REVIEW, MANDATE, "表决: 2026-05-09-daibiao/1")), "pacts/yangquan/").body
    assert body.count("表决没有通过，不用办这一步") == 3
    assert "表决通过后报" not in body


def test_a_draft_of_neighbours_waits_for_signatures_and_for_no_office() -> None:
    body = page(pact(version(1), kind="楼道公约", maker="3 号楼居民"), "pacts/yangquan/").body
    assert "由住户签约，或者开会表决" in body
    assert body.count("这类公约不要求这一步") == 2


def test_each_version_tells_who_signed_it() -> None:
    signed = pact(version(1, EFFECTIVE), version(2, "签约户数: 20", "生效: 2026-09-01"), kind="楼道公约", maker="3 号楼居民", head="签约户数: 24\n")
    assert "20 户签约，共同遵守" in page(signed, "pacts/yangquan/").body
    assert "24 户签约，共同遵守" in page(signed, "pacts/yangquan/v1/").body


def test_any_two_versions_are_compared_with_signs_in_the_text() -> None:
    body = page(REVISED, "pacts/yangquan/v1-v3/").body
    assert "第 3 版是草案，还没有生效" in body
    whole = page(REVISED, "pacts/yangquan/v1-v2/").body
    assert "从第 1 版到第 2 版：新增 1 条，修改 1 条" in whole
    assert f"牵绳<ins>{ADDED}［＋，大型犬戴嘴套］{END}</ins>。" in whole
    assert f"<ins>{ADDED}［＋避让。］{END}</ins>" in whole
    back = page(pact(version(1, *ALL), version(2, *SECOND, articles=((1, "牵绳。"),))), "pacts/yangquan/v1-v2/").body
    assert f"<del>{REMOVED}［－清洁。］{END}</del>" in back
    assert "原第二条" in back


def test_the_pact_leads_to_every_comparison() -> None:
    body = page(REVISED, "pacts/yangquan/").body
    assert all(words in body for words in ("第 1 版 → 第 2 版", "第 2 版 → 第 3 版", "第 1 版 → 第 3 版"))
    assert "任选两版" not in page(REVISED, "pacts/yangquan/v1/").body
