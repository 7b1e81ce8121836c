"""Many small cases in one test: all are tried, and each that fails is named.

pytest's own parametrisation makes a test of every case, which costs more than most of thousands of small cases do, in every process
of a run: to collect it, to set it up, to hand its result over. It stays where a case takes long or needs more than a folder.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

FAILED: Any = pytest.fail.Exception
"""What `pytest.fail` raises, which is no `Exception`."""


def each(names: str, cases: Iterable[Any], *, ids: Callable[[Any], object] = str, by: Callable[[Any], str] | None = None) -> Any:
    """Decorates a test that is to hold of each of `cases`, like `pytest.mark.parametrize`, as one test.

    Args:
        names: the arguments that a case fills, `"text, name"`.
        cases: a value each, or as many as there are names, or `pytest.param(…, id=…)`.
        ids: how a case is called when it fails.
        by: of what group a case is: one test for each group, where one for all would take long.

    `tmp_path` is a folder of its own for every case.
    """
    arguments = [name.strip() for name in names.split(",")]
    groups: dict[str, list[tuple[str, tuple[Any, ...]]]] = {}
    for case in cases:
        given = isinstance(case, type(pytest.param()))
        values = tuple(case.values) if given else (case,) if len(arguments) == 1 else tuple(case)
        called = case.id if given and case.id else ids(values[0] if len(arguments) == 1 else values)
        groups.setdefault(by(values[0] if len(arguments) == 1 else values) if by else "", []).append((str(called), values))

    def decorate(test: Callable[..., None]) -> Any:
        def swept(**fixtures: Any) -> None:
            tried = groups.get(fixtures.pop("group", ""), [])
            assert tried, "no case at all proves nothing"
            folder: Path | None = fixtures.pop("tmp_path", None)
            failed = []
            for number, (called, values) in enumerate(tried):
                more = dict(zip(arguments, values, strict=True))
                if folder is not None:
                    more["tmp_path"] = folder / str(number)
                    more["tmp_path"].mkdir()
                try:
                    test(**more, **fixtures)
                except (Exception, FAILED) as wrong:  # noqa: BLE001  told below, all of them
                    failed.append(f"{called}: {_told(wrong, test)}")
            if failed:
                pytest.fail(f"{len(failed)} of {len(tried)} fail\n" + "\n".join(failed), pytrace=False)

        asked = inspect.signature(test).parameters
        assert set(arguments) <= asked.keys(), (arguments, [*asked])
        kept = [p.replace(kind=p.KEYWORD_ONLY) for name, p in asked.items() if name not in arguments]
        group = [inspect.Parameter("group", inspect.Parameter.KEYWORD_ONLY)] if by else []
        swept.__name__, swept.__qualname__, swept.__doc__, swept.__module__ = test.__name__, test.__qualname__, test.__doc__, test.__module__
        vars(swept)["__signature__"] = inspect.Signature([*kept, *group])
        vars(swept)["pytestmark"] = [*vars(test).get("pytestmark", ())]
        return pytest.mark.parametrize("group", groups)(swept) if by else swept

    return decorate


def _told(wrong: BaseException, test: Callable[..., None]) -> str:
    """The kind of what went wrong, the line of the test, and what is said of it."""
    line, at = test.__code__.co_firstlineno, wrong.__traceback__
    while at is not None:
        if at.tb_frame.f_code is test.__code__:
            line = at.tb_lineno
        at = at.tb_next
    return f"{type(wrong).__name__} in line {line}: {wrong}"
