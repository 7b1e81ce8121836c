"""One rendering or import, timed from within: `python -m bench.inner ours|material|imported|written|frame|notices WHERE OUT` prints the seconds.

Ours begins with checked records in memory, Material with its configuration loaded; both end with all files written. Both imports
begin with a workbook and end with its rows in memory, `written` with the month files on the disk; the name of OUT is what they must come
to, in fen.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import tempfile
import time
from pathlib import Path

_MONTHS = re.compile(r"finance/([\w-]+/(\d{4}/(\d\d/)?)?)?")


def ours(root: Path, out: Path) -> float:
    """The month pages and the pages above them, in the whole shell of the site; the community is checked before the clock starts.

    No other pages and no data files: the peer makes none. `build_vs_material` makes all of them.
    """
    from mingbai import pipeline, publishing, site
    from mingbai.rendering import Renderer, template_dirs
    from mingbai.values.clock import as_of

    gc.disable()  # as our command does
    checked = pipeline.check(root, as_of(os.environ))
    began = time.perf_counter()
    seen = pipeline.view(checked)
    drafts = [d for k in checked.kinds for d in k.drafts(seen) if _MONTHS.fullmatch(d.address)]
    renderer = Renderer(template_dirs(root))
    finished = site.Site(tuple(renderer.page(d) for d in drafts), {}, checked.books.as_of, pipeline.facts(checked))
    publishing.publish(out, lambda stage: site.build(root / "mkdocs.yml", stage, finished))
    return time.perf_counter() - began


def material(config: Path, out: Path) -> float:
    """What `mkdocs build` does once its configuration is loaded."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    loaded = load_config(config_file=str(config), site_dir=str(out))
    loaded.plugins.on_startup(command="build", dirty=False)
    began = time.perf_counter()
    build(loaded)
    return time.perf_counter() - began


def imported(workbook: Path, total: Path) -> float:
    """From the file to the months of the book in memory: every row typed, its total proved, each month ready to be written."""
    from mingbai import importing, reading
    from mingbai.importing import Map
    from mingbai.schema import parse

    gc.disable()  # as our command does
    document, _ = reading.read(workbook.with_suffix(".yml").read_bytes(), "map.yml", 0)
    map, _ = parse(Map, document.nodes or {}, "map.yml")
    began = time.perf_counter()
    grid, _ = importing.grid(workbook.read_bytes(), workbook.name)
    made = importing.convert_grid(grid, map, "map.yml") if grid is not None and map is not None else None
    took = time.perf_counter() - began
    if made is None or not made.totals or sum(m.income + m.expense for m in made.months) != int(total.name):
        raise SystemExit(f"the import is not complete: {made.problems[:3] if made else made}")
    return took


def written(workbook: Path, total: Path) -> float:
    """The whole command, but for the start of Python: as `imported`, then each month written as YAML, read back, parsed and searched for personal data."""
    from mingbai.cli.app import run
    from mingbai.values.money import fen

    gc.disable()  # as our command does
    with tempfile.TemporaryDirectory() as out:
        began = time.perf_counter()
        code = run(["import", str(workbook), "--as", "finance", "--map", str(workbook.with_suffix(".yml")), "-o", out])
        took = time.perf_counter() - began
        found = re.findall(r"^ +金额: (.*)$", "".join(p.read_text("utf-8") for p in Path(out).glob("*.yml")), re.MULTILINE)
    if code or sum(map(fen, found)) != int(total.name):
        raise SystemExit(f"the import is not complete: code {code}, {len(found)} lines")
    return took


def frame(workbook: Path, total: Path) -> float:
    """From the file to a frame in memory, as `pandas.read_excel` reads it with openpyxl: untyped, no total proved."""
    import pandas as pd

    from bench.sheets import TITLE_ROWS

    began = time.perf_counter()
    read = pd.read_excel(workbook, engine="openpyxl", skiprows=TITLE_ROWS)
    took = time.perf_counter() - began
    sums = read.iloc[:-1, 3:5].sum().sum()
    if round(sums * 100) != int(total.name):
        raise SystemExit(f"the frame is not complete: {sums}")
    return took


def notices(root: Path, out: Path) -> float:
    """Every notice that the year's catalogue asks of a checked community, from the view of its books to finished PDFs with one compiler."""
    from mingbai import pipeline
    from mingbai.printing import notices as sheets
    from mingbai.printing import setting, wishes
    from mingbai.values.clock import as_of
    from mingbai.values.periods import Period

    gc.disable()  # as our command does
    day = as_of(os.environ)
    checked = pipeline.check(root, day)
    view = pipeline.view(checked)
    asked = wishes.of_period(checked.books, Period.of(day, 12))
    began = time.perf_counter()
    made = setting.setting(root, [sheets.sheet(view, wish, (), day) for wish in asked], checked.texts, "a4")
    took = time.perf_counter() - began
    out.mkdir()
    for name, data in made.files.items():
        (out / f"{name}.pdf").write_bytes(data)
    return took


if __name__ == "__main__":
    side, where, target = sys.argv[1:]
    sides = {"ours": ours, "material": material, "imported": imported, "written": written, "frame": frame, "notices": notices}
    print(sides[side](Path(where), Path(target)))
