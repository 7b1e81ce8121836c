"""Communities whose text fields hold what attackers and careless hands type, and the same communities with harmless words.

The strings come from public collections in the folder `shared` beside the repository; nothing of them is kept here.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Severity
from tests.support.building import AS_OF, SHARED, build_here, for_all_processes, small_community

CONFORMANCE = SHARED / "data" / "conformance"
NAUGHTY = CONFORMANCE / "naughty-strings" / "blns.json"
SCRIPTS = CONFORMANCE / "xss" / "Intruder" / "xss-payload-list.txt"
FORMULAS = CONFORMANCE / "csv-injection" / "Intruder" / "csv-payload.txt"
OWN = (
    "'\"></script><script>alert(1)</script>",
    "</title></textarea></style><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}{# x #}",
    "]]><!-- --><!DOCTYPE x>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60;i&#62; &colon;",
    '" autofocus onfocus=alert(1) x="',
    "a,b;c\"d'e|f",
    "`${alert(1)}`",
    "**粗** [链接](javascript:alert(1)) <http://x.example/> ![图](//evil.example/x.png)",
    '--8<-- "/etc/hostname"',
)
PER_FILE = 120
"""Payloads in one file: a file reports at most 200 findings."""


def present() -> bool:
    """Whether the collections are there."""
    return all(path.is_file() for path in (NAUGHTY, SCRIPTS, FORMULAS))


def payloads() -> list[str]:
    """Every naughty string, every formula, 300 scripts drawn the same each time, and some of our own; each once."""
    scripts = SCRIPTS.read_text(encoding="utf-8", errors="replace").splitlines()
    drawn = random.Random(20261110).sample(scripts, 300)
    return list(dict.fromkeys([*OWN, *json.loads(NAUGHTY.read_text(encoding="utf-8")), *FORMULAS.read_text(encoding="utf-8").splitlines(), *drawn]))


def quoted(text: str) -> str:
    """The text as a YAML scalar between double quotes; what YAML cannot hold raw is written as an escape."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85").replace("\ufeff", "\\ufeff")


# --- the four kinds of files, each payload in several fields ------------------------------------------------------------

Entry = Callable[[int, str], str]


def _line(n: int, text: str) -> str:
    return f"""  - 凭证: {n:04}
    日期: 2026-03-01
    类型: 支出
    金额: {n}.00
    资金: own
    科目: 维修费
    摘要: {text}
    对方: {text}
    对方类别: 单位
    票据: [{text}, 发票 {n:04}]
    经办: {text}
    审批: 主任
"""


def _decision(n: int, text: str) -> str:
    return f"""  - 编号: {n}
    议题: {text}
    提议: {text}
    文本: {text}
    表决方式: 举手
    同意: 1
    反对: 15
    弃权: 1
    无效: 0
    回避: 0
    结果: 未通过
"""


def _article(n: int, text: str) -> str:
    return f"""      - 编号: {n}
        标题: {text}
        正文: {text}
"""


def _service(n: int, text: str) -> str:
    return f"""  - 编号: s{n}
    名称: {text}
    类别: 便民
    分类: {text}
    服务对象: {text}
    实施主体: {text}
    依据:
      - 名称: {text}
        条款: {text}
    受理条件: {text}
    材料:
      - 名称: {text}
        来源: {text}
    流程:
      - 环节: {text}
        时限: 1
    承诺时限: 1
    时限单位: 工作日
    收费: 是
    收费标准: {text}
    收费依据: {text}
    办理地点: {text}
    办理时间: {text}
    代办: {text}
    常见问题:
      - 问: {text}
        答: {text}
    咨询电话: 010-55550101
    监督电话: 010-55550110
    核对:
      日期: 2026-03-02
      人: 文书
"""


MEETING = """种类: 议事会
通知日期: 2026-03-01
时间: 2026-03-{day:02} 14:00
地点: 社区二楼议事厅
召集: 居委会
主持: 主任
记录: 文书
应到: 21
亲到: 17
委托: 0
缺席: 4
监督委员会到会: 1
决议:
"""
PACT = """名称: 试验公约 {number}
种类: 楼道公约
制定主体: 3 号楼住户
适用范围: 3 号楼
签约方: 3 号楼住户
版本:
  - 版本: 1
    条款:
"""
SORTS: Mapping[str, tuple[str, str, Entry, int]] = {
    "finance": ("finance/committee/2026-{0:02}.yml", "期间: 2026-{0:02}\n默认:\n  账户: bank\n收支:\n", _line, 1),
    "meetings": ("meetings/2026/2026-03-{0:02}-yishi.yml", MEETING.replace("{day:02}", "{0:02}"), _decision, 1),
    "pacts": ("pacts/hostile-{0}.yml", PACT.replace("{number}", "{0}"), _article, 1),
    "services": ("services/hostile-{0}.yml", "事项:\n", _service, 12),
}
"""For each kind: path, beginning of the file, an entry, and every how manieth payload it takes (a service is a page of its own)."""


