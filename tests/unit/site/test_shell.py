"""The shell: filling slots gives what Jinja would have given, page by page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mingbai.site import build
from mingbai.site.shell import Shell
from mingbai.site.view import View
from tests.unit.site.entry_point.plugin import some_site

Community = Callable[..., Path]


@pytest.fixture
def shells(monkeypatch: pytest.MonkeyPatch) -> list[Shell]:
    """The shells made while the test builds."""
    made: list[Shell] = []
    init = Shell.__init__

    def keep(self: Shell, *args: Any) -> None:
        made.append(self)
        init(self, *args)

    monkeypatch.setattr(Shell, "__init__", keep)
    return made


def test_filled_slots_equal_the_full_render_of_every_page(community: Community, tmp_path: Path, shells: list[Shell]) -> None:
    site = some_site(fictitious=True)
    build(community(), tmp_path / "site", site)

    for page in site.pages:
        written = (tmp_path / "site" / page.address / "index.html").read_text()
        assert written == shells[0].full(shells[0].view(page))


def test_few_full_renders_serve_many_pages(community: Community, tmp_path: Path, shells: list[Shell], monkeypatch: pytest.MonkeyPatch) -> None:
    full = Shell.full
    counted: list[str] = []

    def counting(self: Shell, view: View, **more: Any) -> str:
        counted.append(view.title)
        return full(self, view, **more)

    monkeypatch.setattr(Shell, "full", counting)
    site = some_site()
    many = tuple(dataclasses.replace(p, address=f"{p.address}{n}/") for p in site.pages[4:6] for n in range(50))

    build(community(), tmp_path / "site", dataclasses.replace(site, pages=(*site.pages, *many)))

    groups = len(shells[0]._groups)
    assert len(counted) == 3 * groups < 30


def test_a_template_that_does_more_than_print_a_slot_is_rendered_page_by_page(community: Community, tmp_path: Path) -> None:
    own = {
        "site_templates/theme/main.html": '{% extends "base.html" %}{% block extrahead %}<meta name="n" content="{{ doc.title | length }}">{% endblock %}'
    }
    site = some_site()
    build(community(files=own), tmp_path / "site", site)

    for page in site.pages:
        assert f'<meta name="n" content="{len(page.title)}">' in (tmp_path / "site" / page.address / "index.html").read_text()
