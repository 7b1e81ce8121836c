"""The plain words of a guide: what an old resident needs to know before setting out."""

from __future__ import annotations

import datetime

from mingbai.books import Books
from mingbai.kinds.services.contexts import Bring, Call, Site, Step
from mingbai.kinds.services.guides import host_listed, time
from mingbai.kinds.services.records import Document, Need, Service
from mingbai.values.days import spoken
from mingbai.values.speech import joined, of, say
from mingbai.values.words import main_number

Pairs = tuple[tuple[str, str], ...]


def lede(s: Service) -> str:
    """For whom, where, how long, at what cost, in one breath."""
    long = _long(s)
    parts = [long, "要收费" if s.fee else "不收费"]
    return say("给{end}。在哪里办：{place}。{list}。", end=_end(s.audience), place=_end(s.place), list=joined("，", (p for p in parts if p)))


def in_short(s: Service) -> str:
    """12 个工作日内办好 · 不收费."""
    return joined(" · ", (p for p in (_long(s), "收费" if s.fee else "不收费") if p))


def _long(s: Service) -> str:
    promised = of(time(s.promised, s.unit))
    return promised if not promised or _at_once(s) else say("{promised}内办好", promised=promised)


def _at_once(s: Service) -> bool:
    """当场办好: no time limit is told."""
    return time(s.promised, s.unit).zh == "当场办好"


def _end(text: str) -> str:
    return text.strip().rstrip("。；，")


def why(s: Service) -> Pairs:
    """What one gets, for whom it is, on what conditions."""
    return _said(("办成后得到", s.result), ("样本", s.sample), ("服务内容", s.content), ("哪些人", s.audience), ("要符合的条件", s.condition))


def brings(s: Service) -> tuple[tuple[Bring, ...], tuple[Bring, ...]]:
    """What must be brought, and what is needed only at times or may follow."""
    must = tuple(_bring(d) for d in s.documents if d.need is Need.REQUIRED)
    other = tuple(_bring(d, d.need.zh) for d in s.documents if d.need is not Need.REQUIRED)
    return must, other


def _bring(d: Document, need: str = "") -> Bring:
    words = {"视情况": "不一定要带", "容缺后补": "可以以后补交"}
    return Bring(d.name, d.form or "", d.copies, d.source or "", joined("；", (p for p in (words.get(need, ""), d.note or "") if p)))


def steps(s: Service) -> tuple[Step, ...]:
    """The procedure, each step with its time."""
    return tuple(
        Step(
            stage.name,
            of(time(stage.limit, s.unit)),
            joined("。", (p for p in (stage.note, say("看什么：{standard}", standard=stage.standard) if stage.standard else "") if p)),
        )
        for stage in s.stages
    )


def total(s: Service) -> str:
    """The sentence on time limits."""
    promised, statutory = of(time(s.promised, s.unit)), of(time(s.statutory, s.statutory_unit or s.unit))
    if _at_once(s):
        return say("材料带齐，当场就能办好。")
    if promised and statutory:
        return say("我们承诺 {promised}内办好；法律规定最长 {statutory}。", promised=promised, statutory=statutory)
    if promised:
        return say("我们承诺 {promised}内办好。", promised=promised)
    return say("法律规定最长 {statutory}。", statutory=statutory) if statutory else ""


def where(s: Service) -> Pairs:
    """Where and when, who can go instead, what else works."""
    return _said(
        ("地点", s.place),
        ("时间", s.hours),
        ("谁来办理", s.agency),
        ("由谁运行", s.operator),
        ("谁出钱", s.funder),
        ("自己去不了", s.proxy),
        ("预约", s.booking),
        ("办理方式", joined("、", s.ways)),
        ("要跑几趟", _visits(s.visits)),
        ("怎样拿到结果", s.delivery),
    )


def _visits(n: int | None) -> str:
    return "" if n is None else say("不用跑，可以不到现场") if n == 0 else say("{n} 趟", n=n)


def calls(s: Service) -> tuple[Call, ...]:
    """Every number with the address that rings it."""
    return (*_numbers("咨询电话", s.phone), *_numbers("监督投诉电话", s.complaints))


def _numbers(label: str, typed: str | None) -> tuple[Call, ...]:
    numbers = [part.strip() for part in (typed or "").replace("/", "、").split("、") if part.strip()]
    return tuple(Call(label, n, "tel:" + "".join(c for c in main_number(n) if c.isdigit())) for n in numbers)


def used(s: Service) -> Pairs:
    """How often it was used, and how content people were."""
    times = (
        (
            "用了多少",
            say("{span} {times} 人次", span=_span(one.start, one.end), times=one.times) + (say("，{note}", note=one.note) if one.note else ""),
        )
        for one in s.served
    )
    asked = (
        (
            "满意度",
            say("{year}年{month}月问了 {asked} 人，满意 {content} 人", year=one.day.year, month=one.day.month, asked=one.asked, content=one.content)
            + (say("（{method}）", method=one.method) if one.method else ""),
        )
        for one in s.surveys
    )
    return (*times, *asked)


def _span(start: datetime.date, end: datetime.date) -> str:
    year = "" if end.year == start.year else say("{year}年", year=end.year)
    return say(
        "{year}年{month}月{day}日至{year2}{month2}月{day2}日",
        year=start.year,
        month=start.month,
        day=start.day,
        year2=year,
        month2=end.month,
        day2=end.day,
    )


def sites(books: Books, s: Service) -> tuple[Site, ...]:
    """Where it can be done or a form fetched on the web."""
    found = (("网上办理", s.online), ("表格下载", s.form))
    return tuple(Site(label, address, host_listed(books, address)) for label, address in found if address)


def cost(s: Service) -> Pairs:
    """What it costs and why."""
    if not s.fee:
        return (("收费", say("不收费。有人要收钱，请打监督投诉电话反映。") if s.complaints else say("不收费。")), *_said(("减免", s.relief)))
    return _said(
        ("收费", s.price or say("要收费，标准还没有登记，办之前先问清楚。")),
        ("收费依据", s.price_basis or "还没有登记"),
        ("支付方式", s.payment),
        ("减免", s.relief),
    )


def legal(s: Service) -> Pairs:
    """The rules it rests on, each with its text where that is quoted."""
    return tuple(
        (_titled(b.name) + (say("（{document}）", document=b.document) if b.document else "") + (b.article or ""), b.quote or "") for b in s.basis
    )


def _titled(name: str) -> str:
    return name if name.startswith("《") else say("《{name}》", name=name)


def details(s: Service) -> Pairs:
    """What few readers need, for the record."""
    return _said(
        ("类别", s.kind.zh),
        ("分类", s.category),
        ("服务标准", s.standard),
        ("品牌", s.brand),
        ("事由", joined("、", s.occasions)),
        ("事项编码", s.code),
        ("基本编码", s.base_code),
        ("事项类型", s.type),
        ("行使层级", s.level),
        ("权力来源", s.power),
        ("办件类型", s.handling.zh if s.handling else None),
    )


def checked(s: Service) -> str:
    """When the guide was last compared with practice, and by whom."""
    if s.checked is None:
        return say("这份指南没有登记核对日期，去之前请先打电话问一下。")
    return say("这份指南由{by}于 {date}核对。", by=s.checked.by, date=spoken(s.checked.date))


def _said(*pairs: tuple[str, str | None]) -> Pairs:
    return tuple((label, text) for label, text in pairs if text)
