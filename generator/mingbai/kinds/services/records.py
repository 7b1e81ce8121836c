"""services/{id}.yml: how something is done for a resident: who may ask, what to bring, where, how long, what it costs."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, Name, Number, OfficePhone, OneOrMany, Prose, Web, Words

_PUBLIC = Privacy.PUBLIC


class ServiceClass(Term):
    """Who offers it and on what footing."""

    ADMINISTRATIVE = "administrative", "行政", "行政服务"
    CONVENIENCE = "convenience", "便民", "便民服务"
    WELFARE = "public welfare", "公益", "公益服务"
    VOLUNTEER = "volunteer", "志愿", "志愿服务"


class TimeUnit(Term):
    """What time limits are counted in."""

    WORKING_DAYS = "working days", "工作日", "个工作日"
    DAYS = "days", "自然日", "日", "天"
    HOURS = "hours", "小时", "个小时"
    AT_ONCE = "at once", "即办", "当场"


class Handling(Term):
    """Whether it is done while one waits."""

    AT_ONCE = "on the spot", "即办件"
    PROMISED = "within a promised time", "承诺件"


class Need(Term):
    """Whether a document must be brought."""

    REQUIRED = "required", "必要", "必须"
    SOMETIMES = "where it applies", "视情况", "非必要"
    LATER = "may follow later", "容缺后补", "可后补"


class Basis(Record):
    """The rule a service rests on."""

    name: Name = label("名称", "Name", _PUBLIC)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)
    article: Words | None = label("条款", "Article", _PUBLIC, default=None)
    quote: Prose | None = label("原文", "Text", _PUBLIC, default=None)


class Document(Record):
    """One thing to bring."""

    name: Name = label("名称", "Name", _PUBLIC, help=Text("写具体的名称，不写“其他材料”", "The exact name, no catch-all"))
    form: Words | None = label("形式", "Form", _PUBLIC, default=None, help=Text("原件、复印件、原件及复印件", "Original, copy, or both"))
    copies: Count | None = label("份数", "Copies", _PUBLIC, default=None, unit=Text("份", "copies"))
    source: Words | None = label("来源", "Where to get it", _PUBLIC, default=None)
    need: Need = label("必要性", "Required or not", _PUBLIC, default=Need.REQUIRED)
    note: Words | None = label("说明", "Note", _PUBLIC, default=None)


class Stage(Record):
    """One step of the procedure."""

    name: Name = label("环节", "Step", _PUBLIC)
    limit: Count | None = label(
        "时限", "Time limit", _PUBLIC, default=None, help=Text("只写数字，单位见“时限单位”", "The number only; the unit stands under “unit”")
    )
    note: Words | None = label("说明", "Note", _PUBLIC, default=None)
    standard: Words | None = label("审核标准", "What is examined", _PUBLIC, default=None)


class Question(Record):
    """A question that is often asked, and its answer."""

    question: Words = label("问", "Question", _PUBLIC)
    answer: Prose = label("答", "Answer", _PUBLIC)


class Served(Record):
    """How often a service was used in a stretch of days."""

    start: Day = label("起", "From", _PUBLIC)
    end: Day = label("止", "To", _PUBLIC)
    times: Count = label("人次", "Times served", _PUBLIC, unit=Text("人次", "times"))
    note: Words | None = label("说明", "Note", _PUBLIC, default=None)


class Survey(Record):
    """满意度: how many of those who used it were asked, how many were content."""

    day: Day = label("日期", "Date", _PUBLIC)
    asked: Count = label("样本数", "Asked", _PUBLIC, unit=Text("人", "people"))
    content: Count = label("满意", "Content", _PUBLIC, unit=Text("人", "people"))
    method: Words | None = label("方法", "Method", _PUBLIC, default=None)


class Check(Record):
    """Who last compared the guide with practice, and when."""

    date: Day = label("日期", "Date", _PUBLIC)
    by: Words = label("人", "By", _PUBLIC, help=Text("写职务，例如 文书", "The office"))


class Service(Record):
    """A service guide; as a file of its own its id is the file's name."""

    name: Name = label("名称", "Name", _PUBLIC)
    kind: ServiceClass = label("类别", "Class", _PUBLIC)
    category: Words = label(
        "分类",
        "Category",
        _PUBLIC,
        help=Text(
            "例如 社会救助、养老助残、劳动就业、社会保险、卫生健康、退役军人与优抚、住房与综合证明",
            "For example social assistance, the elderly, work, insurance, health",
        ),
    )
    audience: Words = label("服务对象", "For whom", _PUBLIC)
    groups: OneOrMany[Words] = label(
        "人群", "Groups of people", _PUBLIC, default=(), strict=False, help=Text("居民按这个词找，例如 老人、残疾人", "The words residents look for")
    )
    occasions: OneOrMany[Words] = label(
        "事由",
        "Occasions",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("为了什么事来办，居民自己会说的词，例如 生孩子、找工作、养老", "What brings people, in their own words: a birth, looking for work"),
    )
    brand: Words | None = label("品牌", "Known as", _PUBLIC, default=None, help=Text("便民、公益、志愿项目自己的名字", "The name a project goes by"))
    result: Words | None = label("结果名称", "What one gets", _PUBLIC, default=None, help=Text("办成后拿到什么", "What is handed out in the end"))
    content: Prose | None = label("内容", "What is offered", _PUBLIC, default=None)
    agency: Words = label("实施主体", "Responsible", _PUBLIC)
    operator: Words | None = label("运行主体", "Run by", _PUBLIC, default=None)
    funder: Words | None = label("出资方", "Paid for by", _PUBLIC, default=None)
    standard: Words | None = label("服务标准", "Standard", _PUBLIC, default=None)
    served: Many[Served] = label("服务人次", "Times served", _PUBLIC, default=(), strict=False)
    surveys: Many[Survey] = label("满意度", "Surveys", _PUBLIC, default=(), strict=False)
    code: Number | None = label("事项编码", "Item code", _PUBLIC, default=None)
    base_code: Number | None = label("基本编码", "Basic code", _PUBLIC, default=None)
    type: Words | None = label(
        "事项类型", "Type of item", _PUBLIC, default=None, help=Text("行政给付、行政确认、公共服务……", "Benefit, confirmation, public service …")
    )
    level: Words | None = label("行使层级", "Level of government", _PUBLIC, default=None)
    power: Words | None = label("权力来源", "Source of the power", _PUBLIC, default=None)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)
    condition: Prose | None = label("受理条件", "Conditions", _PUBLIC, default=None)
    documents: Many[Document] = label("材料", "What to bring", _PUBLIC, default=(), strict=False)
    stages: Many[Stage] = label("流程", "Procedure", _PUBLIC, default=(), strict=False)
    statutory: Count | None = label("法定时限", "Statutory limit", _PUBLIC, default=None)
    statutory_unit: TimeUnit | None = label(
        "法定时限单位", "Unit of the statutory limit", _PUBLIC, default=None, help=Text("和“时限单位”不同才写", "Only where it differs from “unit”")
    )
    promised: Count | None = label("承诺时限", "Promised limit", _PUBLIC, default=None)
    unit: TimeUnit | None = label(
        "时限单位",
        "Unit of limits",
        _PUBLIC,
        default=None,
        help=Text("工作日、自然日、小时或即办；流程各环节用同一单位", "Working days, days, hours, or at once; the steps use the same"),
    )
    handling: Handling | None = label("办件类型", "Handling", _PUBLIC, default=None)
    ways: OneOrMany[Words] = label(
        "办理形式",
        "Ways to apply",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("窗口、网上、代办、上门", "At the counter, online, by proxy, at home"),
    )
    visits: Count | None = label("到现场次数", "Visits needed", _PUBLIC, default=None, unit=Text("次", "visits"))
    fee: YesNo = label("收费", "Charged for", _PUBLIC)
    price: Words | None = label("收费标准", "Price", _PUBLIC, default=None)
    price_basis: Words | None = label("收费依据", "Basis of the price", _PUBLIC, default=None)
    payment: Words | None = label("支付方式", "How to pay", _PUBLIC, default=None, help=Text("现金、扫码、网上支付", "Cash, by phone, online"))
    relief: Words | None = label("减免", "Reductions", _PUBLIC, default=None)
    place: Words = label("办理地点", "Where", _PUBLIC)
    hours: Words | None = label("办理时间", "When", _PUBLIC, default=None)
    proxy: Words | None = label("代办", "By proxy", _PUBLIC, default=None)
    booking: Words | None = label("预约", "Booking", _PUBLIC, default=None)
    online: Web | None = label(
        "网上办理", "Online", _PUBLIC, default=None, help=Text("网址的主机要写进 community.yml 的“外链”", "Its host must be listed in community.yml")
    )
    form: Web | None = label("表格下载", "Form to download", _PUBLIC, default=None)
    sample: Words | None = label("结果样本", "What the result looks like", _PUBLIC, default=None)
    delivery: Words | None = label(
        "送达", "How one gets the result", _PUBLIC, default=None, help=Text("自取、快递、网上打印", "Collected, by courier, printed online")
    )
    questions: Many[Question] = label("常见问题", "Questions often asked", _PUBLIC, default=(), strict=False)
    phone: OfficePhone | None = label("咨询电话", "Telephone", _PUBLIC, default=None)
    complaints: OfficePhone | None = label("监督电话", "Telephone for complaints", _PUBLIC, default=None)
    checked: Check | None = label("核对", "Last checked", _PUBLIC, default=None)
    note: Prose | None = label("备注", "Note", Privacy.INTERNAL, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class _Numbered(Record):
    id: Id = label("编号", "Id", _PUBLIC, help=Text("小写字母、数字、连字符，也是网页地址", "Lower-case letters, digits, hyphens; also its address"))


class ListedService(Service, _Numbered):
    """A service guide in a file that lists several: it bears its id itself."""


class ServiceList(Record):
    """A file that lists several guides."""

    items: Many[ListedService] = label("事项", "Services", _PUBLIC, min_length=1, strict=False)
