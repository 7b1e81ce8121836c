"""`mingbai print`: notices for the board, the lists that are for the board alone, the text for the chat group."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import GOLDEN, needs, small_community

BOARD = """\
名单:
  - 事项: U10
    期间: 2026-Q1
    标题: 领取误餐补贴的人
    栏目: [姓名, 楼栋, 金额（元）]
    行:
      - 钱示例 ｜ 三号楼 ｜ 1,240.00
      - 孙样本 | 五号楼 | 860.00
    说明: 名单只在公开栏张贴。
"""
LEFT_OUT = ("钱示例", "孙样本", "领取误餐补贴", "1,240.00", "名单只在公开栏")


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A community with three months, and we stand in it; the day is 2026-04-10."""
    root = small_community(tmp_path / "community")
    monkeypatch.chdir(root)
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-04-10")
    return root


def pdfs(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((root / "print").glob("*.pdf"))}


def words(pdf: Path) -> str:
    """The text of a PDF without its blanks."""
    needs("pdftotext")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", "", done.stdout.decode())


def put_board(root: Path, text: str = BOARD) -> None:
    (root / "private").mkdir(exist_ok=True)
    (root / "private/board.yml").write_text(text, "utf-8")


# --- what is printed ------------------------------------------------------------------------------------------------


def test_a_notice_holds_all_that_the_board_asks_for(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("print", "U10", "2026-Q1")

    assert code == 0, err
    assert "U10-2026-Q1-工作经费收支" in out
    said = words(community / "print/U10-2026-Q1-工作经费收支.pdf")
    for part in (
        "新河社区居民委员会财务公开",
        "工作经费收支2026年第一季度",
        "依照城市居民委员会组织法（2025修订）第三十四条，现将2026年第一季度工作经费收支公布如下。",
        "居委会账：每项资金",
        "居委会账：逐笔",
        "公布时间2026年4月10日至2026年4月25日（不少于15天，公布当天不算）",
        "010-55550100",
        "签字：",
        "（盖章）",
        "https://xinhe.example.org/disclosure/u10/",
        "虚构社区",
        "第1页，共",
    ):
        assert part in said, (part, said)


def test_the_figures_are_those_of_the_table_for_download(mingbai: Any, community: Path) -> None:
    assert mingbai("print", "U10", "2026-Q1")[0] == 0
    assert mingbai("report", "--from", "2026-01", "--to", "2026-03", "--by", "fund", "-f", "csv", "-o", "report.csv")[0] == 0
    said = words(community / "print/U10-2026-Q1-工作经费收支.pdf")
    rows = [line.split(",") for line in Path("report.csv").read_text("utf-8-sig").splitlines()[1:]]
    assert len(rows) >= 2
    for row in rows:
        name, amounts = row[5], [row[n] for n in (6, 7, 8, 10)]
        whole = name + "".join(f"{int(a.partition('.')[0]):,}.{a.partition('.')[2]}" for a in amounts)
        assert whole in said, (whole, said)


def test_the_same_ledgers_give_the_same_bytes(mingbai: Any, community: Path) -> None:
    assert mingbai("print", "2026-Q1")[0] == 0
    first = pdfs(community)
    shutil.rmtree(community / "print")
    assert mingbai("print", "2026-Q1")[0] == 0
    assert len(first) >= 2
    assert pdfs(community) == first


def test_a_notice_is_a_tagged_pdf_with_a_title_in_chinese(mingbai: Any, community: Path) -> None:
    assert mingbai("print", "U10", "2026-Q1")[0] == 0
    (data,) = pdfs(community).values()
    needs("pdfinfo")
    (community / "one.pdf").write_bytes(data)
    said = subprocess.run(["pdfinfo", "one.pdf"], check=True, capture_output=True).stdout.decode()
    assert re.search(r"Tagged: +yes", said)
    assert re.search(r"Title: +工作经费收支（2026年第一季度）", said)
    structure = subprocess.run(["pdfinfo", "-struct", "one.pdf"], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    assert {"H1", "H2", "Table", "TH", "TD", "Figure"} <= set(re.findall(r"\w+", structure))


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_code_on_the_paper_leads_to_the_page_in_large_print(mingbai: Any, community: Path, paper: str) -> None:
    needs("pdftoppm", "zbarimg")
    assert mingbai("print", "U10", "2026-Q1", "--paper", paper)[0] == 0
    pdf = next((community / "print").glob("*.pdf"))
    assert pdf.stem.endswith("-a3") == (paper == "a3")
    subprocess.run(["pdftoppm", "-r", "200", "-png", str(pdf), "page"], check=True, capture_output=True)
    read = [
        subprocess.run(["zbarimg", "-q", "--raw", str(p)], check=False, capture_output=True).stdout.decode().strip()
        for p in sorted(Path().glob("page*"))
    ]
    assert {code for code in read if code} == {"https://xinhe.example.org/disclosure/u10/?elder=1"}
    assert read[0]  # a board shows the first sheet, whatever hangs behind it


def test_the_letters_of_a3_are_larger(mingbai: Any, community: Path) -> None:
    needs("pdftotext")
    sizes = {}
    for paper in ("a4", "a3"):
        assert mingbai("print", "U10", "2026-Q1", "--paper", paper, "-o", paper)[0] == 0
        pdf = next(Path(paper).glob("*.pdf"))
        boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        low, high = re.search(r'yMin="([\d.]+)"[^>]*yMax="([\d.]+)">工作经费收支<', boxes).groups()  # type: ignore[union-attr]
        sizes[paper] = float(high) - float(low)
    assert sizes["a3"] / sizes["a4"] == pytest.approx(1.414, abs=0.02)


def test_long_tables_repeat_their_heads_and_signatures_never_stand_alone(mingbai: Any, community: Path) -> None:
    needs("pdftotext")
    lines = "".join(
        f"  - 凭证: 02-{n:03}\n    日期: 2026-02-{n % 27 + 1:02}\n    类型: 支出\n    金额: 1.00\n    账户: bank\n    资金: own\n"
        f"    科目: 维修费\n    摘要: 更换第 {n} 号楼道灯\n    对方: 示例五金店\n    票据: 收据 {n}\n"
        for n in range(300, 380)
    )
    month = community / "ledgers/finance/committee/2026-02.yml"
    month.write_text(re.sub(r"^收支:\n", f"收支:\n{lines}", month.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    text = re.sub(r"^结账:.*", "", month.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    month.write_text(text, "utf-8")
    code, out, err = mingbai("print", "U10", "2026-Q1")
    assert code == 0, out + err
    pdf = next((community / "print").glob("*.pdf"))
    pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode().split("\f")[:-1]
    assert len(pages) >= 3
    for page in pages:
        if "号楼道灯" in page:
            assert page.count("凭证") == 1
    assert sum("签字：" in page for page in pages) == 1
    last = next(page for page in pages if "签字：" in page)
    assert "公布时间" in last
    assert "号楼道灯" in last or "合计" in last or "（接上页）工作经费收支" in re.sub(r"\s+", "", last)


# --- which notices --------------------------------------------------------------------------------------------------


def test_an_item_is_known_by_a_part_of_its_name(mingbai: Any, community: Path) -> None:
    assert mingbai("print", "工作经费", "2026-Q1")[0] == 0
    assert list(pdfs(community)) == ["U10-2026-Q1-工作经费收支.pdf"]


@pytest.mark.parametrize(
    "arguments,told",
    [
        ((), "要印什么"),
        (("U99",), "公开目录里没有 'U99'"),
        (("工作经费收入",), "是不是：U10 工作经费收支"),
        (("居民",), "不止一项"),
        (("U10", "U08"), "一次印一个事项"),
        (("2026-Q1", "2026-Q2"), "一次印一个事项"),
        (("--due", "U10"), "--due 不同别的一起写"),
        (("--chat",), "要印什么"),
        (("--chat", "2026-Q1"), "--chat 要写一个月"),
        (("U10", "--paper", "a5"), "--paper 只能是"),
    ],
)
def test_a_wrong_command_line_says_what_is_meant(mingbai: Any, community: Path, arguments: tuple[str, ...], told: str) -> None:
    code, _out, err = mingbai("print", *arguments)
    assert code == 2
    assert told in err
    assert not (community / "print").exists()


def test_due_prints_what_due_lists(mingbai: Any, community: Path) -> None:
    _, listed, _ = mingbai("due", "-f", "json")
    import json

    duties = {row["item"] for row in json.loads(listed)["duties"] if row["period"] not in ("2026-Q2", "2026-04", "2026-H1", "2026")}
    code, _out, err = mingbai("print", "--due")
    assert code == 0, err
    printed = {name.partition("-2026")[0].partition("-")[0] for name in pdfs(community)}
    left = set(re.findall(r"^  ([A-Z]+\d+)-", err, re.MULTILINE))
    assert duties <= printed | left
    assert "U10" in printed
    assert "U09" in left - printed  # that there was nothing is a statement: it is not printed unasked


def test_a_month_of_which_nothing_is_known_gives_no_text(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("print", "--chat", "2026-12")
    assert (code, out) == (0, "")
    assert "没有可发的" in err


def test_nothing_this_period_is_said_and_marked(mingbai: Any, community: Path) -> None:
    code, out, _ = mingbai("print", "U09", "2026-Q1")
    assert code == 0
    assert "签字前核对" in out
    assert "现公布：台账里没有登记2026年第一季度的“社会捐赠资金物资的管理使用”。确实没有这类事的，签字确认以后张贴。" in words(
        next((community / "print").glob("U09*"))
    )


# --- what keeps it from printing ------------------------------------------------------------------------------------


def test_nothing_is_printed_while_the_ledgers_have_errors(mingbai: Any, community: Path) -> None:
    month = community / "ledgers/finance/committee/2026-02.yml"
    month.write_text(month.read_text("utf-8") + "不知道: 1\n", "utf-8")
    code, out, err = mingbai("print", "U10")
    assert code == 1
    assert "SCH" in out
    assert "没有印" in err
    assert not (community / "print").exists()


RARE = chr(0x31350)  # extension H, of 2022: no font that comes with a system has it


def test_a_character_that_no_font_has_is_an_error_with_its_place(mingbai: Any, community: Path) -> None:
    put_board(community, BOARD.replace("孙样本", f"孙{RARE}"))
    code, out, _err = mingbai("print", "U10", "2026-Q1")
    assert code == 1
    assert re.search(r"private/board\.yml:8:\d+: 错误 PRT006", out)
    assert f"U+{ord(RARE):X}" in out
    assert not (community / "print").exists()


def test_without_a_font_it_says_what_to_install(mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mingbai.printing.setting.FAMILIES", ("No Such Family",))
    code, _out, err = mingbai("print", "U10", "2026-Q1")
    assert code == 4
    assert "fonts-noto-cjk" in err
    assert not (community / "print").exists()


def test_a_template_of_the_community_goes_first_and_a_wrong_one_is_named(mingbai: Any, community: Path) -> None:
    own = community / "site_templates/print/notice.typ"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("#let it = json(bytes(sys.inputs.data))\n#set document(title: it.title)\n#set text(font: it.families)\n= 本社区的样式\n", "utf-8")
    assert mingbai("print", "U10", "2026-Q1")[0] == 0
    assert "本社区的样式" in words(next((community / "print").glob("*.pdf")))
    own.write_text("#nothing-of-that-name\n", "utf-8")
    code, _out, err = mingbai("print", "U10", "2026-Q1", "-o", "again")
    assert code == 2
    assert "notice.typ" in err


@pytest.mark.parametrize("folder", ["content/print", "ledgers", "site/print", "site_templates"])
def test_notices_are_never_put_where_they_would_be_published(mingbai: Any, community: Path, folder: str) -> None:
    put_board(community)
    code, _out, err = mingbai("print", "U10", "-o", folder)
    assert code == 2
    assert "会公布出去" in err


# --- for the board alone --------------------------------------------------------------------------------------------


def test_a_list_for_the_board_is_on_the_paper_and_nowhere_else(mingbai: Any, community: Path) -> None:
    """Not a byte of the site, its tables and its search depends on it."""
    assert mingbai("build")[0] == 0
    before = {p.relative_to(community): p.read_bytes() for p in (community / "site").rglob("*") if p.is_file()}
    put_board(community)
    code, out, err = mingbai("print", "2026-Q1")
    assert code == 0, err
    assert out.count("只给公开栏") == 1
    said = {name: words(community / "print" / name) for name in pdfs(community)}
    assert [name for name, text in said.items() if all(w in text for w in LEFT_OUT)] == ["U10-2026-Q1-工作经费收支.pdf"]
    assert not any(w in text for name, text in said.items() if not name.startswith("U10-2026-Q1") for w in LEFT_OUT)
    assert (community / "print/.gitignore").read_text("utf-8") == "*\n"

    assert mingbai("build")[0] == 0
    after = {p.relative_to(community): p.read_bytes() for p in (community / "site").rglob("*") if p.is_file()}
    assert len(after) > 50
    assert after == before
    _, chat, _ = mingbai("print", "--chat", "2026-02")
    assert not any(word in chat or word.encode() in data for word in LEFT_OUT[:3] for data in after.values())


def test_git_sees_neither_the_lists_nor_the_notices(mingbai: Any, community: Path) -> None:
    put_board(community)
    git = ["git", "-C", str(community)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    code, out, _err = mingbai("print", "U10", "2026-Q1")
    assert (code, "PRT002" in out) == (1, True)
    (community / ".gitignore").write_text("private/\n", "utf-8")
    assert mingbai("print", "U10", "2026-Q1")[0] == 0
    subprocess.run([*git, "add", "."], check=True)
    listed = subprocess.run([*git, "ls-files"], check=True, capture_output=True).stdout.decode()
    assert "ledgers/community.yml" in listed
    assert "private" not in listed
    assert "print" not in listed
    subprocess.run([*git, "add", "--force", "private/board.yml"], check=True)
    code, out, _err = mingbai("print", "U10", "2026-Q1")
    assert (code, "PRT001" in out) == (1, True)


@pytest.mark.parametrize(
    "old,new,finding",
    [
        ("事项: U10", "事项: U99", "private/board.yml:2:9: 错误 PRT003"),
        ("事项: U10", "事项: V10", "private/board.yml:2:9: 错误 PRT003"),
        ("孙样本 | 五号楼 | 860.00", "孙样本 | 860.00", "private/board.yml:8:9: 错误 PRT004"),
        ("    期间: 2026-Q1", "    对象: committee/2026-03/99-999", "private/board.yml:3:9: 错误 PRT005"),
        ("五号楼", "13800138000", "PRI002"),
        ("栏目", "列", "SCH"),
        ("期间: 2026-Q1", "期间: 2026-Q5", "SCH031"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_place(mingbai: Any, community: Path, old: str, new: str, finding: str) -> None:
    put_board(community, BOARD.replace(old, new))
    code, out, _err = mingbai("print", "U10", "2026-Q1")
    assert code == 1
    assert finding in out
    assert not (community / "print").exists()


# --- for the chat group ---------------------------------------------------------------------------------------------


def test_the_month_for_the_chat_group_is_short_plain_and_has_the_address(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("print", "--chat", "2026-02")
    assert code == 0
    assert len(out.rstrip("\n")) <= 300
    assert str(len(out.rstrip("\n"))) in err
    lines = out.splitlines()
    assert lines[0] == "【2026年2月公开】新河社区居民委员会"
    assert lines[-1] == "逐笔明细：https://xinhe.example.org/finance/committee/2026/02/"
    assert lines[-2] == "有疑问请打 010-55550100。"
    _, report, _ = mingbai("report", "--from", "2026-02", "--to", "2026-02")
    income, expense, closing = re.search(r"收入 (\S+) − 支出 (\S+) = 期末 (\S+)，", report).groups()  # type: ignore[union-attr]
    assert lines[1] == f"居委会账：收入 {income} 元，支出 {expense} 元，结余 {closing} 元。"


def test_many_books_still_leave_room_for_the_address(mingbai: Any, community: Path) -> None:
    path = community / "ledgers/community.yml"
    text = path.read_text("utf-8")
    more = "".join(
        f"  - 编号: b{n}\n    名称: 第{n}个名字很长很长很长的专项资金账簿\n    主体: 居民委员会\n    启用: 2026-01-01\n"
        f"    账户:\n      - 编号: bank\n        名称: 户\n        种类: 银行\n        期初: 100.00\n"
        for n in range(12)
    )
    path.write_text(text.replace("资金:\n  - 编号: office", f"{more}资金:\n  - 编号: office", 1), "utf-8")
    for n in range(12):
        book = community / f"ledgers/finance/b{n}"
        book.mkdir()
        (book / "2026-02.yml").write_text("期间: 2026-02\n本期无:\n  签署: 主任\n  日期: 2026-03-03\n", "utf-8")
    code, out, err = mingbai("print", "--chat", "2026-02")
    assert code == 0, out + err
    assert len(out.rstrip("\n")) <= 300
    assert out.splitlines()[-2:] == [
        "居委会账逐笔：https://xinhe.example.org/finance/committee/2026/02/",
        "其他账：https://xinhe.example.org/finance/",
    ]


def test_the_golden_community_is_the_one_printed() -> None:
    """What the tests above copy: its address is in the code on the paper."""
    assert "https://xinhe.example.org/" in (GOLDEN / "community/ledgers/community.yml").read_text("utf-8")
