"""YAML text of pacts and the meetings they cite → books, findings, pages."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import dedent

from mingbai import pipeline, reading
from mingbai.books import Books, index_ids
from mingbai.diagnostics import Diagnostic
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.pacts import KIND
from mingbai.packs import Law
from mingbai.pages import Draft, Page
from mingbai.rendering import Renderer, template_dirs
from mingbai.rendering.door import let_out

AS_OF = datetime.date(2026, 11, 10)
ROOT = Path(__file__).parents[4]

COMMUNITY = """
格式: 1
名称: 示例社区居民委员会
类型: {kind}
办公电话: 010-55550100
"""
MEETING = """
种类: {kind}
时间: {day} 09:00
地点: 会议室
召集: 居委会
主持: 主任
记录: 文书
应到: 30
亲到: 25
缺席: 5
决议:
  - 编号: 1
    议题: 公约
    同意: {yes}
    反对: {no}
    弃权: 1
    结果: {result}
"""
PACT = """
名称: 文明养犬公约
种类: {kind}
制定主体: {maker}
适用范围: 全社区
备注: 只给自己看
版本:
"""
REGISTER = """
公开:
  - 事项: U25
    对象: [yangquan/1, yangquan/2, yangquan/3, yangquan/4, yangquan/6, loudao/1, a/1, b/1]
    公布日: 2026-04-15
    渠道: [公开栏]
"""
"""That the versions of a pact were published, where they do not say so themselves."""

OPINIONS = "征求意见: {起: 2026-02-01, 止: 2026-02-20, 条数: 12, 采纳: 5}"
REVIEW = "审核: {机关: 街道办事处, 日期: 2026-03-06}"
MANDATE = "授权: 2026-01-24-jumin/1"
VOTE = "表决: 2026-03-28-daibiao/1"
FILING = "备案: {机关: 街道办事处, 日期: 2026-04-02, 文号: 街备〔2026〕7号}"
EFFECTIVE = "生效: 2026-04-15"
ALL = (OPINIONS, REVIEW, MANDATE, VOTE, FILING, EFFECTIVE)


@cache
def law() -> Law:
    return Law.of(pipeline.pack("cn-2026"))


def meeting(day: str, slug: str, kind: str, result: str = "通过") -> tuple[str, str]:
    """The path and text of a meeting whose only decision came to `result`."""
    yes, no = (20, 4) if result == "通过" else (4, 20)
    return f"meetings/{day[:4]}/{day}-{slug}.yml", MEETING.format(kind=kind, day=day, yes=yes, no=no, result=result)


MEETINGS = dict(
    [
        meeting("2026-01-24", "jumin", "居民会议"),
        meeting("2026-03-28", "daibiao", "居民代表会议"),
        meeting("2026-09-18", "daibiao", "居民代表会议"),
        meeting("2026-09-19", "jumin", "居民会议"),
        meeting("2026-05-09", "daibiao", "居民代表会议", "未通过"),
        meeting("2026-05-10", "juweihui", "居委会会议"),
        meeting("2026-05-11", "yishi", "议事会"),
    ]
)


def version(number: int, *steps: str, articles: tuple[tuple[int, str], ...] = ((1, "牵绳。"), (2, "清洁。"))) -> str:
    """A version as it is typed."""
    lines = [f"  - 版本: {number}", *(f"    {step}" for step in steps), "    条款:"]
    for n, text in articles:
        lines += [f"      - 编号: {n}", f"        正文: {text}"]
    return "\n".join(lines) + "\n"


def books(files: Mapping[str, str], as_of: datetime.date = AS_OF, community: str = "城市居委会") -> Books:
    """The books of these files, with a community and some meetings beside them."""
    texts = {"community.yml": COMMUNITY.format(kind=community), "disclosures/2026.yml": REGISTER, **MEETINGS, **files}
    documents = [reading.read(dedent(text).lstrip("\n").encode(), f"ledgers/{path}", n) for n, (path, text) in enumerate(texts.items(), 1)]
    assert not [r.message("zh") for _, refused in documents for r in refused]
    filed, problems = pipeline.parse_all([d for d, _ in documents], discover())
    assert not [p.message("zh") for p in problems]
    index, _ = index_ids(i for f in filed if f.record is not None for k in discover() if k.name == f.kind for i in k.ids(f))
    return Books(filed, index, law(), as_of, tuple(k.outcomes for k in discover()))


def pact(*versions: str, kind: str = "专项公约", maker: str = "居民代表会议", as_of: datetime.date = AS_OF, head: str = "") -> Books:
    """Books with one pact, `yangquan`; `head` stands before its other fields."""
    return books({"pacts/yangquan.yml": head + PACT.format(kind=kind, maker=maker) + "".join(versions)}, as_of)


def findings(of: Books) -> list[Diagnostic]:
    return [f for rule in KIND.rules for f in rule.check(of)]


def codes(of: Books) -> list[str]:
    return sorted(f.code.id for f in findings(of))


def view(of: Books) -> View:
    return let_out(of, findings(of))


def drafts(of: Books) -> dict[str, Draft]:
    return {d.address: d for d in KIND.drafts(view(of))}


def page(of: Books, address: str) -> Page:
    return Renderer(template_dirs(ROOT)).page(drafts(of)[address])
