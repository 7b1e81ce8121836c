"""The example files shipped beside the code: `examples/good/` of every ledger kind, `examples/bad/<CODE>/` of whoever reports it, samples of tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_FOLDER = _PACKAGE / "kinds"
_SAMPLES = _PACKAGE / "importing" / "samples"
_EXPECTED = "expected.txt"
"""Of a bad example: the place of the finding, then its message."""


@cache
def _texts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every ledger file below a folder with its text, by its path below `ledgers/` where it has one."""
    if not folder.is_dir():
        return ()
    files = (p for p in sorted(folder.rglob("*")) if p.suffix in (".yml", ".csv") and p.name != "mkdocs.yml" and p.is_file())
    return tuple((_below(p.relative_to(folder)), p.read_text("utf-8", "replace")) for p in files)


def _below(path: Path) -> str:
    parts = path.parts
    return "/".join(parts[parts.index("ledgers") + 1 :] if "ledgers" in parts else parts)


def bad(code: str) -> tuple[tuple[str, str], ...]:
    """The files of the bad example of a code: the one in which it is found first, community.yml last, for it is seldom the point."""
    found = [(_place(folder), pair) for folder in _bad(code) for pair in _texts(folder)]
    return tuple(pair for place, pair in sorted(found, key=lambda one: (one[1][0] != one[0], one[1][0].endswith("community.yml"))))


def _place(folder: Path) -> str:
    """The file below ledgers/ in which the finding of an example lies; empty where that is not said."""
    told = folder / _EXPECTED
    return told.read_text("utf-8").split(":", maxsplit=1)[0].removeprefix("ledgers/") if told.is_file() else ""


def said(code: str) -> str:
    """What the check says of the bad example of a code, in Chinese, as it stands beside it; empty where nothing does."""
    files = [f for folder in _bad(code) if (f := folder / _EXPECTED).is_file()]
    _, _, message = files[0].read_text("utf-8").partition("\n") if files else ("", "", "")
    return message.strip()


def _bad(code: str) -> list[Path]:
    ledgers = (_PACKAGE / "examples" / "bad" / code, *_PACKAGE.glob(f"*/examples/bad/{code}"), *_FOLDER.glob(f"*/examples/bad/{code}"))
    return sorted((*ledgers, _SAMPLES / "bad" / code))


def good(like: str) -> tuple[tuple[str, str], ...]:
    """Good files, the most like this one first: the sample of a table or map, the same sort of file, the same folder, any of its kind."""
    if (_SAMPLES / "good" / like).is_file():
        return tuple(pair for pair in _texts(_SAMPLES / "good") if pair[0] == like)
    kind = like.split("/", maxsplit=1)[0].removesuffix(".yml")
    found = (*_alike(like), *of(kind))
    return tuple(dict.fromkeys(sorted(found, key=lambda pair: (pair[0] != like, pair not in _alike(like), pair[0]))))


@cache
def _alike(like: str) -> tuple[tuple[str, str], ...]:
    """The good files of the sort that a file is: another month for a month, another register of contracts for one of contracts."""
    from mingbai.kinds import discover
    from mingbai.pipeline import claim

    found = claim(like, discover())
    if found is None:
        return ()
    kind, shape, _ = found
    files = _texts(_FOLDER / kind.name / "examples" / "good")
    return tuple(pair for pair in files if (other := claim(pair[0], discover())) is not None and other[1] is shape)


def of(kind: str) -> tuple[tuple[str, str], ...]:
    """The good files of a kind; matters and the like lie with the kind that claims them."""
    own = _texts(_FOLDER / kind / "examples" / "good")
    if own:
        return own
    return tuple(pair for folder in sorted(_FOLDER.iterdir()) for pair in _texts(folder / "examples" / "good") if pair[0].split("/")[0] == kind)
