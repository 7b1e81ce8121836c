"""LAW: a community's own rules cite what is registered, change what exists, and are never laxer than the law."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.community.registers import busy
from mingbai.kinds.law.comparing import laxer_body, laxer_item, laxer_signatures
from mingbai.kinds.law.walking import inside
from mingbai.packs import OWN, Act, ActFile, Basis, BodyFile, CatalogueFile, Law, StandardFile, Standing, cites
from mingbai.packs.english import untold
from mingbai.schema.record import Record, fields
from mingbai.values.text import Text

UNKNOWN_CLAUSE = Code(
    "LAW003",
    Severity.ERROR,
    Text("依据的法规没有登记", "a basis that is not registered"),
    Text("没有登记“{act}”第 {article} 条", "“{act}” article {article} is not registered"),
    Text("在 ledgers/law/acts.yml 里登记这部法规和这一条；写错的改正。", "Register act and article in ledgers/law/acts.yml, or mend the citation."),
    Text("每一条规定都要说得出依据，居民点得到。", "Every rule leads to its clause."),
)
UNKNOWN_CHANGED = Code(
    "LAW004",
    Severity.ERROR,
    Text("调整的对象不存在", "a change of something unknown"),
    Text("法规包里没有“{id}”", "the packs have no “{id}”"),
    Text("核对编号；另加的写在“事项”或“会议”里，不写在“调整”里。", "Check the id; what is new stands among items or bodies, not among changes."),
    Text("调整只能改法规包里已经有的。", "Only what the packs hold can be changed."),
)
LAXER = Code(
    "LAW005",
    Severity.ERROR,
    Text("本地规定比法律宽", "an own rule laxer than the law"),
    Text("“{id}”：{what}", "“{id}”: {what}"),
    Text("改成不低于法定的；只能更严，不能更宽。", "Ask for at least what the law does: rules may be stricter, never laxer."),
    Text("地方和社区的规定不能减少法律给居民的权利。", "Local rules cannot take from residents what the law gives them."),
)
CLAIMED = Code(
    "LAW006",
    Severity.ERROR,
    Text("本地规定写成了法定", "an own rule that claims to be statutory"),
    Text("“{id}”的效力写的是“法定”", "“{id}” claims to be statutory"),
    Text("写“地方规定”；还没有定下来的写“待确认的默认值”。", "Write “local”; what is not settled yet is a “default”."),
    Text("居民要分得清哪些是法律、哪些是本地定的。", "Residents must be able to tell the law from what was laid down here."),
)
NOT_IN_FORCE = Code(
    "LAW007",
    Severity.ADVICE,
    Text("引用的法规现在不管用", "an act that is not in force"),
    Text("“{name}”（{version}）{state}", "“{name}” ({version}) {state}"),
    Text(
        "有新版本的登记新版本，条号重新核对；旧的留着，以前的期间还要照它算。",
        "Register the version that followed and check its article numbers; leave this one: earlier periods are judged by it.",
    ),
    Text(
        "规定只管施行以后、失效以前的事；修订以后条号会变。",
        "Rules hold from the first to the last day of their act; a revision renumbers its articles.",
    ),
)
UNTOLD = Code(
    "LAW018",
    Severity.ERROR,
    Text("本地规定没有写英文", "an own rule without its English"),
    Text("“{name}”没有写“{field}”，网站有英文版", "“{name}” lacks “{field}”, and the site speaks English"),
    Text(
        "补上“{field}: …”；网站不要英文版的，去掉 community.yml 里“网站语言”的 en。",
        "Add “{field}: …”; where no English site is wanted take en out of “languages” in community.yml.",
    ),
    Text("英文网页上的规定也要读得懂；没有英文版的网站不用写。", "Rules are to be understood on English pages too; a site without them needs none."),
)


def _own(books: Books) -> Iterator[Record]:
    yield from (f.record for f in books.filed if isinstance(f.record, OWN))


@rule(UNKNOWN_CLAUSE, CLAIMED)
def rules_say_where_they_come_from(books: Books) -> Iterator[Diagnostic]:
    """Every basis leads to a registered article; nothing of the community's own is statutory."""
    for file in _own(books):
        for one in inside(file):
            if isinstance(one, Basis) and not books.law.knows(one):
                yield UNKNOWN_CLAUSE.at(books.place(one, "article"), act=one.act, article=one.article)
            if getattr(one, "standing", None) is Standing.STATUTORY:
                yield CLAIMED.at(books.place(one, "standing"), id=getattr(one, "id", "") or getattr(one, "name", ""))


