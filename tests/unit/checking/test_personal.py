"""Numbers of persons are found in every disguise; dates, amounts and vouchers in a row are not taken for one."""

from __future__ import annotations

import csv
import random
import time

import pytest

from mingbai.checking.personal import hits, is_card, is_identity, is_mobile, mask, scan
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import ledgers

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(first17: str) -> str:
    return first17 + "10X98765432"[sum(int(c) * w for c, w in zip(first17, _WEIGHTS, strict=True)) % 11]


G = identity("11010119000101000")
"""Invented: the first day of 1900, the first serial number."""
WITH_X = next(n for n in (identity(f"110101190001010{s:02}") for s in range(99)) if n.endswith("X"))
CARD = "6200000000000005"


def digits(row: str) -> dict[int, str]:
    return {ord(str(n)): c for n, c in enumerate(row)}


FOUND = {
    "plain": G,
    "full width": G.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
    "full width X": WITH_X[:-1] + "Ｘ",
    "spaces 6-8-4": f"{G[:6]} {G[6:14]} {G[14:]}",
    "ideographic spaces": f"{G[:6]}\u3000{G[6:14]}\u3000{G[14:]}",
    "dashes": f"{G[:6]}-{G[6:14]}-{G[14:]}",
    "full-width dashes": f"{G[:6]}－{G[6:14]}—{G[14:]}",
    "space between all": " ".join(G),
    "zero width": "\u200b".join(G),
    "keycaps": "".join(f"{c}\ufe0f\u20e3" for c in G),
    "lower x": WITH_X.lower(),
    "glued to hanzi": f"张三{G}低保",
    "glued to a count": f"共二{G}",
    "circled": G.translate(digits("⓪①②③④⑤⑥⑦⑧⑨")),
    "hanzi digits": G.translate(digits("〇一二三四五六七八九")),
    "hanzi with 零": G.translate(digits("零一二三四五六七八九")),
    "hanzi capitals": G.translate(digits("零壹贰叁肆伍陆柒捌玖")),
    "newline split": f"{G[:10]}\n{G[10:]}",
    "newline and indentation": f"{G[:10]}\n        {G[10:]}",
    "comma split": f"{G[:6]},{G[6:]}",
    "html tags": f"{G[:6]}<b></b>{G[6:]}",
    "tags with digits": f"{G[:6]}<h2>{G[6:]}",
    "math bold": G.translate({ord(str(n)): chr(0x1D7CE + n) for n in range(10)}),
    "arabic-indic": G.translate({ord(str(n)): chr(0x660 + n) for n in range(10)}),
    "after a date": f"2026-03-05 {G}",
    "after a voucher": f"03-001 {G}，12",
    "before an amount": f"{G} 126.00 2026-03-05",
    "in a comment": f"# {G}",
}
MASKED = {"masked in the middle": f"{G[:6]}********{G[14:]}", "masked at the end": f"{G[:14]}****", "letters O for 0": G.replace("0", "O")}
"""What is not found: half a number is none, and letters are letters."""


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_an_identity_number_is_found_in_its_disguise(text: str) -> None:
    found = hits(f"对方: {text}。")
    assert [h.code.id for h in found] == ["PRI001"]
    assert G not in found[0].masked
    assert G[6:14] not in found[0].masked


@pytest.mark.parametrize("text", MASKED.values(), ids=MASKED.keys())
def test_half_a_number_is_none(text: str) -> None:
    assert hits(f"对方: {text}。") == []


MOBILES = [
    "13800138000",
    "138 0013 8000",
    "138-0013-8000",
    "138.0013.8000",
    "+86 138 0013 8000",
    "+8613800138000",
    "0086-138-0013-8000",
    "138-00138000",
]
MOBILES += [
    "1380013-8000",
    "1 3 8 0 0 1 3 8 0 0 0",
    "１３８００１３８０００",
    "一三八〇〇一三八〇〇〇",
    "Tel:13800138000",
    "电话13800138000号",
    "1380013\n8000",
]


