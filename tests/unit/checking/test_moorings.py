"""Settings that look as if pages led to the repository: mkdocs.yml's own, and a folder that git says lies elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Severity
from tests.base.community import AS_OF, BASE, laid_over

TEXT = (BASE / "ledgers/community.yml").read_text("utf-8")


def advised(root: Path) -> list[str]:
    found = [f for f in pipeline.check(root, AS_OF).findings if f.code.id in ("COM064", "COM065")]
    assert all(f.severity is Severity.ADVICE for f in found)
    return [f"{f.place.path}:{f.place.span.line if f.place.span else 0} {f.code.id} {f.message('zh')}" for f in found]


@pytest.mark.parametrize("key", ["repo_url", "edit_uri"])
def test_mkdocs_own_setting_leads_nowhere_and_says_so(tmp_path: Path, key: str) -> None:
    laid_over(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: 新河\n{key}: https://gitee.com/xinhe/ledgers\n# repo_name: x\n", "utf-8")
    assert advised(tmp_path) == [f"mkdocs.yml:2 COM064 mkdocs.yml 里的 {key} 不起作用，网页上没有这个链接"]


def test_an_empty_or_disabled_setting_is_none(tmp_path: Path) -> None:
    laid_over(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: 新河\n# repo_url: https://gitee.com/x/y\nrepo_url:\nextra:\n  repo_url: x\n", "utf-8")
    assert advised(tmp_path) == []


@pytest.mark.parametrize(
    "folder, told",
    [
        ("", "“仓库”写的目录是“最上层”，这个文件夹在 git 里的位置是“shequ/xinhe”"),
        ("  目录: xinhe\n", "“仓库”写的目录是“xinhe”，这个文件夹在 git 里的位置是“shequ/xinhe”"),
        ("  目录: shequ/xinhe\n", ""),
    ],
)
def test_the_folder_is_where_git_has_it(tmp_path: Path, folder: str, told: str) -> None:
    (tmp_path / ".git").mkdir()
    repository = f"仓库:\n  网址: https://gitee.com/xinhe/ledgers\n{folder}"
    root = tmp_path / "shequ" / "xinhe"
    laid_over(root, files={"community.yml": TEXT.replace("地址: 新河", f"{repository}地址: 新河", 1)})
    assert [one.partition("COM065 ")[2] for one in advised(root)] == ([told] if told else [])


def test_a_copy_that_is_in_no_repository_is_not_asked(tmp_path: Path) -> None:
    laid_over(tmp_path, files={"community.yml": TEXT.replace("地址: 新河", "仓库:\n  网址: https://gitee.com/x/y\n  目录: a\n地址: 新河", 1)})
    assert advised(tmp_path) == []
