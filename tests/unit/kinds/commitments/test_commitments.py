"""Commitments: what a day makes of them, what may not stand there, what the page shows."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.kinds.commitments import KIND, pages
from mingbai.kinds.commitments.records import CommitmentFile
from mingbai.kinds.commitments.standing import State, state
from mingbai.packs import Law
from mingbai.rendering import Renderer
from mingbai.rendering.door import let_out

AS_OF = datetime.date(2026, 11, 10)
TEMPLATES = Path(__file__).parents[4] / "site_templates"


def books(*commitments: str) -> Books:
    text = "公布: 2026-01-20\n承诺:\n" + "".join(f"  - {{编号: {n}, 内容: 修灯, {c}}}\n" for n, c in enumerate(commitments, 1))
    document, refused = reading.read(text.encode(), "ledgers/commitments/2026.yml", 1)
    assert not refused
    filed, problems = pipeline.parse_all([document], (KIND,))
    assert not [p.message("zh") for p in problems]
    return Books(filed, {}, Law.of(pipeline.pack("cn-2026")), AS_OF)


def codes(*commitments: str) -> list[str]:
    return sorted(f.code.id for rule in KIND.rules for f in rule.check(books(*commitments)))


@pytest.mark.parametrize(
    "said, expected, found",
    [
        ("期限: 2026-11-10", State.ONGOING, []),
        ("期限: 2026-11-09", State.OVERDUE, ["CMT010"]),
        ("期限: 2026-05-01, 兑现: 2026-05-01", State.KEPT, []),
        ("期限: 2026-03-01, 兑现: 2026-05-01", State.KEPT, ["CMT030"]),
        ("期限: 2026-06-01, 兑现: 2026-05-01, 进度: [{日期: 2026-05-01, 说明: 换好}]", State.KEPT, []),
        ("期限: 2026-06-01, 兑现: 2026-05-01, 进度: [{日期: 2026-05-02, 说明: 还差两盏}]", State.KEPT, ["CMT031"]),
        ("期限: 2026-03-01, 没兑现的原因: 缺料", State.FAILED, []),
        ("期限: 2026-12-01, 兑现: 2026-11-11", State.KEPT, ["CMT002"]),
    ],
)
def test_the_day_decides_what_a_commitment_is(said: str, expected: State, found: list[str]) -> None:
    of = books(f"岗位: 主任, {said}")
    (file,) = of.records(CommitmentFile)
    assert state(file.commitments[0], AS_OF) is expected
    assert codes(f"岗位: 主任, {said}") == found


@pytest.mark.parametrize(
    "post, found", [("党员巡逻岗", []), ("3 号楼楼门长", []), ("环境物业委员", []), ("李建国", ["CMT004"]), ("周秀英", ["CMT004"])]
)
def test_posts_promise_not_persons(post: str, found: list[str]) -> None:
    assert codes(f"岗位: {post}, 期限: 2026-12-31") == found


def test_the_page_counts_every_post_and_shows_what_became_of_each() -> None:
    of = books("岗位: 主任, 期限: 2026-12-31", "岗位: 主任, 期限: 2026-06-30, 兑现: 2026-06-01", "岗位: 文书, 期限: 2026-06-30, 没兑现的原因: 缺料")
    drafts = {d.address: d for d in pages.drafts(let_out(of, (), (), (KIND,)))}
    assert sorted(drafts) == ["commitments/", "commitments/2026/"]
    context = drafts["commitments/2026/"].context
    assert context.lede == "2026 年，2 个岗位公开承诺，共 3 条：已兑现 1 条，兑现中 1 条，没有兑现 1 条。"
    assert context.matrix == (("主任", "p-1", 2, 1, 1, 0, 0), ("文书", "p-2", 1, 0, 0, 0, 1))
    body = Renderer((TEMPLATES,)).page(drafts["commitments/2026/"]).body
    assert "没有兑现：缺料。" in body
    assert all(f'id="{toc.id}"' in body for toc in drafts["commitments/2026/"].toc)


@pytest.mark.parametrize("done, found", [("2026-01-20", []), ("2026-01-19", ["CMT011"])])
def test_nothing_is_promised_that_was_done_already(done: str, found: list[str]) -> None:
    assert codes(f"岗位: 主任, 期限: 2026-06-30, 兑现: {done}") == found
