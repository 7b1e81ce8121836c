"""COM064, COM065: settings that look as if pages led to the repository, and do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mingbai.checking.personal import span_of
from mingbai.checking.tracked import repository
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.values.text import Text

UNREAD = Code(
    "COM064",
    Severity.ADVICE,
    Text("mkdocs.yml 里的仓库网址不起作用", "the repository named in mkdocs.yml has no effect"),
    Text("mkdocs.yml 里的 {key} 不起作用，网页上没有这个链接", "{key} in mkdocs.yml has no effect; no page leads there"),
    Text(
        "把仓库写进 ledgers/community.yml 的“仓库”，这里的一行删掉。",
        "Name the repository under “repository” in ledgers/community.yml and delete this line.",
    ),
    Text(
        "网站链接到哪里，都登记在 community.yml，和台账一起审核；mkdocs.yml 只管菜单和外观。",
        "Where the site leads is registered in community.yml and reviewed with the ledgers; mkdocs.yml is about the menu and the look.",
    ),
)
ELSEWHERE = Code(
    "COM065",
    Severity.ADVICE,
    Text("仓库里的目录和实际位置不一样", "the folder is not where this one lies in its repository"),
    Text(
        "“仓库”写的目录是“{told}”，这个文件夹在 git 里的位置是“{found}”",
        "“repository” says the folder is “{told}”; in git this one lies at “{found}”",
    ),
    Text(
        "目录改成“{found}”（最上层就不写“目录”）；公开的仓库另有安排的，不用改。",
        "Make the folder “{found}” (at the top leave it out); where the public repository is laid out otherwise it may stay.",
    ),
    Text(
        "目录不对，每一页的修改记录都会指到没有的地方。",
        "Under a wrong folder every page would lead to changes of files that are not there.",
    ),
)
CODES = (UNREAD, ELSEWHERE)

_KEY = re.compile(r"^(repo_url|edit_uri(?:_template)?)[ \t]*:[ \t]*[^\s#]", re.MULTILINE)
_TOP = Text("最上层", "the top")


def unread(text: str, path: str) -> Iterator[Diagnostic]:
    """A finding for each setting of mkdocs.yml with which MkDocs would lead to a repository."""
    for found in _KEY.finditer(text):
        yield UNREAD.at(Place(path, span=span_of(text, found.start(1), found.end(1))), key=found[1])


def elsewhere(root: Path, folder: str, place: Place) -> Iterator[Diagnostic]:
    """A finding where git says that the community's folder lies elsewhere than in `folder`; none where it is in no repository."""
    found = repository(root)
    below = "/".join(root.resolve().relative_to(found[0]).parts) if found else folder
    if below != folder:
        yield ELSEWHERE.at(place, told=folder or _TOP, found=below or _TOP)
