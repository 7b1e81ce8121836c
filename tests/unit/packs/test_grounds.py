"""A finding that compares with a figure rests on whatever lays the figure down: the pack, a rule of the place, a document named in community.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Cite, Diagnostic
from mingbai.packs import Law, Standard
from tests.base.community import BASE, checked, line
from tests.unit.test_examples import BAD, CODES

NATION = Law.of(pipeline.pack("cn-2026"))

FIGURES = {
    "ADM006": "admission-decision-days",
    "APR003": "appraisal-quorum",
    "APR005": "appraisal-unfit",
    "APR006": "appraisal-publish-days",
    "APR008": "supervisor-words",
    "APR010": "appraised-roles",
    "AST011": "idle-days",
    "AST012": "count-months",
    "AST013": "disposal-decision",
    "AST014": "disposal-valuation",
    "AST020": "asset-line",
    "AST024": "inventory-days",
    "AST025": "inventory-day",
    "AST028": "disposal-market",
    "BUD026": "budget-months",
    "BUD027": "budget-variance",
    "CON022": "negotiated-limit",
    "CON023": "party-contracts",
    "CON024": "contract-decision",
    "CON030": "negotiated-limit",
    "CON031": "negotiated-limit",
    "DBT013": "committee-bodies",
    "DBT021": "claim-days",
    "DIS022": "distribution-majority",
    "DIS023": "distribution-days",
    "DON013": "donation-rest-days",
    "DUE022": "publication-review-days",
    "ELE010": "election-list-days",
    "ELE011": "election-answer-days",
    "ELE014": "election-proxies",
    "ELE016": "committee-least",
    "ELE017": "recall",
    "ELE018": "leaving-audit-days",
    "ELE021": "committee-handover-days",
    "ELE022": "term-years",
    "ELE023": "term-years",
    "ELE043": "election-objection-days",
    "FIN051": "top-up-words",
    "FIN055": "bookkeeper-roles",
    "FIN057": "sensitive-words",
    "FIN059": "split-days",
    "FIN060": "party-fund-not-for",
    "FIN061": "cash-limit",
    "FIN062": "hand-in-days",
    "FIN064": "income-documents",
    "FIN066": "reimbursement-months",
    "FIN067": "others-share",
    "FIN069": "outstanding-months",
    "FIN071": "settle-months",
    "FIN081": "plan-idle-days",
    "FIN083": "basic-accounts",
    "FIN086": "private-accounts",
    "FIN091": "review-days",
    "FIN094": "arrival-days",
    "FIN095": "stood-aside-words",
    "FIN096": "loan-words",
    "FIN104": "outstanding-months",
    "GDS012": "goods-categories",
    "HND006": "handover-days",
    "HND007": "cashier-roles",
    "LCK014": "closing-days",
    "LEV023": "levy-rate",
    "LEV024": "levy-days",
    "MTG061": "outcome-publish-days",
    "NTC011": "notice-days",
    "NTC013": "notice-outcome-days",
    "NTC014": "small-count",
    "OBJ002": "objection-days",
    "OBJ003": "objection-days",
    "PAC014": "pact-opinion-days",
    "PAC019": "pact-filing-days",
    "PAC020": "pact-penalty-words",
    "PAC084": "pact-subject-words",
    "PRJ025": "project-notice-days",
    "PRJ027": "project-progress-amount",
    "PRJ029": "acceptance-days",
    "PRJ031": "tender-limit",
    "RES005": "idle-days",
    "SVC007": "service-check-months",
}
"""Codes and the figure of the packs that their finding compares with."""

STREET = Cite("street-rules", "3")
ACT = """
    法规:
      - 编号: street-rules
        名称: 示例街道居务规则
        英文: Rules of the subdistrict
        版本: 2020
        施行: 2020-01-01
        核对: 2020-01-01
        条文:
          - 条: "3"
            要求: 照这个数。
            英文要求: By this figure.
"""


def rule(one: Standard) -> str:
    """The figure of the pack, laid down again by a rule of the street."""
    told: list[str] = []
    if one.count is not None:
        told.append(f"数: {one.count}")
    if one.amount is not None:
        told.append(f"金额: {one.amount / 100:.2f}")
    if one.share is not None:
        told.append(f"比例: {'至少' if one.share.inclusive else '超过'} {one.share.part}/{one.share.whole}")
    if one.words:
        told.append(f"词: [{', '.join(one.words)}]")
    lines = [f"- 编号: {one.id}", f"  名称: {one.name}", f"  英文: {one.english}", *(f"  {t}" for t in told), "  效力: 地方规定", "  依据:"]
    return "标准:\n" + "".join(f"  {each}\n" for each in [*lines, "    - {法: street-rules, 条: '3'}"])


def found(code: str, folder: Path, **more: str) -> tuple[Diagnostic, Law]:
    """The one finding of a bad example with these files over it, and the law of its books."""
    books = checked(folder, BAD[code], files={path.replace("__", "/") + ".yml": text for path, text in more.items()})
    (mine,) = (f for f in books.findings if f.code.id == code)
    return mine, books.books.law


def told(one: Diagnostic) -> tuple[int, str]:
    """Where it stands and what it says, but for whether the figure is a default of ours."""
    return line(one), one.message("zh").replace("（待确认的默认值）", "")


@pytest.mark.parametrize("code, figure", FIGURES.items(), ids=FIGURES)
def test_a_rule_of_the_place_is_cited_before_the_clauses_of_the_code(code: str, figure: str, tmp_path: Path) -> None:
    before, law = found(code, tmp_path / "pack")
    after, _ = found(code, tmp_path / "own", law__acts=ACT, law__standards=rule(NATION.standards[figure]))
    of_code = law.basis(CODES[code].basis)
    binding = tuple(c for c in of_code if law.binds(c.act))
    assert told(after) == told(before)
    assert after.basis[0] == STREET
    assert after.basis[1:] in ((), binding)  # of a code that serves several bodies the figure's own alone
    if not NATION.standards[figure].basis:
        assert law.basis(before.basis) == of_code
        assert after.basis[1:] == binding


def test_a_document_named_in_community_yml_is_cited_first(tmp_path: Path) -> None:
    text = (BASE / "ledgers/community.yml").read_text("utf-8") + "标准:\n  - {编号: cash-limit, 金额: 900.00, 来源: 示例街财〔2026〕3号}\n"
    one, law = found("FIN061", tmp_path / "own", community=text)
    assert [law.cite(c, "zh") for c in law.basis(one.basis)] == ["示例街财〔2026〕3号", *(law.cite(c, "zh") for c in one.code.basis)]
    other, _ = found("DIS024", tmp_path / "share")
    assert other.basis[0] == Cite("示例省农村集体资产管理条例", "")


def test_the_figure_of_a_pack_that_binds_another_kind_of_community_is_not_cited() -> None:
    laid = Law.of([*pipeline.pack("cn-2026"), *pipeline.pack("cn-zhejiang")], "城市居委会")
    assert laid.grounds(CODES["PAC020"], laid.standard("pact-penalty-words")) == (Cite("urban-committee", "31"),)
    assert laid.grounds(CODES["FIN061"], None) == CODES["FIN061"].basis
