"""COM060–COM063: the repository that pages lead to for their changes is named so that the links arrive."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.outside import Forge
from mingbai.kinds.community.records import Community
from mingbai.values.text import Text

_ASKS = Text(
    "每一页都链接到这一页的修改记录；写得不对，居民点进去什么也看不到，以为是藏起来了。",
    "Every page leads to its changes; under a wrong address residents would find nothing and think it hidden.",
)
UNKNOWN_FORGE = Code(
    "COM060",
    Severity.ERROR,
    Text("不知道仓库在哪种平台上", "unknown platform of the repository"),
    Text("不认识“{web}”用的是哪种平台，修改记录的网址定不下来", "which platform “{web}” runs is not known, nor where it lists changes"),
    Text(
        '加一行“平台”：{known}；都不是的，写“修改记录”，例如 修改记录: "/log/<路径>?h=<分支>"。',
        'Add “forge”: {known}; for any other write “pattern”, e.g. pattern: "/log/<path>?h=<branch>".',
    ),
    _ASKS,
)
NO_REPOSITORY = Code(
    "COM061",
    Severity.ERROR,
    Text("网址不是仓库的首页", "not the address of a repository"),
    Text("“{web}”不是一个仓库的首页", "“{web}” is not the first page of a repository"),
    Text(
        "打开仓库首页，照抄浏览器里的网址，例如 https://gitee.com/chunhe/zhangben：主机后面是谁的、叫什么，再没有别的。",
        "Open the repository's first page and copy its address, e.g. https://gitee.com/chunhe/ledgers: host, owner, name, nothing else.",
    ),
    _ASKS,
)
NO_PATTERN = Code(
    "COM062",
    Severity.ERROR,
    Text("修改记录的写法不对", "the address of changes cannot be made"),
    Text("“{pattern}”接在仓库网址后面，成不了修改记录的网址", "“{pattern}” after the repository's address makes no address of changes"),
    Text(
        '写仓库网址后面接的部分，从 / 或 ? 开始，文件的位置写 <路径>（要有、只写一次），分支写 <分支>；例如 "/log/<路径>?h=<分支>"。',
        "Write what follows the repository's address, from / or ? on, with <path> once where the file belongs and <branch> for the branch.",
    ),
    _ASKS,
)
NO_PATH = Code(
    "COM063",
    Severity.ERROR,
    Text("仓库的分支或目录写得不对", "not a branch, or not a folder of the repository"),
    Text("“{typed}”不能是{field}", "“{typed}” cannot be the {field}"),
    Text(
        "分支照平台上显示的写，例如 main、master；目录从仓库最上层写起，例如 examples/hexi，不写 ./、../，也不写盘符。",
        "The branch as the platform shows it, e.g. main; the folder from the repository's top, e.g. examples/hexi, without ./ or ../.",
    ),
    _ASKS,
)
_CODES = {"unknown": UNKNOWN_FORGE, "no repository": NO_REPOSITORY, "no pattern": NO_PATTERN, "no path": NO_PATH}
_FIELDS = {"branch": Text("分支", "branch"), "folder": Text("目录", "folder")}


@rule(*_CODES.values())
def repository_can_be_led_to(books: Books) -> Iterator[Diagnostic]:
    """The address of the repository, its platform, branch and folder say where the changes of a file are listed."""
    for community in books.records(Community):
        one = community.repository
        fault = one.fault if one is not None else None
        if one is None or fault is None:
            continue
        yield _CODES[fault.what].at(
            books.place(one, fault.field),
            web=one.web,
            pattern=one.pattern or "",
            known=Text("、".join(f.zh for f in Forge), ", ".join(str(f.value) for f in Forge)),
            typed=getattr(one, fault.field),
            field=_FIELDS.get(fault.field, Text("", "")),
        )
