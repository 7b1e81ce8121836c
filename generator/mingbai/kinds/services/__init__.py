"""Service guides (办事指南): what residents can have done in the community, what to bring, where, how long, at what cost."""

from collections.abc import Iterator
from typing import Any

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.services import rules
from mingbai.kinds.services.guides import of_file
from mingbai.kinds.services.phrases import LIMIT
from mingbai.kinds.services.records import Service, ServiceList
from mingbai.kinds.services.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Any]) -> Iterator[Id]:
    """What other ledgers cite: each service."""
    for guide in of_file(filed):
        yield Id("service", guide.id, guide.service)


KIND = Kind(
    name="services",
    title=Text("办事指南", "Services"),
    purpose=Text(
        "能办什么事、带什么、找谁、多久办好、收不收费：一件事一份指南。",
        "What can be done, what to bring, whom to ask, how long, at what cost: one guide for each service.",
    ),
    shapes=(Shape("services/{id}.yml", "{id}", Service, many=ServiceList),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.services.pages", "drafts"),
    datasets=later("mingbai.kinds.services.datasets", "datasets"),
    home=later("mingbai.kinds.services.pages", "home"),
    addresses=later("mingbai.kinds.services.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "services",
            "",
            (
                "class",
                "category",
                "audience",
                "condition",
                "agency",
                "stages",
                "promised",
                "unit",
                "fee",
                "price",
                "place",
                "hours",
                "proxy",
                "phone",
                "complaints",
                "checked",
            ),
            "{service}",
            cards=True,
            below=(Shown("services-documents", "要带的材料", ("number", "name", "form", "copies", "source", "need", "note"), "{service}"),),
            phrases=(LIMIT,),
        ),
    ),
    registers=(Register("services/"),),
)
