"""DON: a donation's own facts, the donor's wish, the figures that people assert. Errors: what does not compute, who must not be named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.registers import no_book, strays
from mingbai.kinds.donations.records import Donation, DonationFile, Donor, Signing, What
from mingbai.kinds.donations.register import Standing, standings
from mingbai.values.money import grouped
from mingbai.values.persons import Naming, described
from mingbai.values.text import Text

NO_BOOK = no_book("DON001", Text("捐赠进哪本账，就登记在哪本账名下。", "A donation belongs to the book into which it goes."))
CONSENT = Code(
    "DON002",
    Severity.ERROR,
    Text("捐赠人没有同意公开姓名", "a donor who did not consent is named"),
    Text("捐赠人写的是“{donor}”，{why}", "the donor is given as “{donor}”, {why}"),
    Text(
        "捐赠人书面同意的，写“同意公开: 是”；没有同意的，写“爱心居民”“某爱心企业”这样的称呼。",
        "Where the donor agreed in writing, say so (consents: yes); else write “a resident”, “a firm”.",
    ),
    Text("做好事留不留名由捐赠人定，没有同意就不公开。", "Whether a good deed bears a name is for the donor to say."),
    (Cite("charity", "82"), Cite("personal-information", "25")),
)
DIFFERS = Code(
    "DON003",
    Severity.WARNING,
    Text("捐款与收入不符", "a donation and the income it came by differ"),
    Text(
        "登记捐款 {amount}，引用它的收入共 {received}，相差 {gap}",
        "the register says {amount}, the income that cites it comes to {received}: {gap} apart",
    ),
    Text(
        "照票据核对；分几次到账的，每笔收入都写“捐赠: {number}”；真的少入账的，查清差额在哪里，照实公布。",
        "Check it by the receipt; where it came in parts, let every line of income cite {number}; where less was booked, find out why and publish it as it is.",
    ),
    Text("捐了多少就入账多少，一分不差。", "What was given is what was booked, to the fen."),
    (Cite("accounting", "17"), Cite("urban-committee", "42")),
)
TOTAL = Code(
    "DON004",
    Severity.ERROR,
    Text("公布的合计与登记不符", "a published total does not compute"),
    Text(
        "到 {day} 的{what}公布为 {typed}，按登记应为 {computed}，相差 {gap}",
        "{what} up to {day} was published as {typed}, the register makes it {computed}: {gap} apart",
    ),
    Text(
        "逐笔对照公布的名单；漏登的补上，公布错的更正后再公布。",
        "Compare it with what was published; enter what is missing, or publish a correction.",
    ),
    Text("公布过的数字居民会记得，台账要能逐笔加出来。", "Residents remember what was published; the register must add up to it."),
    (Cite("accounting", "17"),),
)
INCOMPLETE = Code(
    "DON005",
    Severity.ERROR,
    Text("款、物没有写对", "money or things are not given as they should be"),
    Text("{what}", "{what}"),
    Text("捐款写“金额”，捐物写“物品”；款物都有的，分两段登记。", "Money has an amount, things are listed; where both came, make two entries."),
    Text("写清楚捐的是多少钱、什么东西，才能核对用在哪里。", "Only what is told exactly can be followed to its use."),
)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of a register of donations is the id of a declared book."""
    for register, book in strays(books, DonationFile):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(CONSENT)
def donors_appear_as_they_chose(books: Books) -> Iterator[Diagnostic]:
    """A person is named with consent only; who wishes not to be named is described."""
    every = books.derived(standings)
    naming = books.law.naming()
    for s in every:
        why = _revealed(s.donation, naming)
        if why is not None:
            yield CONSENT.at(books.place(s.donation, "donor"), record=s.donation.at_, donor=f"{s.donation.donor[:1]}**", why=why)


def _revealed(donation: Donation, naming: Naming) -> Text | None:
    """Why the donor should not stand there so; None where it is right."""
    if donation.consent and donation.signing is Signing.NAMED:
        return None
    if donation.signing is not Signing.NAMED:
        hidden = described(donation.donor, naming.described) and not naming.likely(donation.donor)
        return None if hidden else Text(f"署名写的是“{donation.signing.zh}”", f"who is to appear as {donation.signing.value}")
    if donation.donor_kind is Donor.PERSON:
        return Text("是个人实名，没有写“同意公开: 是”", "a person by name, without consent")
    return None


@rule(INCOMPLETE)
def money_has_an_amount_and_things_are_listed(books: Books) -> Iterator[Diagnostic]:
    """A donation is of money, with an amount, or of things, each named; no more was used before the book than was given."""
    for s in books.derived(standings):
        what = _incomplete(s)
        if what is not None:
            yield INCOMPLETE.at(books.place(s.donation, "what"), record=s.donation.at_, what=what)


def _incomplete(s: Standing) -> Text | None:
    donation = s.donation
    if donation.what is What.MONEY and donation.amount is None:
        return Text("类型是“款”，没有写“金额”", "it is of money and has no amount")
    if donation.what is What.GOODS and not donation.things:
        return Text("类型是“物”，没有写“物品”", "it is of things and lists none")
    if donation.what is What.GOODS and donation.amount is not None:
        return Text("类型是“物”，写了“金额”；估的价写在物品的“折价”里", "it is of things and has an amount; a value goes with the thing")
    if donation.what is What.MONEY and donation.things:
        return Text("类型是“款”，写了“物品”", "it is of money and lists things")
    if donation.before is not None and donation.day >= s.book.begins:
        return Text(
            f"账簿启用（{s.book.begins}）以后捐的，没有“启用前已用”", f"it was given after the book began ({s.book.begins}): nothing was used before"
        )
    if donation.before is not None and donation.before > s.given:
        return Text(
            f"启用前已用 {grouped(donation.before)}，大于金额 {grouped(s.given)}", f"{grouped(donation.before)} was used of {grouped(s.given)}"
        )
    return None


@rule(DIFFERS)
def what_was_given_is_what_was_booked(books: Books) -> Iterator[Diagnostic]:
    """The income that cites a donation of money comes to its amount, to the fen."""
    for s in books.derived(standings):
        received = sum(p.fen for p in s.received)
        if s.received and s.donation.what is What.MONEY and s.donation.amount is not None and received != s.given:
            values: dict[str, Any] = {"amount": grouped(s.given), "received": grouped(received), "gap": grouped(abs(received - s.given))}
            yield DIFFERS.at(books.place(s.donation, "amount"), record=s.donation.at_, number=s.donation.number, **values)


@rule(TOTAL)
def published_totals_compute(books: Books) -> Iterator[Diagnostic]:
    """A total of money received, and a balance, that were published are what the register makes them."""
    every = books.derived(standings)
    for filed in books.of(DonationFile):
        total = filed.record.total if filed.record else None
        mine = [s for s in every if s.filed.id == filed.id and s.donation.what is What.MONEY]
        if total is None or not mine:
            continue
        given = sum(s.given for s in mine if s.donation.day <= total.day)
        spent = sum(
            (s.donation.before or 0) + sum(p.fen for p in s.spent if p.posted.line.date <= total.day) for s in mine if s.donation.day <= total.day
        )
        asserted = (
            ("amount", Text("捐款合计", "money received"), total.amount, given),
            ("left", Text("余额", "money left"), total.left, given - spent),
        )
        for name, what, typed, computed in asserted:
            if typed is not None and typed != computed:
                values: dict[str, Any] = {"typed": grouped(typed), "computed": grouped(computed), "gap": grouped(abs(computed - typed))}
                yield TOTAL.at(books.place(total, name), day=total.day, what=what, **values)
