"""What every kind of ledger owes the others, whoever wrote it; and a kind that comes and goes with its folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from mingbai import kinds, pipeline
from mingbai.checking.references import WHAT
from mingbai.kind import Kind
from mingbai.kinds import discover
from mingbai.pipeline import Checked
from mingbai.rendering import template_dirs
from mingbai.schema.record import FieldInfo, Privacy, Record, fields, nested
from tests.base.community import AS_OF, laid_over

FOLDER = Path(kinds.__file__).parent
KINDS = discover()
REPOSITORY = Path(__file__).parents[3]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)


def records(kind: Kind) -> Iterator[type[Record]]:
    """The roots of a kind's files and every record class inside them."""
    found: dict[type[Record], None] = {}

    def take(record: type[Record]) -> None:
        if record not in found:
            found[record] = None
            for field in fields(record).values():
                for inner in nested(field.annotation):
                    take(inner)

    for shape in kind.shapes:
        take(shape.record)
        if shape.many is not None:
            take(shape.many)
    return iter(found)


ALL_FIELDS = {f"{k.name}.{r.__name__}.{f.name}": (r, f) for k in KINDS for r in records(k) for f in fields(r).values()}


@cache
def _good(folder: Path) -> Checked:
    overlays = [FOLDER / k.name / "examples" / "good" for k in KINDS]
    return pipeline.check(laid_over(folder, *overlays), AS_OF)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The base with the good examples of all kinds over it."""
    return _good(tmp_path_factory.mktemp("good") / "root")


@each_kind
def test_a_kind_says_what_it_is_in_both_languages(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z]+", kind.name)
    for text in (kind.title, kind.purpose):
        assert re.search(r"[一-鿿]", text.zh)
        assert re.search(r"[A-Za-z]", text.en)
        assert not re.search(r"[一-鿿]", text.en)
    assert kind.shapes
    assert (FOLDER / kind.name / "__init__.py").is_file()


@each_kind
def test_a_kind_has_help_and_examples_good_and_bad(kind: Kind) -> None:
    folder = FOLDER / kind.name
    text = (folder / "help.md").read_text("utf-8")
    assert text.startswith("# ")
    assert "`ledgers/" in text or "`community.yml`" in text
    assert re.search(r"[一-鿿]", text)
    assert list((folder / "examples" / "good").rglob("*.yml"))
    declared = {c.id for c in kind.all_codes}
    assert {p.name for p in (folder / "examples" / "bad").iterdir() if p.is_dir()} <= declared


@each_kind
def test_a_rule_says_in_one_line_what_must_hold(kind: Kind) -> None:
    for rule in kind.rules:
        first = (rule.check.__doc__ or "").strip().split("\n")[0]
        assert first.endswith("."), rule.name
        assert rule.codes, rule.name


def test_every_field_has_labels_and_a_privacy_class() -> None:
    def right(field: FieldInfo) -> bool:
        zh, en = field.label
        named = re.search(r"[一-鿿]", zh) or zh.isupper()
        return bool(
            named and re.fullmatch(r"[A-Za-z(][\x20-\x7e]*", en) and re.fullmatch(r"[a-z][a-z_]*", field.name) and isinstance(field.privacy, Privacy)
        )

    assert [at for at, (_, field) in ALL_FIELDS.items() if not right(field)] == []


def test_what_is_not_public_can_be_left_out() -> None:
    """The privacy door puts the default in its place."""
    assert [at for at, (_, f) in ALL_FIELDS.items() if f.required and f.privacy is not Privacy.PUBLIC] == []


def test_every_number_says_its_unit() -> None:
    """A unit, a sentence on what is counted, or a field beside it that says the unit."""

    def said(record: type[Record], field: FieldInfo) -> bool:
        beside = any(f.label.zh == f"{field.label.zh[-2:]}单位" for f in fields(record).values())
        return bool(field.unit or field.help or beside)

    numbers = {at: pair for at, pair in ALL_FIELDS.items() if int in (pair[1].annotation, *_parts(pair[1].annotation))}
    assert len(numbers) > 30
    assert [at for at, pair in numbers.items() if not said(*pair)] == []


def _parts(annotation: object) -> Iterator[object]:
    for part in get_args(annotation):
        yield part
        yield from _parts(part)


@each_kind
def test_keys_mean_one_field(kind: Kind) -> None:
    for record in records(kind):
        keys = [key for f in fields(record).values() for key in f.keys]
        assert len(keys) == len(set(keys)), record.__name__


def test_what_is_cited_is_offered_and_has_a_name(good: Checked) -> None:
    cited = {f.ref for _, f in ALL_FIELDS.values() if f.ref}
    assert cited <= good.books.ids.keys()
    assert good.books.ids.keys() | cited <= WHAT.keys()


def test_all_good_examples_together_are_clean(good: Checked) -> None:
    assert [f"{f.place.path} {f.code.id} {f.message('en')}" for f in good.findings] == []


@each_kind
def test_every_page_of_a_kind_has_its_template(kind: Kind, good: Checked) -> None:
    view = pipeline.view(good)
    shown = [d.template for d in kind.drafts(view)] + [b.template for b in (*kind.home(view), *kind.about(view))]
    assert shown, "a kind that nobody sees"
    for name in shown:
        assert name.split("/")[0] == kind.name
        assert any((folder / name).is_file() for folder in template_dirs(REPOSITORY)), name


@each_kind
def test_every_table_of_a_kind_is_described(kind: Kind, good: Checked) -> None:
    for table in kind.datasets(pipeline.view(good)):
        assert re.fullmatch(rf"{kind.name}-[a-z-]+", table.name) or table.name.split("-")[0] in {s.path.split("/")[0] for s in kind.shapes}
        assert re.search(r"[一-鿿]", table.title.zh)
        names = [c.name for c in table.columns]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z_]+", n) for n in names)
        assert all(c.label.zh and c.label.en and c.type in ("text", "money", "date", "integer", "decimal") for c in table.columns)
        assert all(len(row) == len(names) for row in table.rows)
        assert table.key
        assert set(table.key) <= set(names)


# --- a kind of its own -------------------------------------------------------------------------------------------

KIND_FILES = {
    "kinds/lostproperty/__init__.py": '''
"""Lost property: what was found and waits for its owner."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, rules_of
from mingbai.kinds.lostproperty import pages, rules
from mingbai.kinds.lostproperty.records import Shelf
from mingbai.values.text import Text


