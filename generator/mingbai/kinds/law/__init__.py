"""The community's own law (本地规定): what a township or the community itself lays over the shipped packs, in the same shapes."""

from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.law import rules, rules_catalogue, rules_cited
from mingbai.packs import ActFile, BodyFile, CatalogueFile, HolidayFile, StandardFile
from mingbai.values.text import Text

KIND = Kind(
    name="law",
    title=Text("本地规定", "Own rules"),
    purpose=Text(
        "街道、区里或者社区自己的规定：比法律更严的期限、签字、人数，另加的公开事项，新一年的节假日。不能比法律宽。",
        "Rules of the district or the community: stricter deadlines, signatures and shares, further items, a new year's holidays. Never laxer than the law.",
    ),
    shapes=(
        Shape("law/acts.yml", "acts", ActFile),
        Shape("law/bodies.yml", "bodies", BodyFile),
        Shape("law/standards.yml", "standards", StandardFile),
        Shape("law/catalogue.yml", "catalogue", CatalogueFile),
        Shape("law/holidays.yml", "holidays", HolidayFile),
    ),
    rules=rules_of(rules, rules_cited, rules_catalogue),
    drafts=later("mingbai.kinds.law.pages", "drafts"),
    datasets=later("mingbai.kinds.law.pages", "datasets"),
)
