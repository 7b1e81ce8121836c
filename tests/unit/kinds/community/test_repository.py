"""仓库 in community.yml: where the changes of a page are listed, on each platform; what is written wrongly is told with its place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kinds.community.records import Community
from tests.base.community import BASE, checked, place
from tests.unit.kinds.finance.ledger import ledgers

TEXT = (BASE / "ledgers/community.yml").read_text("utf-8")
MONTH = "ledgers/finance/committee/2026-03.yml"


def written(repository: str) -> str:
    """The clean community's file with these lines below 仓库."""
    return TEXT.replace("地址: 新河路 1 号\n", f"仓库:\n{repository}地址: 新河路 1 号\n", 1)


def changes(repository: str, source: str = MONTH) -> str:
    found = ledgers({"community.yml": written(repository)})
    assert [f.code.id for f in found.findings] == []
    return pipeline.facts(found).changes(source)


@pytest.mark.parametrize(
    "repository, expected",
    [
        ("  网址: https://github.com/chunhe/ledgers\n", "https://github.com/chunhe/ledgers/commits/main/"),
        ("  网址: https://gitee.com/chunhe/ledgers\n  分支: master\n", "https://gitee.com/chunhe/ledgers/commits/master/"),
        ("  网址: https://gitlab.com/jie/shequ/chunhe\n", "https://gitlab.com/jie/shequ/chunhe/-/commits/main/"),
        ("  网址: https://codeberg.org/chunhe/ledgers/\n", "https://codeberg.org/chunhe/ledgers/commits/branch/main/"),
        ("  网址: https://gitcode.com/chunhe/ledgers\n", "https://gitcode.com/chunhe/ledgers/commits/main/"),
        ("  网址: https://atomgit.com/chunhe/ledgers\n", "https://atomgit.com/chunhe/ledgers/commits/main/"),
        ("  网址: https://gitee.com/chunhe/ledgers.git\n", "https://gitee.com/chunhe/ledgers/commits/main/"),
        ("  网址: https://git.example.org:3000/chunhe/ledgers\n  平台: Gitea\n", "https://git.example.org:3000/chunhe/ledgers/commits/branch/main/"),
        ("  网址: https://git.example.org/chunhe\n  修改记录: /log/<路径>?h=<分支>\n", "https://git.example.org/chunhe/log/"),
    ],
)
def test_each_platform_lists_the_changes_of_a_file_at_its_own_address(repository: str, expected: str) -> None:
    assert changes(repository).startswith(f"{expected}{MONTH}")


def test_a_pattern_of_ones_own_says_where_the_branch_stands() -> None:
    assert changes("  网址: https://git.example.org/chunhe\n  分支: 公开\n  修改记录: /log/<path>?h=<branch>\n").endswith(".yml?h=%E5%85%AC%E5%BC%80")


def test_a_project_in_a_folder_of_its_repository() -> None:
    repository = "  网址: https://github.com/chunhe/mingbai\n  目录: examples/hexi\n"
    assert changes(repository) == f"https://github.com/chunhe/mingbai/commits/main/examples/hexi/{MONTH}"
    assert changes(repository, "ledgers/meetings/") == "https://github.com/chunhe/mingbai/commits/main/examples/hexi/ledgers/meetings"
    assert changes(repository, "") == "https://github.com/chunhe/mingbai/commits/main/examples/hexi"


def test_what_an_address_cannot_hold_is_percent_encoded() -> None:
    assert changes("  网址: https://gitee.com/春和/账本\n", "ledgers/docs/a b#%.yml").endswith(
        "/%E6%98%A5%E5%92%8C/%E8%B4%A6%E6%9C%AC/commits/main/ledgers/docs/a%20b%23%25.yml"
    )


def test_where_no_repository_is_named_nothing_is_led_to() -> None:
    assert pipeline.facts(ledgers({})).changes(MONTH) == ""


@pytest.mark.parametrize(
    "repository, code, remedy",
    [
        ("  网址: http://gitee.com/chunhe/ledgers\n", "SCH022", "https://"),
        ("  网址: git@gitee.com:chunhe/ledgers.git\n", "SCH022", "https://"),
        ("  网址: javascript:alert(1)\n", "SCH022", "https://"),
        ("  网址: https://git.example.org/chunhe/ledgers\n", "COM060", "GitHub、Gitee、GitLab、Forgejo、GitCode"),
        ("  网址: https://git.example.org/chunhe/ledgers\n  平台: svn\n", "SCH016", "Gitee"),
        ("  网址: https://github.com\n", "COM061", "https://gitee.com/chunhe/zhangben"),
        ("  网址: https://github.com/chunhe/ledgers/tree/main\n", "COM061", "再没有别的"),
        ("  网址: https://gitlab.com/chunhe/ledgers/-/tree/main\n", "COM061", "再没有别的"),
        ("  网址: https://gitee.com/chunhe/ledgers?a=b\n", "COM061", "再没有别的"),
        ("  网址: https://git.example.org/chunhe\n  修改记录: /log\n", "COM062", "<路径>"),
        ("  网址: https://git.example.org/chunhe\n  修改记录: /log/<路径>/<谁>\n", "COM062", "<路径>"),
        ("  网址: https://git.example.org\n  修改记录: .evil.example/<路径>\n", "COM062", "<路径>"),
        ("  网址: https://gitee.com/chunhe/ledgers\n  分支: a b\n", "COM063", "main"),
        ('  网址: https://gitee.com/chunhe/ledgers\n  分支: "-x"\n', "SCH009", ""),
        ("  网址: https://gitee.com/chunhe/ledgers\n  目录: ../x\n", "COM063", "examples/hexi"),
        ("  网址: https://gitee.com/chunhe/ledgers\n  目录: C:\\账本\n", "COM063", "examples/hexi"),
    ],
)
def test_what_is_written_wrongly_is_told_at_its_place(repository: str, code: str, remedy: str, tmp_path: Path) -> None:
    found = checked(tmp_path, files={"community.yml": written(repository)})
    mine = [f for f in found.findings if f.place.path == "ledgers/community.yml"]
    assert [f.code.id for f in mine] == [code]
    line = 9 + repository.count("\n")
    assert place(mine[0]).startswith(f"ledgers/community.yml:{line}:")
    assert remedy in mine[0].remedy("zh")


def test_the_hosts_led_to_may_be_linked_to_and_no_others() -> None:
    repository = "  网址: https://git.example.org:3000/chunhe/ledgers\n  平台: Forgejo\n备案:\n  ICP: 京ICP备2026000001号\n"
    community = ledgers({"community.yml": written(repository)}).books.the(Community)
    assert community is not None
    assert community.hosts == {"www.example.org", "xinhe.example.org", "git.example.org:3000", "beian.miit.gov.cn"}
    bare = ledgers({}).books.the(Community)
    assert bare is not None
    assert bare.hosts == {"www.example.org", "xinhe.example.org"}


@pytest.mark.parametrize(
    "number, link",
    [
        ("京公网安备11010502000001号", "https://beian.mps.gov.cn/#/query/webSearch?code=11010502000001"),
        ("京公网安备 11010502000001 号", "https://beian.mps.gov.cn/#/query/webSearch?code=11010502000001"),
        ("示例公网安备0号", "https://beian.mps.gov.cn/"),
    ],
)
def test_a_police_number_leads_to_its_own_entry(number: str, link: str) -> None:
    facts = pipeline.facts(ledgers({"community.yml": TEXT.replace("地址: 新河", f"备案:\n  公安: {number}\n地址: 新河", 1)}))
    assert (facts.police, facts.police_link) == (number, link)
    assert (facts.icp, facts.icp_link) == ("", "")