def write(root: Path, sort: str, texts: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Write the files of one kind below `root`; the lines of each entry by path."""
    path, begin, entry, _ = SORTS[sort]
    spans: dict[str, list[tuple[int, int]]] = {}
    for number, first in enumerate(range(0, len(texts), PER_FILE), 3):
        name = f"ledgers/{path.format(number)}"
        text = begin.format(number)
        spans[name] = []
        for n, payload in enumerate(texts[first : first + PER_FILE], 1):
            added = entry(n, quoted(payload))
            start = text.count("\n") + 1
            text += added.replace("2026-03-01", f"2026-{number:02}-01") if sort == "finance" else added
            spans[name].append((start, text.count("\n")))
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return spans


def community(folder: Path, texts: Mapping[str, Sequence[str]]) -> Path:
    """The small community with the files of every kind added."""
    root = small_community(folder)
    for sort, given in texts.items():
        write(root, sort, given)
    return root


def sifted(folder: Path, sort: str, texts: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """What the check lets through, and what it refuses with the first code; a refusal that points at no entry raises.

    A file reports 200 findings at most, and one with an unreadable character is not looked at further: the sieve is shaken
    until nothing falls.
    """
    root = small_community(folder)
    left, refused = list(texts), dict[str, str]()
    for _ in range(20):
        spans = write(root, sort, left)
        errors = [f for f in pipeline.check(root, AS_OF).findings if f.severity is Severity.ERROR]
        if not errors:
            return left, refused
        out: dict[str, str] = {}
        for finding in errors:
            line = finding.place.span.line if finding.place.span else 0
            where = spans.get(finding.place.path, [])
            hit = next((n for n, (start, end) in enumerate(where) if start <= line <= end), None)
            if hit is None:
                raise AssertionError(f"{finding.code.id} at {finding.place.path}:{line} points at no entry: {finding.message('en')}")
            index = list(spans).index(finding.place.path) * PER_FILE + hit
            out.setdefault(left[index], finding.code.id)
        refused.update(out)
        left = [text for text in left if text not in out]
        for name in spans:
            (root / name).unlink()
    raise AssertionError("the check finds something new each time")


def harmless(texts: Sequence[str]) -> list[str]:
    """As many words that nobody could mistake, each different as the texts are: equal payments would be warned of."""
    return [f"无害{number}号" for number, _ in enumerate(texts)]


class Pair(NamedTuple):
    """The site full of hostile texts, its harmless twin, and what was let through and refused (with the code) by kind."""

    hostile: Path
    harmless: Path
    accepted: dict[str, list[str]]
    refused: dict[str, dict[str, str]]


def pair(factory: pytest.TempPathFactory) -> Pair:
    """Both sites, built once for all processes of a test run; without the collections the test is skipped."""
    if not present():
        pytest.skip(f"the collections of hostile strings are not here: {CONFORMANCE}")
    folder = for_all_processes(factory, "hostile", _build)
    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return Pair(folder / "hostile-site", folder / "harmless-site", told["accepted"], told["refused"])


def _build(folder: Path) -> None:
    everything = payloads()
    texts: dict[str, list[str]] = {}
    told: dict[str, dict[str, str]] = {}
    for sort, (_, _, _, step) in SORTS.items():
        texts[sort], told[sort] = sifted(folder / f"sift-{sort}", sort, everything[::step])
        everything = texts["finance"]  # what one line may not hold, no other field is tried with: one reader reads them all
    for name, given in (("hostile", texts), ("harmless", {sort: harmless(some) for sort, some in texts.items()})):
        root = community(folder / name, given)
        assert build_here(root, folder / f"{name}-site") == 0
    (folder / "told.json").write_text(json.dumps({"accepted": texts, "refused": told}), encoding="utf-8")
