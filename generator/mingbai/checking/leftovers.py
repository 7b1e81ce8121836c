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
    Text("样例文字还没有改写", "words of the starter still stand"),
    Text("这里还写着“{words}”", "“{words}” still stands here"),
    Text("换成真实的内容；没有这回事，就删掉这一项。", "Write what is true; where there is no such thing, delete the entry."),
    Text(
        "新建的文件里有样例，照原样公布出去，居民会当成真的。", "New files hold samples; published as they are, residents would take them for fact."
    ),
)
CODES = (LEFT,)

_LEFT = re.compile(r"^(?!\s*#).*?(（?待填写[^\s，。；）]*）?|示例[^\s，。]*，请改写)", re.MULTILINE)


def leftovers(text: str, path: str) -> Iterator[Diagnostic]:
    """A finding for every line, comments apart, that still holds words the starter asked to replace."""
    for found in _LEFT.finditer(text):
        yield LEFT.at(Place(path, span=span_of(text, found.start(1), found.end(1))), words=found[1])
