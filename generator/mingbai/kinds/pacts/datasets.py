"""The tables of pacts for download: a version a row, an article a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.pacts.known import Known, known
from mingbai.kinds.pacts.state import Standing
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text


def datasets(view: View) -> Iterator[Dataset]:
    """`pacts` and `pacts-articles`."""
    pacts = sorted(known(view.books), key=lambda k: k.filed.id)
    rows = [_row(k, s) for k in pacts for s in k.standings]
    yield Dataset(
        "pacts",
        Text("公约的版本", "Versions of pacts"),
        _VERSION,
        rows,
        key=("pact", "version"),
        each=Text("每行一份公约的一个版本", "One version of a pact a row"),
    )
    articles = [(k.filed.id, s.version.number, a.number, a.title, a.text) for k in pacts for s in k.standings for a in s.version.articles]
    yield Dataset(
        "pacts-articles",
        Text("公约条款", "Articles of pacts"),
        _ARTICLE,
        articles,
        key=("pact", "version", "article"),
        each=Text("每行一条条款", "One article a row"),
    )


_VERSION = (
    Column("pact", Text("公约编号", "Id of the pact")),
    Column("name", Text("名称", "Name")),
    Column("kind", Text("种类", "Kind")),
    Column("version", Text("版本", "Version"), "integer"),
    Column("state", Text("状态", "State")),
    Column("maker", Text("制定主体", "Made by")),
    Column("scope", Text("适用范围", "Applies to")),
    Column("opinions_from", Text("征求意见起", "Opinions from"), "date"),
    Column("opinions_to", Text("征求意见止", "Opinions to"), "date"),
    Column("received", Text("收到意见（条）", "Opinions received"), "integer"),
    Column("adopted", Text("采纳意见（条）", "Opinions taken up"), "integer"),
    Column("reviewed_by", Text("审核机关", "Reviewed by")),
    Column("reviewed", Text("审核日期", "Reviewed on"), "date"),
    Column("mandate", Text("授权决议", "Mandate")),
    Column("vote", Text("表决决议", "Vote")),
    Column("voted", Text("表决日期", "Voted on"), "date"),
    Column("result", Text("表决结果", "Result of the vote")),
    Column("signed", Text("签约户数", "Households that signed"), "integer"),
    Column("filed_with", Text("备案机关", "Filed with")),
    Column("filed", Text("备案日期", "Filed on"), "date"),
    Column("filing_number", Text("备案文号", "Filing number")),
    Column("published", Text("公布日期", "Published on"), "date"),
    Column("effective", Text("生效日期", "In force from"), "date"),
    Column("until", Text("施行到", "Last day in force"), "date"),
    Column("articles", Text("条数", "Number of articles"), "integer"),
)
_ARTICLE = (
    Column("pact", Text("公约编号", "Id of the pact")),
    Column("version", Text("版本", "Version"), "integer"),
    Column("article", Text("条款编号", "Article"), "integer"),
    Column("title", Text("标题", "Title")),
    Column("text", Text("正文", "Text")),
)


def _row(known: Known, standing: Standing) -> tuple[Any, ...]:
    pact, v, vote = known.pact, standing.version, standing.vote
    opinions, review, filing = v.opinions, v.review, v.filing
    return (
        *(known.filed.id, pact.name, pact.kind.zh, v.number, standing.state.text.zh, pact.maker, pact.scope),
        *((opinions.start, opinions.end, opinions.received, opinions.adopted) if opinions else (None,) * 4),
        *((review.authority, review.date) if review else (None, None)),
        v.mandate,
        *((vote.id, vote.date, vote.result.zh if vote.result else None) if vote else (v.vote, None, None)),
        pact.signatures(v),
        *((filing.authority, filing.date, filing.document) if filing else (None,) * 3),
        *(v.published, v.effective, standing.until, len(v.articles)),
    )