@rule(UNKNOWN_CHANGED, LAXER)
def the_law_holds_below_them(books: Books) -> Iterator[Diagnostic]:
    """Changes concern what the packs hold and never ask for less than a statute."""
    law = books.law.under
    if law is None:
        return
    for file in _own(books):
        if isinstance(file, CatalogueFile):
            for change in file.changes:
                item = law.items.get(change.id)
                if item is None:
                    yield UNKNOWN_CHANGED.at(books.place(change, "id"), id=change.id)
                for field, what in laxer_item(item, change, busy=busy(books, item)) if item else ():
                    yield LAXER.at(books.place(change, field), basis=cites(item.clauses if item else ()), id=change.id, what=what)
                for what in laxer_signatures(item, change.signoffs, law.signoffs, books.law.signoffs) if item and change.signoffs else ():
                    yield LAXER.at(books.place(change, "signoffs"), basis=cites(item.clauses if item else ()), id=change.id, what=what)
            yield from _laxer_forms(books, law, file)
        if isinstance(file, BodyFile):
            for body in file.changes:
                standing = law.bodies.get(body.id)
                if standing is None:
                    yield UNKNOWN_CHANGED.at(books.place(body, "id"), id=body.id)
                for field, what in laxer_body(standing, body) if standing else ():
                    yield LAXER.at(books.place(body, field), basis=cites(standing.clauses(field) if standing else ()), id=body.id, what=what)
        if isinstance(file, StandardFile):
            for one in file.standards:
                before = law.standards.get(one.id)
                if (
                    before is not None
                    and before.standing is Standing.STATUTORY
                    and (one.count, one.share, one.amount) != (before.count, before.share, before.amount)
                ):
                    what = Text("这个数是法定的，不能改", "this figure is statutory and stays")
                    yield LAXER.at(books.place(one, "id"), basis=law.clauses(before), id=one.id, what=what)


def _laxer_forms(books: Books, law: Law, file: CatalogueFile) -> Iterator[Diagnostic]:
    """Forms of sign-off that are written anew and lack a signature an act asks for, of the first item that shows it."""
    ours = books.law.signoffs
    for form in file.signoffs:
        asking = (i for i in law.items.values() if form.id in i.signoffs and (not law.community or law.community in i.binds))
        found = next(((i, what) for i in asking for what in laxer_signatures(i, i.signoffs, law.signoffs, ours)), None)
        if found is not None:
            item, what = found
            yield LAXER.at(
                books.place(form, "signers"), basis=cites(item.clauses), id=form.id, what=Text(f"{item.id} {what.zh}", f"{item.id}: {what.en}")
            )


@rule(UNTOLD)
def the_english_of_own_rules_is_there(books: Books) -> Iterator[Diagnostic]:
    """Where the site speaks English own acts, articles and rules have it too; elsewhere the Chinese stands for itself."""
    community = books.the(Community)
    if community is None or "en" not in community.languages:
        return
    for file in _own(books):
        for one in inside(file):
            for field in untold(one):
                label = fields(type(one))[field].label
                yield UNTOLD.at(books.place(one), name=getattr(one, "name", None) or getattr(one, "number", ""), field=label)


@rule(NOT_IN_FORCE)
def acts_are_in_force(books: Books) -> Iterator[Diagnostic]:
    """Own acts are in force on the day the books are read, those of the packs are not repealed; told where the community registers or chooses them."""
    community = books.the(Community)
    own = {act.id: act for file in _own(books) if isinstance(file, ActFile) for act in file.acts}
    for act in books.law.acts.values():
        state = _state(books, act, own=act.id in own)
        place = books.place(own[act.id], "id") if act.id in own else books.place(community, "packs") if community else None
        if state is not None and isinstance(place, Place):
            yield NOT_IN_FORCE.at(place, name=act.name, version=act.version, state=state)


def _state(books: Books, act: Act, *, own: bool) -> Text | None:
    if act.until is not None and act.until < books.as_of:
        return Text(f"管到 {act.until} 为止，以后的事不照它算", f"held until {act.until}; nothing after that is judged by it")
    if own and act.in_force > books.as_of:
        return Text(f"{act.in_force} 才施行，以前的事不照它算", f"is in force from {act.in_force} only; nothing before that is judged by it")
    return None
