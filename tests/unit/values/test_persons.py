"""Who is named, who is described; with the word lists of the shipped law pack. All names are invented."""

from __future__ import annotations

import pytest

from mingbai import packs, pipeline
from mingbai.packs import OwnStandard
from mingbai.values.persons import Naming, described
from tests.support.sweep import each

PACK = pipeline.pack("cn-2026")
NAMING = packs.Law.of(PACK).naming()

NAMES = {
    "王小明": "王小明",
    "王建国": "王建国",
    "独居老人、李四": "李四",
    "独居老人、李小四": "李小四",
    "欧阳娜": "欧阳娜",
    "欧阳明月": "欧阳明月",
    "上官云飞": "上官云飞",
    "诸葛小亮": "诸葛小亮",
    "司马志远": "司马志远",
    "慕容秀英": "慕容秀英",
    "令狐大伟": "令狐大伟",
    "东方晓红": "东方晓红",
    "张三先生": "张三",
    "佟丽": "佟丽",
    "佟大福": "佟大福",
    "覃玉兰": "覃玉兰",
    "郗文斌": "郗文斌",
    "逯海燕": "逯海燕",
    "亓秀珍": "亓秀珍",
    "缪春花": "缪春花",
    "裘志刚": "裘志刚",
    "王建国家属": "王建国",
    "王建国户": "王建国",
    "王建国一家": "王建国",
    "李秀英之子": "李秀英",
    "李秀英的儿子": "李秀英",
    "赵桂芳夫妇": "赵桂芳",
    "陈大文遗属": "陈大文",
    "刘玉梅等三人": "刘玉梅",
    "刘玉梅等3户": "刘玉梅",
    "王建国（三组）": "王建国",
    "志愿者 陈大文": "陈大文",
    "周瑜和黄盖": "周瑜",
    "张小山与李小河": "张小山",
    "王和平": "王和平",
    "独居老人李小四": "李小四",
    "困难户王建国": "王建国",
    "三组村民赵桂芳": "赵桂芳",
    "高伟": "高伟",
    "高建国": "高建国",
    "白静芳": "白静芳",
    "方敏": "方敏",
    "文秀兰": "文秀兰",
    "石大勇": "石大勇",
    "金美玲": "金美玲",
    "马志强": "马志强",
    "康丽娜": "康丽娜",
    "林志明": "林志明",
    "安晓东": "安晓东",
    "时春梅": "时春梅",
    "党玉梅": "党玉梅",
    "车永强": "车永强",
    "江淑芬": "江淑芬",
    "刘陈佳怡": "刘陈佳怡",
    "张王晓明": "张王晓明",
    "李大爷": "李大爷",
    "张阿姨": "张阿姨",
    "王先生": "王先生",
}

ORDINARY = """
    康复室 石材厂 文化站 高龄老人 方便面 独居老人 困难家庭 楼门长和值班志愿者 环卫工人和快递员 低保户 夏令营营员 王家营村民 石景社区 万家灯火活动 32户居民
    文明户 文明家庭 平安志愿者 平安户 高温补贴 高温岗位 高压锅 高中生 高考生 黄豆油 黄花菜 白菜 白糖 白内障患者 马路清扫队 马铃薯 石灰 石油公司 石膏板 金属制品 金秋助学
    江边保洁队 田径队 田间管理员 方案组 文书 文具 文艺队 文体中心 常委 常务理事会 任务组 安保队 安置户 安全员 安全帽 安装队 车队 车间 车主 项目部 项目组 计生专干 计划生育户
    管理员 管道队 管委会 支书 支部 师生 党员 党支部 党小组 应急队 应急物资 华侨 平房住户 时装队 包联干部 左邻右舍 房东 房客 全体居民 全家 成员 成年人 成立大会 谷物 路人 路灯 水电工
    水利站 牧民 国有企业 农户 农民 农资店 农机站 公交司机 公安局 公益岗 童鞋 童装店 毛巾 毛毯 毛笔 雷达 汤圆 钱包 夏装 洪水 洪灾户 花卉 花生油 柳树 林业站 林地 林场 龙舟队 龙灯队 万元
    段长 易拉罐 武术队 武警 胡萝卜 胡同 程序 叶片 余款 钟表店 姜片 范围 顾客 顾问 温室 温泉 单位 单亲家庭 费用 经费 应届毕业生 连队 向导 简易房 展馆 游客 老师 学生 儿童 妇女 孕妇 产妇
    独生子女家庭 失独家庭 退役军人 烈属 优抚对象 残疾人 盲人 留守儿童 困境儿童 空巢老人 五保户 特困户 监测户 脱贫户 外来务工人员 租户 商户 摊主 门店 沿街商铺 物业公司 保洁员 保安 网格员
    楼栋长 巡逻队 红白理事会 老年协会 舞蹈队 合唱团 广场舞队 腰鼓队 书画社 棋牌室 阅览室 食堂 日间照料中心 卫生室 幼儿园 小学 中学 敬老院 养老院 祠堂 寺庙 水塘 果园 茶园 苗圃 养殖场
    李子 孙女 杨树 陈醋 张贴 谢意 郑州市 徐州 苏州河 韩国 宋庄 李庄 王村 张店镇 陈家沟 刘家湾 赵家堡 马家河 朱家角镇 李家村村民 东方红小区 东方社区 西门街道 南门 百里长廊
    国庆节慰问 中秋慰问 高峰 时光 成功 幸福 关爱 平静 严格 丰富 和谐 云南 江西 山东 广东 吉祥 安康 陆军 季军 沈阳
    李宁牌运动鞋 王老吉凉茶 老干妈辣椒酱 个人承租户A 爱心居民（不愿署名） 某住户 李某 王某某 李某家属 某爱心企业 一组至五组 各小组 全村 全社区老人 60岁以上老人 低保和特困家庭 防汛值守人员 参训人员
""".split()


@each("text, name", NAMES.items())
def test_names_are_seen_and_only_the_name_is_told(text: str, name: str) -> None:
    assert NAMING.likely(text) == name


@each("text", ORDINARY)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert NAMING.likely(text) == ""


@pytest.mark.parametrize("text", ["个人承租户A", "爱心居民（不愿署名）", "某住户", "某爱心企业"])
def test_descriptions_are_descriptions(text: str) -> None:
    assert described(text, NAMING.described)


def test_nothing_to_go_by_finds_nothing() -> None:
    assert Naming().likely("王小明") == ""
    assert not described("王小明", ())


def test_a_community_adds_words_and_keeps_those_of_the_pack() -> None:
    own = OwnStandard(id="not-name-words", more=("李家明月",), source="镇办〔2026〕1号")
    naming = packs.Law.of(PACK, own=[own]).naming()
    assert naming.ordinary == NAMING.ordinary | {"李家明月"}

    replaced = packs.Law.of(PACK, own=[OwnStandard(id="not-name-words", words=("李家明月",), source="镇办〔2026〕1号")]).naming()
    assert replaced.ordinary == {"李家明月"}


def test_one_word_of_a_community_ends_a_false_alarm() -> None:
    assert NAMING.likely("张谷英") == "张谷英"
    own = OwnStandard(id="not-name-words", more=("张谷英",), source="村名")
    assert packs.Law.of(PACK, own=[own]).naming().likely("张谷英") == ""
