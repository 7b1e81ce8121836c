"""Lists into registers: contracts, budgets, services, assets … from a table, by what their records declare.

Pure. The map says which column is which field; labels, units and types come from the records, so one machinery serves every register:

    账簿: committee
    工作表: 合同
    列: {编号: 序号, 名称: 项目, 乙方: 合同单位, 定期/金额: 月支付金额}     # field of the entry → heading; 组/栏目 for a field of a group
    期限: 合同期限                                                         # a column such as 2018.1.1-2018.12.31: fills 起 and 止
    固定: {类型: 专业服务采购, 方向: 付, 定期: {周期: 月, 时点: 后付}}         # what a blank cell, or no column, stands for
    文件: {年度: 2018}                                                     # fields of the file itself
    编号前缀: HT-2018-                                                     # before the number; without a column entries are counted
    必填列: [合同单位]                                                     # a row where one of these is blank is no entry, and is named as skipped
    合并: [方向, 科目]                                                     # rows alike in these are one entry: amounts are added, other words joined
    词: {无合同: {合同: 无}, 协商续签: 空白}                                # a cell with this word is blank, and sets these fields

An entry whose number stands in the register already is left alone where it says the same, and refused where it says something else.
"""

from mingbai.importing.registers.convert import Register, convert
from mingbai.importing.registers.map import RegisterMap
from mingbai.importing.registers.merge import Merged, list_of, merge
from mingbai.importing.registers.together import Entry

__all__ = ["Entry", "Merged", "Register", "RegisterMap", "convert", "list_of", "merge"]
