"""What the foot of every page leads to outside the site: the state's registers of sites, and the repository that keeps the ledgers with every change of them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Web, Words

_PUBLIC = Privacy.PUBLIC
PATH = "{path}"
"""Where the path of a file or folder stands in an address."""
_BRANCH = "{branch}"
_TYPED = {"路径": PATH, "path": PATH, "分支": _BRANCH, "branch": _BRANCH}
"""What is written between < and > for them."""
_MAIN = "main"
_MINISTRY = "https://beian.miit.gov.cn/"
_POLICE = "https://beian.mps.gov.cn/"
_POLICE_CODE = re.compile(r"(?<![0-9])[0-9]{14}(?![0-9])", re.ASCII)
_SIGNS = "/%?&=;#:,~+!$'()*"
"""What has a meaning in an address, or is encoded already."""
_MARK = re.compile(r"\{[^{}]*\}")


class Filing(Record):
    """Registration numbers for the footer; each leads to the register that answers for it.

    For the ministry's: 非经营性互联网信息服务备案管理办法（信息产业部令第 33 号）第十三条.
    """

    icp: Words | None = label("ICP", "ICP filing", _PUBLIC, default=None)
    police: Words | None = label("公安", "Public security filing", _PUBLIC, default=None)

    @property
    def icp_link(self) -> str:
        """The ministry's register of sites; it answers no address of a single number."""
        return _MINISTRY if self.icp else ""

    @property
    def police_link(self) -> str:
        """The police's register, opened at the number where that has its fourteen digits."""
        if not self.police:
            return ""
        code = _POLICE_CODE.search(self.police)
        return f"{_POLICE}#/query/webSearch?code={code[0]}" if code else _POLICE


class Forge(Term):
    """The program behind a repository's site: it decides at which address the changes of a file are listed."""

    GITHUB = "GitHub", "GitHub", "github"
    GITEE = "Gitee", "Gitee", "gitee", "码云"
    GITLAB = "GitLab", "GitLab", "gitlab", "极狐"
    FORGEJO = "Forgejo", "Forgejo", "forgejo", "Gitea", "gitea", "Codeberg", "codeberg"
    GITCODE = "GitCode", "GitCode", "gitcode", "AtomGit", "atomgit"

    @property
    def lists(self) -> str:
        """What stands after the repository's address where changes are listed."""
        return {Forge.GITLAB: f"/-/commits/{_BRANCH}/{PATH}", Forge.FORGEJO: f"/commits/branch/{_BRANCH}/{PATH}"}.get(
            self, f"/commits/{_BRANCH}/{PATH}"
        )


_KNOWN = {
    "github.com": Forge.GITHUB,
    "gitee.com": Forge.GITEE,
    "gitlab.com": Forge.GITLAB,
    "jihulab.com": Forge.GITLAB,
    "codeberg.org": Forge.FORGEJO,
    "gitea.com": Forge.FORGEJO,
    "gitcode.com": Forge.GITCODE,
    "atomgit.com": Forge.GITCODE,
}


class Fault(NamedTuple):
    """What keeps a repository from being led to: the field it lies in, and which of the faults it is."""

    field: str
    what: str


