"""HND: what may be wrong with a handover."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_AGREE = (Cite("accounting", "17"),)
_APART = (Cite("accounting", "25"),)

DIFFERS = Code(
    "HND001",
    Severity.ERROR,
    Text("交接时的钱与账面不符", "money at the handover differs from the books"),
    Text(
        "{day} “{account}”账面 {book}，交接时 {found}，相差 {difference}",
        "on {day} “{account}” is {book} in the books, {found} at the handover, difference {difference}",
    ),
    Text(
        "核对到这一天的收支；确实少了、多了的，写明“差异原因”。",
        "Check the lines up to that day; where money is really short or over, give the reason.",
    ),
    Text(
        "交接要把钱点清，差一分也要说明原因，否则责任分不清。",
        "A handover counts the money; without a reason for every fen nobody knows who answers for it.",
    ),
    _AGREE,
)
EXPLAINED = Code(
    "HND002",
    Severity.WARNING,
    Text("交接时的钱与账面不同", "a difference at the handover"),
    Text("{day} “{account}”账面 {book}，交接时 {found}：{reason}", "on {day} “{account}” is {book} in the books, {found} at the handover: {reason}"),
    Text("查清以后记账：少的由责任人补回，多的记收入。", "Settle it in the books: what is short is made good, what is over is income."),
    Text("差异写明了原因，公布出来让大家知道怎样处理。", "The reason is stated and published."),
    _AGREE,
)
NOT_LAST = Code(
    "HND003",
    Severity.ERROR,
    Text("交接的不是最后一笔凭证", "not the last voucher"),
    Text("{day} 以前还有凭证 {later}", "voucher {later} is of {day} or earlier, too"),
    Text(
        "写到交接那天为止的最后一笔；补记的在“未了事项”里说明。",
        "Name the last one up to that day; say under “unfinished” what was booked afterwards.",
    ),
    Text("账记到哪一笔，前后两任的责任就分到哪一笔。", "Up to the last voucher the one answers, from the next on the other."),
    _AGREE,
)
WATCHES = Code(
    "HND004",
    Severity.WARNING,
    Text("监交人就是交接的人", "one of the two watched the handover"),
    Text("监交人“{watched}”是{person}，同时是{party}", "“{watched}” is {person}, who is also {party}"),
    Text("由主任、监督委员会成员或街道派人监交。", "Let the director, a supervisor or the subdistrict watch it."),
    Text("监交是替大家看着，不能自己看自己。", "Who watches does so for everybody, not over himself."),
    _APART,
)
NOT_IN_OFFICE = Code(
    "HND005",
    Severity.WARNING,
    Text("交接的人与任期对不上", "terms of office do not fit the handover"),
    Text("{day} “{role}”是{holder}，{party}写的是{person}", "on {day} “{role}” is {holder}, {party} is {person}"),
    Text("核对姓名、日期和 community.yml 里的任期。", "Check names, day and the terms in community.yml."),
    Text("谁从哪天起管钱管账，要和任期一致。", "Who answers from which day follows from the terms of office."),
    (Cite("good-practice", "交接"),),
)
NONE = Code(
    "HND006",
    Severity.WARNING,
    Text("换了人，没有交接记录", "an office changed hands without a handover"),
    Text(
        "“{role}”{end} 由{old}换成{new}，前后 {days} 天没有交接记录{unsure}",
        "“{role}” passed from {old} to {new} on {end}; no handover within {days:day|days}{unsure}",
    ),
    Text(
        "补写 ledgers/handovers/{end}-….yml：当面点清现金、核对银行、列出印章票据。",
        "Write ledgers/handovers/{end}-….yml: count the cash, check the bank, list seals and papers.",
    ),
    Text("管钱管账的人离任要办清交接，不然前后两任的账分不清。", "Whoever keeps money or books hands over before leaving."),
    (Cite("good-practice", "交接"),),
)
MISSING = Code(
    "HND007",
    Severity.WARNING,
    Text("有的账户没有交接", "an account was not handed over"),
    Text("“{role}”交接没有写：{accounts}", "the handover of “{role}” leaves out {accounts}"),
    Text("在“款项”里补上，写当天的实数。", "Add them under “money” with what was there."),
    Text("管钱的人移交，每一个账户都要点清。", "Whoever holds the money hands over every account."),
    _AGREE,
)
FUTURE = Code(
    "HND008",
    Severity.WARNING,
    Text("交接的日期还没有到", "a handover still to come"),
    Text("{day} 在 {as_of} 之后", "{day} lies after {as_of}"),
    Text("核对日期；办完交接再写。", "Check the day; write it when it has been done."),
    Text("交接记的是已经办完的事。", "It records what has been done."),
    (Cite("good-practice", "交接"),),
)
