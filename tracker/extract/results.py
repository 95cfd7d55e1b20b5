"""Words behind a period that make it one of results ("第三季财报", "3분기 실적") or of a plan ("全年资本开支"), of no price."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_RESULTS = re.compile(
    r"[\s_]?(?:的|合并|自结|单月|单季|合计|累计){0,2}(?:확정|잠정)?"
    r"(?:실적|어닝|op\b|컨퍼런스|콘퍼런스|영업익|영업이익|결산|财报|业绩|法说|营运|营业利润|净利|利润|营收"
    r"|获利|税后|每股|电话会|eps|大赚|小赚|赚|转盈|earnings|results|financial results|决算|决算|の决算|の决算)"
)
# "全年资本开支上调", "2026년 자본 지출 전망치": the time of what is planned or aimed at, not of what moves it.
_PLAN = re.compile(
    r"\s?(?:的|公司|集团|单季|业绩|营收|利润|の){0,2}(?:资本(?:开支|支出)|capex|开支|预算|财测|指引|目标|设备投资"
    r"|자본 ?지출|설비 ?투자|투자|가이던스|목표)"
)


def is_of_results(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is the one that results are told of ("第三季财报", "first-quarter earnings")."""
    return _RESULTS.match(layout.text, word.end) is not None


def is_of_plan(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is the one that something is planned or aimed at for ("全年资本开支上调")."""
    return _PLAN.match(layout.text, word.end) is not None
