"""What the catalogue may ask of community.yml: that the community, its officers and its supervisors are named, and when one took office."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.community.records import Community
from mingbai.values.speech import joined, say


def traces(books: Books) -> Iterator[Trace]:
    """The profile on the day the first book begins; every term of office on its first day (对象: 概况, 成员, 监督委员会)."""
    community = books.the(Community)
    if community is None:
        return
    if community.books:
        yield Trace(min(b.begins for b in community.books), "community", community, community.name, {"对象": frozenset({"概况"})})
    for what, people in (("成员", community.people), ("监督委员会", community.supervisors)):
        for person in people:
            if person.term is not None:
                words = say("{name}任{list}", name=person.name, list=joined("、", person.roles))
                yield Trace(person.term.start, f"{person.roles[0]}-{person.term.start}", person, words, {"对象": frozenset({what})}, prepared=True)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return {"对象": frozenset({"概况", "成员", "监督委员会"})}
