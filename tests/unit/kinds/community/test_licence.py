"""数据许可 in community.yml: what residents and programs read of it, and what where it is not written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from mingbai import pipeline
from mingbai.pipeline import Checked
from mingbai.site import Site
from mingbai.values.licences import licence
from tests.base.community import BASE

TEXT = (BASE / "ledgers/community.yml").read_text("utf-8")
BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def site(community: Callable[..., Path], check: Callable[..., Checked]) -> Callable[[str], Site]:
    """The site of the clean community with these lines in its file."""

    def make(lines: str) -> Site:
        found = check({"community.yml": TEXT.replace("地址: 新河路 1 号\n", f"{lines}地址: 新河路 1 号\n", 1)})
        assert not found.errors
        return pipeline.site(community(), found)

    return make


def _page(site: Site, address: str) -> str:
    return next(p.body for p in site.pages if p.address == address)


def _told(site: Site, address: str) -> Any:
    """What the page tells programs."""
    return json.loads(next(p.told for p in site.pages if p.address == address))


def _package(site: Site, folder: Path) -> Any:
    """datapackage.json, valid as it lies beside its tables."""
    for path, data in site.files.items():
        if path.startswith("data/") and "/" not in path[5:] and path.endswith((".csv", "package.json")):
            (folder / path[5:]).write_bytes(data)
    assert Package(str(folder / "datapackage.json")).validate().valid
    return json.loads(site.files["data/datapackage.json"])


def test_a_licence_known_everywhere_needs_no_address(site: Callable[[str], Site], tmp_path: Path) -> None:
    made = site("数据许可:\n  名称: CC BY 4.0\n  说明: 写明来源就可以复制\n")

    assert re.search(rf'<a href="{BY}" rel="license">CC BY 4.0</a>', _page(made, "data/"))
    assert "写明来源就可以复制" in _page(made, "data/")
    assert "使用条件：<a" in _page(made, "data/community-funds/")
    assert "CC BY 4.0" in _page(made, "data/community-funds/")
    assert _package(made, tmp_path)["licenses"] == [{"name": "CC-BY-4.0", "path": BY, "title": "CC BY 4.0"}]
    assert _told(made, "data/")["license"] == BY
    assert _told(made, "data/")["dataset"][0]["license"] == BY
    assert _told(made, "data/community-funds/")["license"] == BY
    assert "creativecommons.org" in made.hosts


def test_terms_of_ones_own_lead_to_their_text(site: Callable[[str], Site], tmp_path: Path) -> None:
    made = site("数据许可:\n  名称: 新河街道公开数据使用约定\n  网址: https://www.example.org/terms\n")

    assert _package(made, tmp_path)["licenses"] == [{"path": "https://www.example.org/terms", "title": "新河街道公开数据使用约定"}]
    assert _told(made, "data/community-funds/")["license"] == "https://www.example.org/terms"


def test_terms_that_stand_nowhere_else_are_named_with_the_page_that_says_them(site: Callable[[str], Site], tmp_path: Path) -> None:
    made = site("数据许可:\n  名称: 居民代表会议定的使用约定\n")

    package = _package(made, tmp_path)
    assert "居民代表会议定的使用约定" in package["description"]
    assert [one["title"] for one in package.get("licenses", [])] in ([], ["居民代表会议定的使用约定"])
    told = _told(made, "data/")["license"]
    assert (told["@type"], told["name"]) == ("CreativeWork", "居民代表会议定的使用约定")
    assert told["url"].endswith("data/#terms")


def test_where_none_is_granted_the_site_says_so_and_claims_nothing(site: Callable[[str], Site], tmp_path: Path) -> None:
    made = site("")

    assert "没有另外给出使用许可" in _page(made, "data/")
    assert "没有另外给出使用许可" in _page(made, "data/community-funds/")
    assert "licenses" not in _package(made, tmp_path)
    assert "license" not in _told(made, "data/")
    assert "license" not in _told(made, "data/community-funds/")


def test_an_address_that_is_none_is_told(check: Callable[..., Checked]) -> None:
    found = check({"community.yml": TEXT.replace("地址: 新河路 1 号\n", "数据许可:\n  名称: 约定\n  网址: example.org\n地址: 新河路 1 号\n", 1)})

    assert [f.code.id for f in found.findings] == ["SCH022"]


@pytest.mark.parametrize("written", ["CC BY 4.0", "cc-by-4.0", "CC BY 4.0 国际", "CC BY 4.0 International License", "CC BY 4.0 许可协议"])
def test_a_licence_is_known_however_it_is_written(written: str) -> None:
    assert licence(written, "", "") == (written, BY, "", "CC-BY-4.0")


@pytest.mark.parametrize("written", ["CC BY", "CC BY 3.0", "仿照 CC BY 4.0 的约定", "CC BY 4.0 加本街道的补充"])
def test_what_only_sounds_like_one_is_taken_for_none(written: str) -> None:
    assert licence(written, "", "") == (written, "", "", "")


def test_the_address_that_was_written_goes_before_the_one_known() -> None:
    assert licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.zh-hans", "").web.endswith("zh-hans")
