"""The law as data: acts with versions, rules for meetings, what a line must carry.

A pack is a folder of YAML files beside this module (`cn-2026/`); the pipeline reads them with the same strict reader and
schema as ledgers and hands the records here. Nothing in code knows an article, a quorum or a number of days.
"""

from mingbai.packs import law, naming
from mingbai.packs.affairs import NONE, Affair, affairs_of
from mingbai.packs.articles import cited_articles
from mingbai.packs.bodies import Base, Body, BodyChange
from mingbai.packs.catalogue import Area, CatalogueFile, Duty, Evidence, From, Item, ItemChange, Rhythm, SignOff, Wanted
from mingbai.packs.charts import AccountClass, Chart, ChartAccount, ChartFile, Only, Reckoning, Side, in_force
from mingbai.packs.clauses import Basis, Standing, cites
from mingbai.packs.days import Span
from mingbai.packs.glossary import Entry, Glossary, GlossaryFile
from mingbai.packs.holidays import HolidayFile
from mingbai.packs.law import Law, doubt, shipped, unknown_acts, unsure
from mingbai.packs.makeup import Makeup
from mingbai.packs.naming import UNKNOWN_PACK, WRONGLY_NAMED, in_order, misnamed
from mingbai.packs.records import (
    Act,
    ActFile,
    BodyFile,
    Carry,
    CarryFile,
    OwnStandard,
    Power,
    Procedure,
    Proof,
    Stage,
    Standard,
    StandardFile,
)
from mingbai.packs.wording import says
from mingbai.schema.record import Record

CODES = (*naming.CODES, *law.CODES)

SHAPES: dict[str, type[Record]] = {
    "acts.yml": ActFile,
    "bodies.yml": BodyFile,
    "carry.yml": CarryFile,
    "standards.yml": StandardFile,
    "charts.yml": ChartFile,
    "catalogue.yml": CatalogueFile,
    "holidays.yml": HolidayFile,
}
"""The files of a pack and the records they hold."""

OWN = (ActFile, BodyFile, StandardFile, CatalogueFile, HolidayFile)
"""What a community may lay over the packs in its own ledgers, in the same shapes."""

GLOSSARY = "glossary.yml"
"""The file of a pack that only the site reads."""

__all__ = [
    "CODES",
    "GLOSSARY",
    "NONE",
    "OWN",
    "SHAPES",
    "UNKNOWN_PACK",
    "WRONGLY_NAMED",
    "AccountClass",
    "Act",
    "ActFile",
    "Affair",
    "Area",
    "Base",
    "Basis",
    "Body",
    "BodyChange",
    "BodyFile",
    "Carry",
    "CarryFile",
    "CatalogueFile",
    "Chart",
    "ChartAccount",
    "ChartFile",
    "Duty",
    "Entry",
    "Evidence",
    "From",
    "Glossary",
    "GlossaryFile",
    "HolidayFile",
    "Item",
    "ItemChange",
    "Law",
    "Makeup",
    "Only",
    "OwnStandard",
    "Power",
    "Procedure",
    "Proof",
    "Reckoning",
    "Rhythm",
    "Side",
    "SignOff",
    "Span",
    "Stage",
    "Standard",
    "StandardFile",
    "Standing",
    "Wanted",
    "affairs_of",
    "cited_articles",
    "cites",
    "doubt",
    "in_force",
    "in_order",
    "misnamed",
    "says",
    "shipped",
    "unknown_acts",
    "unsure",
]
