"""What the last round found, as HTML: beside the page that is looked at, or a page of its own while there is no site yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from mingbai.diagnostics import Diagnostic, Place, Severity, Span
from mingbai.packs import Law
from mingbai.reporting.cover import cover, covered
from mingbai.reporting.display import safe
from mingbai.serving.making import Outcome
from mingbai.values.text import Lang, Text

_AROUND: Final = 40
"""So many characters of a long line stand before and after what is meant."""
MOST: Final = 100
"""So many findings of a severity are listed; the rest are counted. The panel travels with every page."""

_LABEL: Final = Text("检查结果（只在预览里）", "What the check found (in this preview only)")
_LIST: Final = Text("逐条列出", "One by one")
_MAKING: Final = Text("正在重新生成……", "Making the site anew …")
_GONE: Final = Text("预览已经结束，这一页不会再更新。", "The preview has ended; this page is no longer renewed.")
_KEPT: Final = Text("网页还是上一次的样子，改好保存就会更新", "the pages are still the last good ones; mend it, save, and they are renewed")
_NONE: Final = Text("还没有网页，改好保存就会生成", "there are no pages yet; mend it, save, and they are made")
_DRAFT: Final = Text("这是草稿，不能公布", "this is a draft and cannot be published")
_BAD: Final = Text("不能发布：{errors}", "Cannot be published: {errors}")
_TROUBLE: Final = Text("网站没有生成", "The site was not made")
_GOOD: Final = Text("可以发布，{noted}", "Ready to publish, {noted}")
_ERRORS: Final = (Text("{n} 处错误", "{n} error"), Text("{n} 处错误", "{n} errors"))
_WARNINGS: Final = (Text("{n} 处提醒", "{n} warning"), Text("{n} 处提醒", "{n} warnings"))
_ADVICE: Final = (Text("{n} 处建议", "{n} piece of advice"), Text("{n} 处建议", "{n} pieces of advice"))
_REMEDY: Final = Text("怎么改：", "To mend: ")
_BASIS: Final = Text("依据：", "Basis: ")
_MORE: Final = Text(
    "另有 {n} 处没有列出，请先改好以上各处；全部见 mingbai check", "{n} more are not listed; mend these first. mingbai check lists all"
)
_WAIT: Final = Text("正在生成网站，好了会自己显示……", "The site is being made and will appear by itself …")
_TITLE: Final = Text("明白账预览", "Mingbai preview")


def lang_of(code: str) -> Lang:
    """The language the panel speaks on a page of this language: findings know Chinese and English."""
    return "en" if code.lower().startswith("en") else "zh"


def aside(outcome: Outcome | None, lang: Lang, *, pages: bool) -> str:
    """The panel at the end of a page; `pages`: there is a site that still stands. What is said while something happens comes from the script."""
    tongue = "zh-CN" if lang == "zh" else lang
    said = f'data-making="{escape(_MAKING.say(lang))}" data-gone="{escape(_GONE.say(lang))}"'
    found = "" if outcome is None else inside(outcome, lang, pages=pages)
    return (
        f'<aside class="serve" id="mingbai-serve" lang="{tongue}" aria-label="{escape(_LABEL.say(lang))}" {said}>'
        f'<p class="serve__said" role="status"></p><div class="serve__found">{found}</div></aside>'
    )


def inside(outcome: Outcome, lang: Lang, *, pages: bool) -> str:
    """What was found; empty where there is nothing to say."""
    errors, others = _of(outcome, Severity.ERROR), [_of(outcome, s) for s in (Severity.WARNING, Severity.ADVICE)]
    bad = bool(errors or outcome.trouble)
    if not bad and not any(others):
        return ""
    body = "".join([_trouble(outcome, lang), _list(errors, outcome, lang), *_folded(others, outcome, lang, fold=bad)])
    return (
        f'<details class="serve__all serve__all--{"bad" if bad else "good"}"{" open" if bad else ""}><summary>{escape(headline(outcome, lang, pages=pages))}</summary>'
        f'<div class="serve__list" role="region" tabindex="0" aria-label="{escape(_LIST.say(lang))}">{body}</div></details>'
    )


def headline(outcome: Outcome, lang: Lang, *, pages: bool) -> str:
    """不能发布：2 处错误，1 处提醒。网页还是上一次的样子……"""
    counts = [(_ERRORS, outcome.count(Severity.ERROR)), (_WARNINGS, outcome.count(Severity.WARNING))]
    told = ("，" if lang == "zh" else ", ").join(_counted(words, n, lang) for words, n in counts if n)
    if not outcome.trouble and not outcome.count(Severity.ERROR):
        advice = _counted(_ADVICE, outcome.count(Severity.ADVICE), lang)
        return _GOOD.say(lang, noted=told or advice)
    first = _TROUBLE.say(lang) if outcome.trouble else _BAD.say(lang, errors=told)
    last = (_DRAFT if outcome.base else _KEPT if pages else _NONE).say(lang)
    return f"{first}。{last}" if lang == "zh" else f"{first}; {last}"


def alone(outcome: Outcome | None, lang: Lang, head: str) -> str:
    """The page while there is no site: that it is being made, or why it could not be."""
    tongue, title = "zh-CN" if lang == "zh" else lang, escape(_TITLE.say(lang))
    main = f"<p>{escape(_WAIT.say(lang))}</p>" if outcome is None else ""
    return (
        f'<!doctype html><html lang="{tongue}" class="serve-alone"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">{head}</head>'
        f"<body><main><h1>{title}</h1>{main}{aside(outcome, lang, pages=False)}</main></body></html>"
    )


def _of(outcome: Outcome, severity: Severity) -> list[Diagnostic]:
    return [f for f in outcome.findings if f.severity is severity]


def _counted(words: tuple[Text, Text], n: int, lang: Lang) -> str:
    return words[n != 1].say(lang, n=n)


def _trouble(outcome: Outcome, lang: Lang) -> str:
    return f"<pre>{escape(outcome.trouble.say(lang))}</pre>" if outcome.trouble else ""


def _folded(groups: Iterable[Sequence[Diagnostic]], outcome: Outcome, lang: Lang, *, fold: bool) -> Iterable[str]:
    """Warnings and advice: folded away under errors, open where the whole panel is folded."""
    for group, words in zip(groups, (_WARNINGS, _ADVICE), strict=True):
        if group:
            counted = escape(_counted(words, len(group), lang))
            yield f"<details{'' if fold else ' open'}><summary>{counted}</summary>{_list(group, outcome, lang)}</details>"


def _list(findings: Sequence[Diagnostic], outcome: Outcome, lang: Lang) -> str:
    if not findings:
        return ""
    rest = len(findings) - MOST
    more = f"<p>{escape(_MORE.say(lang, n=rest))}</p>" if rest > 0 else ""
    lines = Lines(outcome.texts, covered(outcome.findings))
    return f"<ol>{''.join(_item(f, outcome.law, lang, lines) for f in findings[:MOST])}</ol>{more}"


def _item(one: Diagnostic, law: Law, lang: Lang, lines: Lines) -> str:
    """One finding: what it is and where, the line as it was typed, what is wrong, how to mend it, the law."""
    cited = ("、" if lang == "zh" else "; ").join(law.cite(c, lang) for c in law.basis(one.basis))
    told = [one.message(lang), _with(_REMEDY, one.remedy(lang), lang), _with(_BASIS, cited, lang)]
    said = "".join(f"<p>{escape(safe(line))}</p>" for line in told if line)
    head = f"<b>{escape(one.severity.label.say(lang))} {one.code.id}</b> {escape(safe(one.code.title.say(lang)))}"
    return f'<li class="serve__{one.severity.value}"><p>{head} <code>{escape(_where(one))}</code></p>{lines.at(one.place)}{said}</li>'


class Lines:
    """The lines that findings mean, as they were typed, numbers of persons covered; `texts` are those that are known."""

    def __init__(self, texts: Mapping[str, str], hide: Mapping[str, Sequence[Span]]) -> None:
        self._texts, self._hide = texts, hide

    def at(self, place: Place) -> str:
        """The line with what is meant marked, its ends cut off where it is long; empty where it is not known."""
        span = place.span
        lines = self._texts.get(place.path, "").split("\n")
        if span is None or not 0 < span.line <= len(lines):
            return ""
        line = cover(lines[span.line - 1].removesuffix("\r"), span.line, self._hide.get(place.path, ()))
        start, end = span.column - 1, span.end_column - 1 if span.end_line == span.line else len(line)
        before, meant, after = line[:start].lstrip(), line[start:end], line[end:]
        before = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
        after = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
        told = [escape(safe(part)) for part in (before, meant[: 3 * _AROUND], after)]
        return f'<p class="serve__line"><code>{told[0]}<mark>{told[1]}</mark>{told[2]}</code></p>' if line.strip() else ""


def _with(label: Text, said: str, lang: Lang) -> str:
    return label.say(lang) + said if said else ""


def _where(one: Diagnostic) -> str:
    span = one.place.span
    return safe(f"{one.place.path}:{span.line}:{span.column}" if span else one.place.path)
