"""`mingbai kinds`: what ledgers there are, and every field of them."""

from __future__ import annotations

import json
from typing import Any

from mingbai.kinds import discover
from mingbai.schema.record import fields


def test_every_kind_is_named_with_its_files(mingbai: Any) -> None:
    out = mingbai("kinds")[1]

    for kind in discover():
        assert f"{kind.name}  {kind.title.zh}\n" in out
        assert all(f"  ledgers/{shape.path}\n" in out for shape in kind.shapes)


def test_every_field_is_listed_nested_ones_indented(mingbai: Any) -> None:
    for kind in discover():
        out = mingbai("kinds", kind.name)[1]
        for shape in kind.shapes:
            assert all(f"\n  {f.label.zh} " in out for f in fields(shape.record).values())
    assert "\n    凭证 " in mingbai("kinds", "财务收支")[1]


def test_json_has_the_same_tree(mingbai: Any) -> None:
    document = json.loads(mingbai("kinds", "finance", "-f", "json")[1])
    month = {f["en"]: f for f in document["shapes"][0]["fields"]}
    line = {f["en"]: f for f in month["lines"]["fields"]}

    assert document["files"] == ["ledgers/finance/{book}/{period}.yml", "ledgers/finance/{book}/{period}.lock.yml"]
    assert line["amount"]["unit"] == "元"
    assert line["note"]["privacy"] == "internal"
    assert {"zh": "收入", "en": "income"} in line["kind"]["allowed"]
    assert {k["name"] for k in json.loads(mingbai("kinds", "-f", "json")[1])["kinds"]} == {k.name for k in discover()}


def test_an_unknown_kind_is_a_mistake(mingbai: Any) -> None:
    code, out, err = mingbai("kinds", "finanse")

    assert (code, out) == (2, "")
    assert "是不是 finance？" in err


def test_a_folder_leads_to_the_kind_that_keeps_it(mingbai: Any) -> None:
    """Matters lie beside meetings, in a folder of their own."""
    for name in ("matters", "ledgers/matters/", "meetings"):
        code, out, _ = mingbai("kinds", name)
        assert (code, out.splitlines()[0]) == (0, "meetings  会议与决定")
        assert "ledgers/matters/{id}.yml" in out
    assert "是不是 matters？" in mingbai("kinds", "mater")[2]
