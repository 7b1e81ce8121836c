"""The example files shipped beside the code: `examples/good/` of every ledger kind, `examples/bad/<CODE>/` of whoever reports it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_FOLDER = _PACKAGE / "kinds"


@cache
def _texts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every ledger file below a folder with its text, by its path below `ledgers/` where it has one."""
    if not folder.is_dir():
        return ()
    return tuple((_below(p.relative_to(folder)), p.read_text("utf-8", "replace")) for p in sorted(folder.rglob("*.yml")) if p.name != "mkdocs.yml")


def _below(path: Path) -> str:
    parts = path.parts
    return "/".join(parts[parts.index("ledgers") + 1 :] if "ledgers" in parts else parts)


def bad(code: str) -> tuple[tuple[str, str], ...]:
    """The files of the bad example of a code; community.yml last, for it is seldom the point."""
    found = [pair for folder in _bad(code) for pair in _texts(folder)]
    return tuple(sorted(found, key=lambda pair: pair[0].endswith("community.yml")))


def said(code: str) -> str:
    """What the check says of the bad example of a code, in Chinese, as it stands beside it; empty where nothing does."""
    files = [f for folder in _bad(code) if (f := folder / "expected.txt").is_file()]
    _, _, message = files[0].read_text("utf-8").partition("\n") if files else ("", "", "")
    return message.strip()


def _bad(code: str) -> list[Path]:
    return sorted([_PACKAGE / "examples" / "bad" / code, *_PACKAGE.glob(f"*/examples/bad/{code}"), *_FOLDER.glob(f"*/examples/bad/{code}")])


def good(like: str) -> tuple[tuple[str, str], ...]:
    """Good files, the most like this one first: the same name, the same folder, any of its kind."""
    kind = like.split("/", maxsplit=1)[0].removesuffix(".yml")
    found = of(kind)
    return tuple(sorted(found, key=lambda pair: (pair[0] != like, pair[0].split("/")[0] != like.split("/", maxsplit=1)[0], pair[0])))


def of(kind: str) -> tuple[tuple[str, str], ...]:
    """The good files of a kind; matters and the like lie with the kind that claims them."""
    own = _texts(_FOLDER / kind / "examples" / "good")
    if own:
        return own
    return tuple(pair for folder in sorted(_FOLDER.iterdir()) for pair in _texts(folder / "examples" / "good") if pair[0].split("/")[0] == kind)
