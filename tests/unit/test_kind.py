"""What a kind may ask of the house: the narrowest shape wins, records know their place, parts stand on others' pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kind import Kind, Shape, View
from mingbai.kinds import discover
from mingbai.kinds.finance.records import MonthFile
from mingbai.pages import Block
from mingbai.schema.record import Record
from mingbai.values.text import Text
from tests.base.community import AS_OF, laid_over


class Register(Record):
    """A register of nothing."""


@pytest.mark.parametrize(
    "path, wins", [("finance/a/contracts.yml", "register"), ("finance/a/2026-03.lock.yml", "lock"), ("finance/a/2026-03.yml", "month")]
)
def test_the_shape_that_leaves_least_open_claims_a_file(path: str, wins: str) -> None:
    shapes = {
        "month": Shape("finance/{book}/{period}.yml", "{book}/{period}", MonthFile),
        "register": Shape("finance/{book}/contracts.yml", "{book}", Register),
        "lock": Shape("finance/{book}/{period}.lock.yml", "{book}/{period}", Register),
    }
    kinds = [Kind(name, Text(name, name), Text(name, name), (shape,)) for name, shape in shapes.items()]
    claimed = pipeline.claim(path, kinds)
    assert claimed is not None
    assert claimed[0].name == wins


def test_a_line_knows_its_place_on_the_site(tmp_path: Path) -> None:
    checked = pipeline.check(laid_over(tmp_path / "c"), AS_OF)
    view = pipeline.view(checked)
    place = view.where(view.books.ids["line"]["committee/2026-01/01-001"])
    assert place is not None
    assert place.address == "finance/committee/2026/01/#v-01-001"
    assert view.where(None) is None


def _site(root: Path, address: str) -> dict[str, str]:
    """The pages of the base with a block of a further kind at `address`."""

    def parts(view: View) -> Iterator[tuple[str, Block]]:
        yield address, Block(10, "warnings.html", type("It", (), {"groups": (), "count": 0, "errors": ()})())

    checked = pipeline.check(laid_over(root), AS_OF)
    (root / "mkdocs.yml").write_text("site_name: x\n")
    kinds = (*discover(), Kind("more", Text("更多", "more"), Text("更多", "more"), (), parts=parts))
    return {p.address: p.body for p in pipeline.site(root, replace(checked, kinds=kinds)).pages}


def test_a_kind_contributes_to_the_page_of_another(tmp_path: Path) -> None:
    plain, more = _site(tmp_path / "a", "finance/"), _site(tmp_path / "b", "finance/committee/")
    assert [a for a in plain if plain[a] != more[a]] == ["finance/", "finance/committee/"]


def test_a_part_for_no_page_is_a_fault_of_the_kind(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        _site(tmp_path / "c", "nowhere/")