@pytest.mark.parametrize("text", MOBILES)
def test_a_mobile_number_is_found_as_people_write_it(text: str) -> None:
    assert [h.code.id for h in hits(f"联系 {text}，")] == ["PRI002"]


def test_two_numbers_in_a_row_are_two() -> None:
    assert [h.code.id for h in hits("13800138000、138 0013 8001 138 0013 8002")] == ["PRI002"] * 3
    assert [h.code.id for h in hits(f"{G} {G}/13800138000")] == ["PRI001", "PRI001", "PRI002"]


@pytest.mark.parametrize("text", [CARD, "6200 0000 0000 0005", "账号 4000000000000002", "卡号：4000-0000-0000-0002", " ".join(CARD)])
def test_a_bank_card_is_found(text: str) -> None:
    assert [h.code.id for h in hits(text)] == ["PRI003"]


INNOCENT = [
    *("2026-03-05、2026-03-06、2026-03-07", "2026-03-15 14:30", "2026.3.5 15000.00", "186.50 2026-03-05", "退 138.50, 2026-03-05 付", "13800 202603"),
    *(
        "010-55550100、55550101",
        "办公电话: 010-55550100/010-55550101",
        "0512-58123456",
        "400-800-8820",
        "95588",
        "110100000000",
        "[62001234, 62001235]",
    ),
    *(
        "发票 33910042、33910043、33910044",
        "1500000 2026 年",
        "凭证 131-20260305",
        "26332000000012345678",
        "20260305123456789",
        "12345678901234567890123",
    ),
    *(
        "一、二、三、四、五、六、七、八、九、十",
        "2026年一月、二月、三月、四月",
        "15-20, 2026-03-05, 1380",
        "1,380,013.80 元",
        "4000000000000002",
        "Q/XH 110101-2026-0001",
    ),
    *(
        "91110101000000001X",
        "- 13\n- 80\n- 0138",
        "户数 2310，4120，6480，1530",
        "1.5 米、2.0 米、3.5 米、13.80 米",
        "12 人 × 50.00 = 600.00",
        "110101 19001301 0001",
    ),
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    assert [(h.code.id, h.masked) for h in hits(text)] == []


def ledger_text(lines: int, rng: random.Random) -> str:
    """Lines as months have them, with every sort of number that papers carry."""
    parts = ["期间: 2026-03\n收支:\n"]
    for n in range(lines):
        day = f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        invoice, amount = rng.randint(10**7, 10**8 - 1), f"{rng.randint(1, 99999)}.{rng.randint(0, 99):02}"
        parts.append(
            f"  - 凭证: {day[5:7]}-{n % 1000:03}\n    日期: {day}\n    类型: 支出\n    金额: {amount}\n    资金: office-2026\n    科目: 办公费\n"
            f"    摘要: 购打印纸 {n % 20} 箱，单价 {n % 300}.50、{n % 90}.00（{day.replace('-', '.')}），“甲级”\n    对方: 某文具店\n"
            f"    票据: [发票 {invoice}, 发票 {invoice + 1}、{invoice + 2}, 银行回单 {rng.randint(1000, 9999)}]\n    经办: 文书\n    审批: 主任\n"
            f"    决议: {day}-yishi/{n % 5 + 1}\n"
        )
        if n % 8 == 0:
            long = f'"{rng.randint(10**19, 10**20 - 1)}"'
            parts.append(
                f"    附加:\n      票号: {long}\n      次序: {day} {n % 9999}, {amount}\n    领款:\n      - {invoice}\n      - {invoice + 7}\n"
            )
    return "".join(parts)


def test_120_000_lines_of_real_looking_papers_hold_no_number_of_a_person() -> None:
    rng = random.Random(20261110)
    months = [ledger_text(1_000, rng) for _ in range(10)]
    assert sum(m.count("\n") for m in months) > 120_000
    found = [h for month in months for h in hits(month)]
    assert [(h.code.id, h.masked) for h in found] == []


def test_ordinary_ledgers_are_scanned_at_five_megabytes_a_second() -> None:
    text = "".join(p.read_text("utf-8") for p in sorted(BASE.rglob("*.yml"))) * 40
    best = min(_seconds(text) for _ in range(5))
    assert len(text.encode()) / 1e6 / best > 5


@pytest.mark.parametrize(
    "text", ["1 " * 40_000, "12 " * 40_000, "<" * 80_000, "1<b" * 30_000, "1\n" * 40_000, "138 0013 " * 9000, "9" * 90_000, "一、" * 40_000]
)
def test_no_text_makes_the_scan_slow(text: str) -> None:
    assert _seconds(text) < 3


def _seconds(text: str) -> float:
    start = time.process_time()
    hits(text)
    return time.process_time() - start


def test_a_find_is_placed_where_it_stands_whatever_was_dropped_before_it() -> None:
    text = "期间: 2026-03\n摘要: 甲\u200b乙“丙”\n对方: 某居民" + "\u200b".join(G) + "，其他\n"
    (found,) = scan(text, "a.yml")
    assert found.place.span is not None
    assert (found.place.span.line, found.place.span.column, found.place.span.end_line) == (3, 8, 3)
    assert found.place.span.end_column == 8 + 18 + 17
    assert found.message("zh").startswith("1101…")


def test_checks_of_single_numbers() -> None:
    assert is_identity(G)
    assert is_identity(WITH_X.lower())
    assert not is_identity(G[:-1] + str((int(G[-1]) + 1) % 10))
    assert not is_identity(identity("11010118991231000")), "nobody is so old"
    assert not is_identity(identity("10010119000101000")), "no such province"
    assert not is_identity(identity("11010119000230000")), "no such day"
    assert is_card(CARD)
    assert not is_card("6200000000000006")
    assert not is_card("1" + CARD)
    assert is_mobile("13800138000")
    assert not is_mobile("12800138000")
    assert mask(G) == f"1101…{G[-4:]}"
    assert mask("13800138000") == "138…00"


LISTS = BASE.parents[2] / "shared/data/real/zh_cn_service_lists"


@pytest.mark.skipif(not LISTS.is_dir(), reason="real service lists are not shipped")
def test_real_service_lists_raise_no_alarm() -> None:
    files = sorted(LISTS.rglob("*.csv"))
    assert files
    for path in files:
        text = path.read_text("utf-8", "replace")
        assert hits(text) == [], path.name
        assert hits("\n".join(" ".join(row) for row in csv.reader(text.splitlines()))) == [], path.name


MONTH = "期间: 2026-03\n默认: {账户: bank, 经办: 文书, 审批: 主任}\n收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    金额: 10.00\n    资金: own\n    科目: 办公费\n"
REST = "    票据: 发票 3391\n结账: {审核: {审核人: 监督委员会主任, 日期: 2026-04-03}}\n"


@pytest.mark.parametrize(
    "field",
    [
        r'    摘要: "电话 \u0031\u0033800138000"',
        r'    备注: "138\x30\x3013 8000"',
        '    摘要: "138\\\n      00138000"',
        r"    摘要: 购笔" + "\n" + r'    附加: {"\u0031\u0033800138000": "x"}',
        r'    摘要: "1101051949123\u00310028"',
    ],
    ids=["unicode", "hex", "folded", "key", "no identity number"],
)
def test_an_escape_hides_no_number(field: str) -> None:
    """What is published is the value, not what was typed; told once, at the field."""
    found = ledgers({"finance/committee/2026-03.yml": MONTH + field + "\n" + REST})
    wanted = [] if "19491" in field else ["PRI002"]
    assert [c for c in codes(found) if c.startswith("PRI")] == wanted


def test_a_number_that_can_be_seen_is_told_once_beside_an_escape() -> None:
    found = ledgers({"finance/committee/2026-03.yml": MONTH + '    摘要: "笔\\u0020 13800138000"\n' + REST})
    assert codes(found) == ["PRI002"]


def test_a_number_in_the_name_of_a_stray_file_is_told() -> None:
    found = ledgers({"13800138000.txt": "x"})
    assert sorted(codes(found)) == ["PRI002", "YML045"]
