"""What the pages of the demonstrations tell programs (JSON-LD): words of schema.org, names that stay, addresses that exist."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import demonstration, second_demonstration, third_demonstration
from tests.support.hostile import pair

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
THING = {"@type", "@id", "name", "description", "disambiguatingDescription", "url", "identifier"}
ORGANISATION = THING | {"address", "telephone", "contactPoint"}
WORK = THING | {"creator", "license", "dateModified", "version", "isAccessibleForFree"}
KNOWN: dict[str, set[str]] = {
    "Organization": ORGANISATION,
    "GovernmentOrganization": ORGANISATION,
    "PostalAddress": THING | {"addressCountry", "addressRegion", "addressLocality", "streetAddress"},
    "ContactPoint": THING | {"contactType", "telephone"},
    "GovernmentService": THING | {"serviceType", "audience", "provider", "serviceOperator", "availableChannel"},
    "Audience": THING | {"audienceType"},
    "ServiceChannel": THING | {"serviceLocation", "servicePhone", "serviceUrl"},
    "Place": THING | {"address", "telephone"},
    "Event": THING | {"startDate", "eventStatus", "eventAttendanceMode", "location", "organizer"},
    "DataCatalog": WORK | {"dataset"},
    "Dataset": WORK | {"includedInDataCatalog", "distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
}
"""Properties that schema.org (version 29) gives these types, of those we use: a word that it does not know means nothing to anybody."""
NEEDED = {
    "GovernmentOrganization": {"@id", "name", "url", "address"},
    "GovernmentService": {"@id", "name", "url", "provider", "serviceOperator", "audience", "availableChannel"},
    "Event": {"@id", "name", "url", "startDate", "location", "organizer", "eventStatus"},
    "Dataset": {"@id", "name", "description", "url"},
    "DataDownload": {"contentUrl", "encodingFormat"},
}


def told(site: Path) -> dict[str, dict[str, Any]]:
    """What each page tells, by its address."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        blocks = BLOCK.findall(path.read_text("utf-8"))
        assert len(blocks) <= 1, path
        if blocks:
            assert not set(blocks[0]) & set("<>&\u2028\u2029\n"), path
            found[path.relative_to(site).as_posix().removesuffix("index.html")] = json.loads(blocks[0])
    return found


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from things(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from things(inside)


def sites(factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    yield demonstration(factory), "https://chunhe.example.org/"
    yield second_demonstration(factory), "https://hexi.example.org/"
    yield third_demonstration(factory), "https://liuxi.example.org/"


def test_pages_speak_the_words_of_schema_org(tmp_path_factory: pytest.TempPathFactory) -> None:
    types: set[str] = set()
    for site, web in sites(tmp_path_factory):
        for address, said in told(site).items():
            assert said.pop("@context") == "https://schema.org"
            for thing in things(said):
                sort = thing.get("@type")
                if sort is None:
                    assert set(thing) == {"@id"}, (address, thing)
                    continue
                types.add(sort)
                assert set(thing) <= KNOWN[sort], (address, set(thing) - KNOWN[sort])
                if "@id" not in thing or not thing["@id"].endswith("#body"):
                    assert NEEDED.get(sort, set()) <= set(thing), (address, thing)
                assert all(value not in ("", None, [], {}) for value in thing.values()), (address, thing)
                assert thing.get("@id", web).startswith(web), address
    assert types == set(KNOWN)


def test_every_page_it_names_and_every_file_exists(tmp_path_factory: pytest.TempPathFactory) -> None:
    for site, web in sites(tmp_path_factory):
        files = 0
        for address, said in told(site).items():
            for thing in things(said):
                for key in ("url", "contentUrl"):
                    if key in thing:
                        path, _, anchor = thing[key].removeprefix(web).partition("#")
                        target = site / path / "index.html" if key == "url" else site / path
                        assert target.is_file(), (address, thing[key])
                        assert not anchor or f' id="{anchor}"' in target.read_text("utf-8"), (address, thing[key])
                        files += key == "contentUrl"
            if "@id" in said and said.get("@type") != "GovernmentOrganization":
                assert said["url"] == web + address
        assert files > 60


def test_each_sort_of_page_tells_of_what_it_is_about(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = told(demonstration(tmp_path_factory))
    assert said[""]["@type"] == "GovernmentOrganization"
    assert said["data/"]["@type"] == "DataCatalog"
    guides = {a for a in said if re.fullmatch(r"services/[a-z0-9-]+/", a)}
    assert len(guides) == 51
    assert {said[a]["@type"] for a in guides} == {"GovernmentService"}
    events = {a: said[a] for a in said if said[a]["@type"] == "Event" and a.startswith("meetings/")}
    assert len(events) > 20
    assert {"meetings/2026-06-26-tingzheng/", "meetings/2026-05-15-yishi/", "meetings/2026-11-20-yishi/", "meetings/2026-12-18-daibiao/"} <= set(
        events
    )
    off = {address for address, event in events.items() if event["eventStatus"] == "https://schema.org/EventCancelled"}
    assert off == {"meetings/2026-06-26-tingzheng/"}
    assert {event["eventStatus"] for address, event in events.items() if address not in off} == {"https://schema.org/EventScheduled"}
    for event in events.values():
        assert datetime.datetime.fromisoformat(event["startDate"]).utcoffset() == datetime.timedelta(hours=8)


def test_tables_are_named_in_words_and_keep_their_ids(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = told(demonstration(tmp_path_factory))
    tables = {t["identifier"]: t for t in said["data/"]["dataset"]}
    assert tables["finance-lines"]["name"] == f"{said['']['name']}：收支逐笔明细"
    assert [f["contentUrl"].rpartition("/")[2] for f in tables["all"]["distribution"]] == ["all.zip", "all.sqlite"]
    for name, listed in tables.items():
        own = said[f"data/{name}/"] if name != "all" else listed
        assert (own["@id"], own["name"], own["url"]) == (listed["@id"], listed["name"], listed["url"])
        assert {"version", "distribution", "creator"} <= set(own), name
    english = {t["identifier"]: t for t in said["en/data/"]["dataset"]}
    assert english.keys() == tables.keys()
    assert english["all"]["name"].endswith("All tables") or english["all"]["name"].endswith("all tables")


def test_another_language_tells_of_the_same_things(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = told(demonstration(tmp_path_factory))
    chinese = {a: thing for a, thing in said.items() if not a.startswith("en/")}
    assert len(chinese) * 2 == len(said)
    for address, thing in chinese.items():
        other = said[f"en/{address}"]
        assert (other["@type"], other["@id"]) == (thing["@type"], thing["@id"])
        assert other["url"] == thing["url"].replace(".org/", ".org/en/")


def test_what_attackers_type_is_told_as_it_was_typed(tmp_path_factory: pytest.TempPathFactory) -> None:
    sites = pair(tmp_path_factory)
    said = told(sites.hostile)
    names = {thing["name"] for thing in said.values() if thing["@type"] == "GovernmentService"}
    assert set(sites.accepted["services"]) <= names
    assert len(names) > 40
