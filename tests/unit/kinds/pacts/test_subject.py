"""PAC084: the decision a pact cites is about that pact."""

from __future__ import annotations

import pytest

from tests.unit.kinds.pacts.ledger import ALL, MEETINGS, PACT, books, findings, version

VOTED = "meetings/2026/2026-03-28-daibiao.yml"
GIVEN = "meetings/2026/2026-01-24-jumin.yml"


def told(path: str, topic: str, name: str = "文明养犬公约", kind: str = "专项公约", **more: str) -> list[str]:
    """What is said of a pact whose decision has that topic; `more` are other files, by their place."""
    text = PACT.format(kind=kind, maker="居民代表会议").replace("文明养犬公约", name) + version(1, *ALL)
    files = {"pacts/yangquan.yml": text, path: MEETINGS[path].replace("议题: 公约", f"议题: {topic}")}
    known = books({**files, **{k.replace("__", "/") + ".yml": v for k, v in more.items()}})
    return [f.message("zh") for f in findings(known) if f.code.id == "PAC084"]


@pytest.mark.parametrize(
    "topic",
    [
        "更换活动室的窗户",
        "年度预算",
        "居民议事厅的开放时间",
        "2026 年志愿服务计划\n    文本: 同意志愿服务队的安排。",
    ],
)
def test_a_decision_about_something_else_is_told_with_its_topic(topic: str) -> None:
    (message,) = told(VOTED, topic)

    first = topic.partition("\n")[0]
    assert message == f"第 1 版“表决”引用的 2026-03-28-daibiao/1 是“{first}”，议题和文本里没有说到“文明养犬公约”"


@pytest.mark.parametrize(
    "topic",
    [
        "文明养犬公约（试行）",
        "《 文明养犬公约 》修订稿",
        "通过小区公约",
        "专项公约",
        "文明养犬的规定",  # what is particular in its title
        "其他事项\n    文本: 通过养犬的约定，共八条。",
        "村规民约和自治章程",
    ],
)
def test_a_decision_that_speaks_of_pacts_is_not_told(topic: str) -> None:
    assert told(VOTED, topic) == []


def test_the_matter_a_decision_belongs_to_speaks_for_it() -> None:
    topic = "表决\n    事项: yangquan"

    assert told(VOTED, topic, matters__yangquan="名称: 文明养犬\n种类: 三会\n说明: 养犬的公约\n") == []
    assert len(told(VOTED, topic, matters__yangquan="名称: 换窗户\n种类: 三会\n")) == 1


def test_a_decision_about_another_pact_is_told() -> None:
    """By its title; a joint one that says the kind of this one as well is not."""
    other = PACT.format(kind="自治章程", maker="居民会议").replace("文明养犬公约", "示例社区自治章程") + version(1)

    assert len(told(VOTED, "通过《示例社区自治章程》", pacts__zhangcheng=other)) == 1
    assert told(VOTED, "通过《示例社区自治章程》和专项公约", pacts__zhangcheng=other) == []
    assert told(VOTED, "通过《示例社区自治章程》和养犬公约", "示例社区养犬公约", pacts__zhangcheng=other) == []


def test_a_title_that_names_nothing_in_particular_is_no_clue() -> None:
    assert len(told(VOTED, "居民活动室的开放时间", "示例社区居民公约", "居民公约")) == 1
    assert told(VOTED, "居民公约", "示例社区居民公约", "居民公约") == []


def test_a_mandate_for_anything_in_general_is_one() -> None:
    assert told(GIVEN, "授权居民代表会议讨论决定居民会议职权内的事项") == []
    (message,) = told(GIVEN, "更换活动室的窗户")

    assert "“授权”引用的 2026-01-24-jumin/1 是“更换活动室的窗户”" in message


def test_a_decision_that_was_not_carried_is_told_only_that() -> None:
    text = (
        MEETINGS[VOTED]
        .replace("议题: 公约", "议题: 换窗户")
        .replace("同意: 20", "同意: 4")
        .replace("反对: 4", "反对: 20")
        .replace("结果: 通过", "结果: 未通过")
    )
    known = books({"pacts/yangquan.yml": PACT.format(kind="专项公约", maker="居民代表会议") + version(1, *ALL), VOTED: text})

    assert "PAC084" not in {f.code.id for f in findings(known)}
