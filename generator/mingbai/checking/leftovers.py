"""COM: words of a starter that were to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.checking.personal import span_of
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.values.text import Text

LEFT = Code(
    "COM106",
    Severity.ADVICE,
    Text("还有内容没有填写", "something is still to be filled in"),
    Text("这里还写着“{words}”", "“{words}” still stands here"),
    Text("换成真实的内容；没有这回事，就删掉这一项。", "Write what is true; where there is no such thing, delete the entry."),
    Text(
        "新建的文件里有留给您填写的地方，照原样公布出去，居民看不明白。",
        "New files leave places to fill in; published as they are, they tell residents nothing.",
    ),
)
SAMPLE = Code(
    "COM107",
    Severity.ERROR,
    Text("样例还没有改写", "a sample still stands"),
    Text("这里还写着“{words}”", "“{words}” still stands here"),
    Text(
        "换成真实的，别的栏目也一起改；没有这回事，就把这一笔（或者这个文件）整个删掉。",
        "Write what really happened, here and in the other fields; where nothing did, delete the whole entry, or the file.",
    ),
    Text(
        "新建的文件里是样例，照原样公布出去，居民会当成真的。",
        "A new file holds samples; published as they are, residents would take them for fact.",
    ),
)
CODES = (LEFT, SAMPLE)

_LEFT = re.compile(r"^(?!\s*#).*?(?:(?P<blank>（?待填写[^\s，。；）]*）?)|(?P<sample>示例[^\s，。]*，请改写))", re.MULTILINE)


def leftovers(text: str, path: str) -> Iterator[Diagnostic]:
    """A finding for every line, comments apart, that still holds words the starter asked to replace."""
    if "待填写" not in text and "，请改写" not in text:
        return
    for found in _LEFT.finditer(text):
        name = "sample" if found["sample"] else "blank"
        code = SAMPLE if found["sample"] else LEFT
        yield code.at(Place(path, span=span_of(text, found.start(name), found.end(name))), words=found[name])
