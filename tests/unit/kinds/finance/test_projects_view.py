"""A quarter by project: every project with what it took in and cost, the rest of the book below; together they come to the statement."""

from __future__ import annotations

from mingbai.kinds.finance import KIND
from mingbai.pipeline import check, view
from tests.support.building import AS_OF, REPOSITORY


def test_projects_and_the_rest_come_to_the_statement_on_both_demonstrations() -> None:
    seen = 0
    for root in (REPOSITORY, REPOSITORY / "examples" / "hexi"):
        for draft in KIND.drafts(view(check(root, AS_OF))):
            parts = getattr(draft.context, "projects", ())
            if draft.template == "finance/range.html" and parts:
                s = draft.context.statement
                assert (sum(p.income for p, _ in parts), sum(p.expense for p, _ in parts)) == (s.income, s.expense), draft.address
                assert sum(p.lines for p, _ in parts) >= s.lines
                assert [page.startswith("projects/") for p, page in parts] == [bool(p.id) for p, _ in parts]
                seen += 1
    assert seen >= 6