class Repository(Record):
    """A repository that residents may open: every change of every ledger, with its day, is kept there."""

    web: Web = label("网址", "Address", _PUBLIC, help=Text("打开仓库首页时的网址", "What the browser shows at the repository's first page"))
    branch: Words | None = label("分支", "Branch", _PUBLIC, default=None, help=Text("不写：main", "Left out: main"))
    folder: Words | None = label(
        "目录",
        "Folder",
        _PUBLIC,
        default=None,
        help=Text(
            "本项目（放 mkdocs.yml 的文件夹）在仓库里的位置；不写：就是最上层", "Where the folder of mkdocs.yml lies in it; left out: at its top"
        ),
    )
    forge: Forge | None = label(
        "平台",
        "Platform",
        _PUBLIC,
        default=None,
        help=Text("自己架设的才要写：GitHub、Gitee、GitLab、Forgejo、GitCode", "For a server of one's own"),
    )
    pattern: Words | None = label(
        "修改记录",
        "Address of changes",
        _PUBLIC,
        default=None,
        help=Text(
            "别的平台写：网址后面接什么，<分支>、<路径> 代表分支和文件，例如 /log/<路径>?h=<分支>",
            "For other platforms: what follows the address, e.g. /log/<path>?h=<branch>",
        ),
    )

    @property
    def on(self) -> Forge | None:
        """The platform: as named, else as its host is known for; None where neither says."""
        return self.forge or _KNOWN.get(host_of(self.web).lower())

    @property
    def home(self) -> str:
        """The repository's address as others are made of it: what people copy to clone it (`….git`) means the same."""
        return self.web.rstrip("/").removesuffix(".git") if self.pattern is None else self.web.rstrip("/")

    @property
    def fault(self) -> Fault | None:
        """The first thing that keeps its changes from being led to."""
        if self.pattern is None:
            if self.on is None:
                return Fault("web", "unknown")
            if not _is_repository(self.home, self.on):
                return Fault("web", "no repository")
        elif not _is_pattern(self.home, _filled_in(self.pattern)):
            return Fault("pattern", "no pattern")
        for field, value in (("branch", self.branch), ("folder", self.folder)):
            if value is not None and not _is_plain(value.removesuffix("/") if field == "folder" else value):
                return Fault(field, "no path")
        return None

    @property
    def below(self) -> str:
        """The community's folder as seen from the repository's top; empty where that is the top itself."""
        return self.folder.strip("/") if self.folder else ""

    @property
    def changes(self) -> str:
        """The address at which changes are listed, with `{path}` where a path below the community's folder belongs; empty where there is a fault."""
        if self.fault is not None:
            return ""
        lists = _filled_in(self.pattern) if self.pattern is not None else self.on.lists if self.on else ""
        folder = self.below and f"{self.below}/"
        whole = _encoded(self.home) + lists
        return whole.replace(_BRANCH, quote(self.branch or _MAIN)).replace(PATH, quote(folder) + PATH)


def host_of(address: str) -> str:
    """The host of an address, with its port if it names one; empty where it has none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _filled_in(pattern: str) -> str:
    for typed, mark in _TYPED.items():
        pattern = pattern.replace(f"<{typed}>", mark)
    return pattern


def _encoded(address: str) -> str:
    """The address with what is not plain ASCII in its path percent-encoded; what is encoded already stays."""
    scheme, rest = address.split("://", 1)
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}{slash}{quote(path, safe=_SIGNS)}"


def _is_repository(home: str, forge: Forge) -> bool:
    """Whether an address names a repository: its owner and its name, on GitLab any number of groups above."""
    if not host_of(home):
        return False
    parts = urlsplit(home)
    names = parts.path.strip("/").split("/")
    if parts.query or parts.fragment or not all(names) or "-" in names:
        return False
    return len(names) >= 2 if forge is Forge.GITLAB else len(names) == 2


def _is_pattern(home: str, pattern: str) -> bool:
    """Whether it has the path's place once, the branch's at most once, nothing else in braces or unfit for an address, and stays on the repository's host."""
    marks = _MARK.findall(pattern)
    bare = _MARK.sub("", pattern)
    if (
        marks.count(PATH) != 1
        or marks.count(_BRANCH) > 1
        or set(marks) - {PATH, _BRANCH}
        or any(c in bare for c in " \"'<>\\`{}|^")
        or not bare.isascii()
    ):
        return False
    return bool(host_of(home)) and host_of(home + bare) == host_of(home)


def _is_plain(path: str) -> bool:
    """Whether it is a branch, or a folder seen from the repository's top: no empty part, none of dots alone, no sign that git or addresses give a meaning."""
    return all(part and part.strip(".") and not part.startswith("-") for part in path.split("/")) and not any(
        c in path for c in " ~^:?*[]\\{}@#%\"'<>|`"
    )