def _ids(filed: Filed[Shelf]) -> Iterator[Id]:
    for thing in filed.record.things if filed.record else ():
        yield Id("thing", f"{filed.id}/{thing.number}", thing)


KIND = Kind(
    name="lostproperty",
    title=Text("失物招领", "Lost property"),
    purpose=Text("拾到了什么，放在哪里。", "What was found and where it is kept."),
    shapes=(Shape("lostproperty/{year}.yml", "{year}", Shelf),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=pages.drafts,
    datasets=pages.datasets,
)
''',
    "kinds/lostproperty/records.py": '''
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.words import Many, Number, Words

PUBLIC = Privacy.PUBLIC


class Thing(Record):
    """One thing."""

    number: Number = label("编号", "Number", PUBLIC)
    what: Words = label("物品", "What", PUBLIC)
    found: Day = label("拾到", "Found on", PUBLIC)
    returned: Day | None = label("领回", "Returned on", PUBLIC, default=None)
    finder: Words | None = label("拾到人", "Finder", default=None)


class Shelf(Record):
    """A year of them."""

    things: Many[Thing] = label("物品", "Things", PUBLIC, default=(), strict=False)
''',
    "kinds/lostproperty/rules.py": '''
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.lostproperty.records import Shelf
from mingbai.values.text import Text

BACKWARDS = Code(
    "LOS001",
    Severity.WARNING,
    Text("领回早于拾到", "returned before it was found"),
    Text("{returned} 早于 {found}", "{returned} is before {found}"),
    Text("核对日期。", "Check the dates."),
    Text("先拾到，后领回。", "First found, then returned."),
)


@rule(BACKWARDS)
def found_then_returned(books: Books) -> Iterator[Diagnostic]:
    """Nothing is returned before it was found."""
    for shelf in books.records(Shelf):
        for thing in shelf.things:
            if thing.returned is not None and thing.returned < thing.found:
                yield BACKWARDS.at(books.place(thing, "returned"), record=thing.at_, returned=thing.returned, found=thing.found)
''',
    "kinds/lostproperty/pages.py": """
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.lostproperty.records import Shelf, Thing
from mingbai.pages import Column, Dataset, Draft
from mingbai.values.text import Text


@dataclass(frozen=True)
class Context:
    things: tuple[Thing, ...]


def things(view: View) -> tuple[Thing, ...]:
    return tuple(t for shelf in view.books.records(Shelf) for t in shelf.things)


def drafts(view: View) -> Iterator[Draft]:
    yield Draft("lostproperty/", "失物招领", "拾到的物品。", "lostproperty/index.html", Context(things(view)))


def datasets(view: View) -> Iterator[Dataset]:
    columns = (Column("number", Text("编号", "Number")), Column("what", Text("物品", "What")), Column("found", Text("拾到", "Found"), "date"))
    yield Dataset("lostproperty-things", Text("每行一件", "One thing a row"), columns, [(t.number, t.what, t.found) for t in things(view)], key=("number",))
""",
    "community/site_templates/lostproperty/index.html": "{% for t in it.things %}<p>{{ t.number }} {{ t.what }} {{ t.finder }}</p>{% endfor %}",
    "community/mkdocs.yml": "site_name: x\n",
    "community/ledgers/lostproperty/2026.yml": """
物品:
  - 编号: 3
    物品: 一串 <钥匙>
    拾到: 2026-03-05
    领回: 2026-03-01
    拾到人: 某保密居民
""",
}
SCRIPT = """
import datetime, io, sys
from contextlib import redirect_stdout
from pathlib import Path
from mingbai import kinds, pipeline
from mingbai.cli.app import run

extra, root, present = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "present"
if present:
    kinds.__path__.append(str(extra))
day = datetime.date(2026, 11, 10)
checked = pipeline.check(root, day)
print(sorted({f.code.id for f in checked.findings}))
site = pipeline.site(root, checked)
pages = {p.address: p.body for p in site.pages}
print(pages.get("lostproperty/"))
print(site.files.get("data/lostproperty-things.csv", b"").decode("utf-8-sig").split())
print("某保密居民" in str(pages) + str(site.files.values()))
for args in (["kinds"], ["explain", "LOS001"]):
    with redirect_stdout(io.StringIO()) as out:
        code = run([*args, "--lang", "zh", "-C", str(root)])
    print(code, "失物招领" in out.getvalue() or "领回早于拾到" in out.getvalue())
"""


def _with_lost_property(folder: Path, present: str) -> list[str]:
    for name, text in KIND_FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    laid_over(folder / "base")
    for path in (folder / "base" / "ledgers").rglob("*.yml"):
        to = folder / "community" / path.relative_to(folder / "base")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(path.read_bytes())
    command = [sys.executable, "-X", "utf8", "-c", SCRIPT, str(folder / "kinds"), str(folder / "community"), present]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[1])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_new_folder_is_a_new_kind(tmp_path: Path) -> None:
    assert _with_lost_property(tmp_path, "present") == [
        "['LOS001']",
        (
            "<p>3 一串 &lt;钥匙&gt; None</p>"
            '<div class="downloads"><p class="downloads__title">下载</p><ul><li><a href="../data/lostproperty-things.csv" download>'
            "CSV：每行一件</a> <span>可用 WPS、Excel 打开</span></li></ul></div>"
        ),
        "",
        "['number,what,found,row_id', '3,一串', '<钥匙>,2026-03-05,lostproperty-things:3']",
        "False",
        "0 True",
        "0 True",
    ]


def test_without_its_folder_the_kind_is_gone(tmp_path: Path) -> None:
    found, page, table, *_, listed, explained = _with_lost_property(tmp_path, "absent")
    assert (found, page, table) == ("['COM102']", "None", "[]")
    assert listed == "0 False"
    assert explained.endswith("False")


def test_the_shipped_kinds_are_found_by_looking() -> None:
    folders = {p.parent.name for p in FOLDER.glob("*/__init__.py")}
    assert {k.name for k in KINDS} == folders
