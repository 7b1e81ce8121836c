"""One rendering, timed from within: `python -m bench.inner ours|material WHERE OUT` prints the seconds.

Ours begins with checked records in memory, Material with its configuration loaded; both end with all files written.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
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


if __name__ == "__main__":
    side, where, target = sys.argv[1:]
    print({"ours": ours, "material": material}[side](Path(where), Path(target)))
