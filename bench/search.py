"""How long a resident waits for the first list of a search, and what it costs: a cold cache, a slow phone, a slow line.

The line is that of Lighthouse's mobile audits (1.6 Mbit/s, 150 ms there and back), the processor four times slower. The page where one
searches is open; the clock runs from the question to the list. Bytes are those of the index, compressed, from the opening of the page on.
"""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import ledgers
from bench.generate import Plan, months, yuan
from bench.measure import WorkError, ours, run
from bench.serving import NAMES, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LATENCY, DOWN, UP, SLOWER = 150, 1_638_400 / 8, 768_000 / 8, 4
_ASK = """(question) => new Promise((done) => {
  const field = document.getElementById('q'), began = performance.now()
  const seen = new MutationObserver(() => { if (document.querySelector('.found, #search-result > p')) done(performance.now() - began) })
  seen.observe(document.getElementById('search-result'), {childList: true})
  field.value = question
  field.form.requestSubmit()
})"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The slowest and the heaviest first list of several questions, and those in the middle."""

    seconds: float
    slowest: str
    bytes: int
    heaviest: str
    middle: tuple[float, float]
    pages: int
    questions: int

    def __str__(self) -> str:
        told = f"{self.pages} pages, {self.questions} questions, slowest “{self.slowest}”, heaviest “{self.heaviest}”"
        half = f"half of them within {self.middle[0]:.2f} s, {self.middle[1] / 1000:.1f} kB"
        return f"search_first_list {self.seconds:.2f} s, {self.bytes / 1000:.1f} kB ({told}; {half})"


def answers(root: Path, plan: Plan, rounds: int) -> Iterator[Answer]:
    """The first list of every question, the best of `rounds`, each in a window of its own."""
    community = ledgers.write(plan, root / "search")
    run(ours("-C", str(community), "build"))
    site = community / "site"
    pages = sum(1 for _ in site.rglob("index.html"))
    asked = questions(plan)
    from playwright.sync_api import sync_playwright

    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise WorkError("no Chromium")
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        best = {q: min(_one(browser, home, q) for _ in range(rounds)) for q in asked}
        browser.close()
    slowest, heaviest = max(asked, key=lambda q: best[q][0]), max(asked, key=lambda q: best[q][1])
    middle = median(seconds for seconds, _ in best.values()), median(size for _, size in best.values())
    yield Answer(best[slowest][0], slowest, best[heaviest][1], heaviest, middle, pages, len(asked))


def questions(plan: Plan) -> tuple[str, ...]:
    """Words of the interface that stand on every page, words of the ledgers, long and short, months, days, amounts, one character, nothing."""
    line = next(line for line in list(months(plan))[-1].lines if line.fen >= 1000_00)
    day, amount = line.day, yuan(line.fen)
    return (
        *("支出", "发票", "结余", "银行回单", "银行回单 支出", "支出最多的是办公费", "本月收入支出结余合计", "街道拨付社区补助收入", "居民代表会议"),
        *(line.summary, line.category, line.documents[0], "志愿者补贴", "更换楼道灯2盏，检修扶手一处", "查无此事的十四个汉字的问题"),
        *(f"{day.year}年{day.month}月", day.isoformat(), f"{day:%Y%m}", f"{day:%Y.%m}", f"{day:%Y%m%d}", f"{day.month}月{day.day}日", str(day.year)),
        *(amount, f"{line.fen // 100:,}.{line.fen % 100:02}", f"¥{amount}", f"{amount}元", "12.3万元", "水", "cwgk"),
    )


def _one(browser: Browser, home: str, question: str) -> tuple[float, int]:
    """Seconds to the first list, and the compressed bytes of the index that it took."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    client = context.new_cdp_session(page)
    loaded: dict[str, int] = {}
    named: dict[str, str] = {}
    client.on("Network.requestWillBeSent", lambda e: named.update({e["requestId"]: e["request"]["url"]}))
    client.on("Network.loadingFinished", lambda e: loaded.update({e["requestId"]: int(e["encodedDataLength"])}))
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP})
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{home}search/", wait_until="networkidle")
    took = float(page.evaluate(_ASK, question)) / 1000
    weight = sum(size for id, size in loaded.items() if re.search(r"/search/[0-9a-f]+-\d+-\d+/\w+\.json", named.get(id, "")))
    weight += len(gzip.compress((page.locator("#search").get_attribute("data-common") or "").encode()))
    context.close()
    return took, weight
