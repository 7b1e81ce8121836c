"""Leaf values every record is made of: money in fen, days, periods, fractions, ids, bilingual text.

Nothing here knows a ledger kind, a file or a rule. Each type refuses what it does not understand with a
`PydanticCustomError` whose type is one of our finding codes (SCH…), so that the schema can say where and what to type.
"""
