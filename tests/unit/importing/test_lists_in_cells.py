"""A cell with several things for a field that is a list: one entry for each, as in lists of services."""

from __future__ import annotations

from typing import Any

import pytest

from mingbai.importing.mapping import Dates, Unit
from mingbai.importing.registers.fields import node, path_of
from mingbai.kinds.services.records import Service


def read(name: str, cell: str) -> Any:
    path = path_of(Service, name)
    assert path is not None
    return node(path, cell, Dates.model_construct(), Unit.YUAN)


@pytest.mark.parametrize(
    "cell, names",
    [
        ("身份证", ["身份证"]),
        ("身份证、照片", ["身份证", "照片"]),
        ("1.身份证原件 2.户口簿", ["身份证原件", "户口簿"]),
        ("（1）申请表；\n（2）收入证明", ["申请表", "收入证明"]),
        ("2 寸照片", ["2 寸照片"]),
    ],
)
def test_things_to_bring(cell: str, names: list[str]) -> None:
    assert read("材料", cell) == [{"名称": name} for name in names]


@pytest.mark.parametrize(
    "cell, acts",
    [
        ("老年人权益保障法", [{"名称": "老年人权益保障法"}]),
        ("《养老服务条例》第五十二条", [{"名称": "养老服务条例", "条款": "第五十二条"}]),
        ("《甲办法》第3条第二款；《乙、丙条例》", [{"名称": "甲办法", "条款": "第3条第二款"}, {"名称": "乙、丙条例"}]),
        ("《甲办法》、《乙办法》", [{"名称": "甲办法"}, {"名称": "乙办法"}]),
    ],
)
def test_what_a_service_rests_on(cell: str, acts: list[dict[str, str]]) -> None:
    assert read("依据", cell) == acts
