"""What a Chinese sentence supposes, concedes, denies as a cause or calls for, rather than tells as a change."""

from __future__ import annotations

import re

from tracker.extract.chinese.awaited import is_awaited
from tracker.extract.chinese.mentions import why_mentioned
from tracker.extract.chinese.terms import why_not_told
from tracker.extract.chinese.watchlists import is_only_watched_for
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_NOT_THIS = re.compile(r"(?:而非|而不是|不等于|非|(?<!还)是[^，,。;是]{1,8}不是)$")
_NOT_ALL = re.compile(r"(?:不是|并非|并不是|未必|并未|没有)(?:所有|每|全部|全都|都|全面|普遍|整体|同步)")
_DEPENDS = re.compile(
    r"(?:幅度)?(?:将|则)?(?:取决于|视|端看|要看)|(?:若|如果|如|倘若|要是)(?:再|仍|继续|持续|延续|不止|未止|进一步)"
)
# "须视原厂减产是否扩大", "涨势能否延续": it is open whether it comes, or goes on.
_HANGS_ON = re.compile(r"(?:视|看|取决于|在于)[^，,。;]*$")
_WHETHER = re.compile(r"[^，,。;]*(?:是否|能否|会否|与否|可否)")
_GOES_ON = re.compile(
    r"(?:走势|态势|趋势|行情|力道)?(?:能否|是否|会否|可否|能不能|会不会)(?:再|仍|继续|还)?(?:延续|持续|续|维持|延伸|延烧)"
)
_CONCEDES = re.compile(r"(?:即使|即便|哪怕|就算|纵使|纵然)(?![^，,。;]*(?:已|了))")
_NOT_BECAUSE = re.compile(r"(?:不会?|不再|不能|不必|并不|并非|不是)因(?:为)?[^，,。;]*$")
_NOT_INFERRED = re.compile(
    r"(?:不宜|不应|不可|不能|不足以|难以|勿)(?:据此|直接|贸然|就此|因此|轻易|过度)*(?:推论|推断|推定|解读|认定|断定|判断|视|当|解释)(?:为|成|作)?[^，,。;]*$"
    r"|不(?:代表|意味着?|表示|等于|等同于?)[^，,。;]*$"
    r"|(?:未能?|没能?|没有|无法|不再)(?:再|继续)?延续[^，,。;]*$"
)
_DENIED_EFFECT = re.compile(r"(?:不会?|不再|不能|并未|没有)因(?:为)?[^，,。;]{1,16}而[^，,。;]{0,6}$")
# What a Chinese sentence lays down of the trade as such: no time told, and a rule by its words.
_BY_NATURE = re.compile(
    r"(?:典型|标准|强|属于?|一种)的?(?:强)?(?:周期(?!内|中)|循环|景气循环)|周期(?:品|性行业|性产业|行业|股)|周期性(?:极|很|较|非常|十分|特别)?(?:强|明显|显著)"
    r"|每(?:隔)?[\d一二三两四五~\-至到]{1,5}年(?:左右)?(?:就|便|会|有|来|出现){0,2}[^，,。;]{0,4}(?:一轮|一次|一个|轮回)"
    r"|(?:周期|循环)(?:一般|通常|往往|大约|平均|约)"
)
_NO_RULE = re.compile(r"[本这此该]轮|当前|目前|现在|已经?|正(?:在|处)|今年|去年|明年|近期|最近|仍|将|预[计期估]")
# "未受原厂减产影响": whom a change did not touch is told, and no change.
_UNTOUCHED = re.compile(
    r"(?<![且如万])(?:未|不|没有?|免|无须|毋须)(?:曾|会|再|直接|明显|太多|太大)?受(?:到|了)?[^，,。;]{0,12}$"
)
_TOUCHES = re.compile(r"[^，,。;]{0,8}?(?:的|之)?(?:影响|冲击|波及|拖累|困扰|牵连|制约|干扰)")
_SO = re.compile(r"[^，,。;]{0,12}而")
_WHEN_BEFORE = re.compile(r"(?:在|当|每当|逢|每逢|一旦)[^，,。;]*$")
_WHEN_AFTER = re.compile(r"(?:的)?(?:时候?|之时)(?![间期代点段刻势])")
_IN_SUCH_TIME = re.compile(
    r"(?:供过于求|供不应求|供大于求|供小于求|短缺|过剩|缺货|紧张|宽松|低迷|旺盛|疲软)(?:的)?(?:时候?|之时)[，,]?[^，,。;]{0,6}$"
)
# "当需求爆发、供给不足时,价格上涨": every state of the list is one of such a time, and what follows comes of it.
_AND_WHEN = re.compile(r"[^，,。;]{0,4}[、和及且与][^，,。;]{0,16}时(?=[，,])")
_OPENS_WHEN = re.compile(
    r"(?:^|[，,。;:])(?:而|每)?当[^，,。;个下年期日前]{3,24}(?:时候?|之时|之际)[，,][^，,。;]{0,14}$"
)
# "供过于求时,DRAM价格就会下跌": what follows whenever something is so.
_WHENEVER = re.compile(
    r"\W{0,3}(?:因为|由于)?(?:每当|当|每逢|凡是?|只要|一般)?[^，,。;]{2,24}(?<![同届及这那当小临随有])(?:时候?|之时|之际)[，,][^，,。;]{0,14}(?:就|便|则|自然|必然|势必|都)会[^，,。;]{0,4}$"
)
_EXPECTED = re.compile(
    r"(?:的)?(?:预期|憧憬|想象空间)(?=的|下|之下|升温|增强|强|浓|高涨|走高|推动|带动|驱动|刺激|支撑|影响|提前|[，,。、;\s]|$)"
)
# "限制了DRAM的产量增长": less of it comes than would.
_HELD_BACK = re.compile(r"(?<!的)(?:限制|制约|抑制|遏制|压制|阻碍|阻止|拖慢|掣肘|束缚)(?:了|着|住)?[^，,。;]{0,12}$")
# "转折阈值:DRAM合约价下跌": what would have to come.
_THRESHOLD = re.compile(
    r"[^，,。;:]{0,8}(?:阈值|触发条件|证伪(?:条件|点|信号)|失效条件|止损条件|退出条件|转折条件)\W{0,4}:"
)
_TRADED = re.compile(r"(?:的)?(?:概念|题材|受益股|主题基金)")
_FEARED = re.compile(r"(?:担心|担忧|忧虑|忧心|害怕|恐慌于|深怕|唯恐|生怕|惟恐|(?<![恐哪])怕(?!是))[^，,。;]*$")
# What someone else fears of a supply ("客户担心断供") is no news of it.
_AFRAID = re.compile(r"(?:担心|忧心|害怕|深怕|唯恐|生怕|惟恐|(?<![恐哪])怕(?!是))(?:会|将|再|又|再度|再次|可能)?$")
_PUT_OFF = re.compile(
    r"(?:的)?(?:时间|计划|日期|时点|进度)?(?:将|已|再|被|一再)*(?:推迟|延后|延期|暂缓|取消)(?!拉货|下单|采购|出货|交货|上市|推出|备货|提货)"
)
_PREPARED_FOR = re.compile(
    r"(?:应对|因应|防范|预防|避免|规避|防止)[^，,。;]{0,4}(?:即将|可能(?![持延]续)|潜在|未来|或有)[^，,。;]*$"
)
_NEEDED = re.compile(
    r"(?:得靠|须靠|只能靠|要靠|需要?(?:靠|通过)|必须(?:靠|通过)?|应(?:该|当)(?:靠|通过)?|有必要|有待|呼吁|(?<![所可加予难足是仍均皆都多要将])以(?:逐步|便|期|加快|加速|尽快)?|为了(?:尽快|加快|加速)?)$"
)
# What others are urged to do, or customers ask for ("敦促原厂增加供应", "买家要求原厂降价").
_URGED = re.compile(r"(?:敦促|督促|呼吁|促请|恳请|力促|游说)[^，,。;]{0,14}$|要求[^，,。;]{0,10}$")
_IS_A_MEANS = re.compile(
    r"(?:的)?(?:定价|销售|经营|竞争|营销)?(?:策略|政策|方案|措施|手段)|(?:则|才|就|都)?是(?:最|唯一|一种|个|一个)[^，,。;]{0,8}(?:方法|方式|手段|办法|选择|途径|策略)"
)
_CARRIED_OUT = re.compile(
    r"(?:采取|实施|执行|启动|祭出|推出|推行|落实|开展|进行|奉行|贯彻)(?:了|着|过)?[^，,。;]{0,8}$"
)
_OFFERED = re.compile(r"(?:推出|祭出|提出|端出|启动|宣布|打出)(?:了)?[^，,。;]{0,8}$")
_HARD = re.compile(r"(?:的)?(?:难度|阻力(?!不|减|下|变小|很小)|(?:动力|动能|意愿|底气)?(?:不足|不强|不高|欠缺|匮乏))")
_CYCLE = re.compile(r"(?:的)?(?:周期|阶段|时期)")
_AS_A_RULE = re.compile(
    r"通常|往往|一般(?!型|性|贸易|用途|级)|(?:更|相对|比较|相对较|较)(?:多|少|高|低|好|差|强|弱|积极|谨慎)"
)
_THIS_CYCLE = re.compile(r"[本这此该]轮|进入|步入|处于|处在|开启|迎来|当前|目前|正|新一轮")
_DISPELLED = re.compile(
    r"的?(?:疑虑|忧虑|担忧|说法|传言|风险|问题)(?:言过其实|过度|多虑|被夸大|消除|解除|降低|下降|不大|已除|淡化)"
)
_ALREADY = re.compile(r"(?:原本|本来|本就|本已|早已|原已)(?:就|已经?)?[^，,。;]{0,6}$")
# What had been expected before it came otherwise ("原先预期上涨20%,但下跌5%").
ONCE_EXPECTED = re.compile(
    r"(?:原先|原本|原|此前|先前|早前|当初|起初|早在[^，,。;]{1,6}[，,]|曾|一度)[^，,。;]{0,8}?(?:预期|预计|预估|预测|预料|估计|估(?!值|价|算)|计划|打算|传)[^，,。;]*$"
)
_TURNS_OUT = re.compile(
    r"\s?(?:但|却|然而|不料|岂料|怎料|没想到|结果|实际|最终|最后|事实上)(?!仍?(?:预|将|可能|有望|恐|或))"
)


def turns_out(layout: Layout, place: int) -> bool:
    """Say whether a Chinese clause that begins at a place tells how it came after all ("但第一季下跌")."""
    return any(_TURNS_OUT.match(layout.text, at) for at in (place, min(place + 1, layout.end)))


def was_expected(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is told as what was expected at an earlier time ("早在7月,机构就预计第三季上涨")."""
    number = layout.clause(event.trigger.start)
    since, _ = layout.clause_span(max(0, number - 1))
    return ONCE_EXPECTED.search(layout.text, since, event.trigger.start) is not None


# "如DRAM价格上涨，…将" opens with a condition; "如DDR4" alone gives an example.
_OPENS_IF = re.compile(
    r"\W{0,3}(?:[^，,。;]{0,8}[，,])?(?:如(?![果何此上下期今前同是图表实愿火意]|[^，,。;]{0,6}(?:所|般|一样))|只要|假设|假使|如若|设若|万一)[^。;]{0,60}?[，,][^。;]{0,24}?(?:将|会|则|可|就|能|便|仍)"
)
_BUT = re.compile(r"[;]|但|不过|目前|已经")
# "若非减产,价格早已崩跌" did not come so; "只有供给恢复,价格才会下跌" hangs on it.
_IF_NOT_FOR = re.compile(r"\W{0,3}(?:若非|要不是|要非|倘非|如果不是|若不是|假如不是|倘若不是)[^，,。;]{2,30}[，,]")
_ONLY_IF = re.compile(
    r"(?:只有|唯有|惟有|仅当|只有当)[^。;]{2,44}?才(?:会|能|可能|有可能|可|有望|有机会)[^，,。;]{0,6}"
)
# "若与去年同期相比", "如果把时间拉长": how one looks at it, and no condition.
_VIEW = re.compile(
    r"(?:只|单|仅)?(?:(?:从|以|由|自|拿|就|按照?|依)[^，,。;]{1,20}?(?:来?[看算说讲论]起?|计算?|观之|观察|衡量|换算|角度|为基[准期]|而言)"
    r"|(?:与|和|跟|同|较|对比|对照)[^，,。;]{1,20}?(?:比较?|相比|对照|对比)"
    r"|(?:将|把)?(?:时间|期间|区间|周期|观察)?(?:轴|期|线)?(?:拉长|放长|拉大|拉远|放大|回看|回顾)[^，,。;]{0,14}"
    r"|(?:不计|不含|扣除|剔除|撇除|排除|不包括|换算|折算)[^，,。;]{1,16})(?=[，,])"
)
_EACH = re.compile(r"每(?:再|额外)?$")
# "距离历史高点还有30%的上涨空间" measures a distance; "下半年仍有15%的调涨空间" alone is an outlook.
_FROM_PEAK = re.compile(r"距[^，,。;]{0,16}(?:点|位|峰|值|高|低)")
_ROOM = re.compile(r"(?:的)?(?:空间|余地|潜力)")


# "产能过剩的触发点", "回调风险": what may come, named as a thing.
_MAY_COME = re.compile(r"(?:的)?(?:风险|触发点|触发条件|触发器|触发因素|临界点|临界值|门槛|阈值)")
# "下跌20%就会亏损": what a change of some size would bring.
_WOULD_BRING = re.compile(r"\s?(?:的话)?(?:[，,])?(?:就|便|即|则|都|才)(?:能|会|可|足以|要|将|可以|可能)")
# "现货价连续下跌 → 减仓": a rule of what to do.
_TO_DO = re.compile(
    r"[^。;]{0,48}(?:→|->|=>|则|就|应)\s?(?:应|可|应该|可以)?(?:减仓|加仓|清仓|建仓|空仓|买入|卖出|止损|止盈|减持|增持|下调评级|上调评级|论点失效|底部信号|顶部信号|见顶信号|见底信号)"
)
# Demand of those who buy devices, and what of memory dampens it.
_ENDS = re.compile(r"终端|费者|消费(?!级|类|型|性|者级)|换机|购机|整机")
_DEARER = re.compile(
    r"(?:涨(?:价|太|得|势|翻)|[暴狂飙大]涨|缺货|短缺|价格(?:大幅|持续|快速|急剧|一路)?(?:飙升|上涨|暴涨|飙涨|高涨|走高|攀升|上升|高企)|成本(?:大幅|持续)?(?:上升|上涨|攀升|飙升|高企))"
)
# Items of a list of what may go wrong ("价格上涨不及预期;扩产慢于预期;竞争加剧").
_FALLS_SHORT = re.compile(r"(?:幅度|力度|节奏|进度|速度)?(?:不及|低于|慢于|弱于|逊于|不达|超|超出|快于)预期")
_RISK_ITEM = re.compile(r"(?:不及|低于|慢于|弱于|逊于|不达)预期|(?:竞争|摩擦|冲突|制裁)(?:进一步)?加剧|风险|波动")
# What a program needs, told where one is trained, shrunk or run with less.
_PROGRAM = re.compile(
    r"算法|量化|蒸馏|微调|梯度|压缩|缓存|编译|框架|代码|参数|推理|训练|token|logit|rust|python|软件|程序|该方法|架构"
)
_MAKES_DO = re.compile(
    r"(?:减少|降低|压缩|节省|缩减|减小|削减|省下|减轻)(?:了)?[^，,。;]{0,12}$|(?:将|把|使)[^，,。;]{0,10}$"
)


def _is_of_program(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese need of memory is what a program makes do with ("新算法将内存需求降低六成")."""
    if event.attribute != "demand" or event.direction != "down" or event.metric is None:
        return False
    first, _ = layout.clause_span(layout.clause(event.start))
    if not _PROGRAM.search(layout.text, layout.start, layout.end):
        return False
    return _MAKES_DO.search(layout.text, first, event.metric.start) is not None


def _is_of_ends(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese demand that dearer memory dampens is that for devices ("存储涨价拖累终端需求")."""
    if event.attribute != "demand" or event.direction != "down" or event.metric is None:
        return False
    place = event.metric.start
    if not _ENDS.search(layout.text, max(layout.start, place - 2), event.metric.end):
        return False
    if any(0 <= place - e.end <= 1 or 0 <= e.start - event.metric.end <= 1 for e in layout.entities):
        return False
    return _DEARER.search(layout.text, layout.start, place) is not None


def _is_listed_risk(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is one item of a list of what may go wrong ("涨价不及预期;行业竞争加剧")."""
    if not (_FALLS_SHORT.match(layout.text, event.trigger.end) or _FALLS_SHORT.fullmatch(event.trigger.text)):
        return False
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    first, _ = layout.clause_span(layout.clause(event.start))
    items = (
        *_RISK_ITEM.finditer(layout.text, layout.start, first),
        *_RISK_ITEM.finditer(layout.text, last, layout.end),
    )
    return bool(items)


def _is_in_condition(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese sentence opens with a condition that a change is of, or follows from."""
    if _THRESHOLD.search(layout.text, layout.start, min(layout.end, layout.start + 24)):
        return True
    place = event.trigger.start
    if _IF_NOT_FOR.match(layout.text, layout.start):
        return True
    only = _ONLY_IF.search(layout.text, layout.start, layout.end)
    if only is not None and only.start() < place < only.end():
        return True
    opening = _OPENS_IF.match(layout.text, layout.start, layout.end)
    return opening is not None and not _BUT.search(layout.text, layout.start, event.trigger.start)


def _is_untouched(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is only what someone was not touched by ("公司未受原厂减产影响")."""
    if not _TOUCHES.match(layout.text, event.trigger.end):
        return False
    return _UNTOUCHED.search(layout.text, max(layout.start, event.start - 24), event.start) is not None


def _is_of_nature(layout: Layout) -> bool:
    """Say whether a Chinese sentence tells how the trade goes at any time ("存储是典型的周期品:供不应求则涨价")."""
    if layout.periods or not any(mark in layout.text for mark in ("周期", "循环")):
        return False
    span = (layout.text, layout.start, layout.end)
    return _BY_NATURE.search(*span) is not None and not _NO_RULE.search(*span)


def _is_of_each(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change, or one before it in its sentence, is told for each step of a size ("每上涨10%")."""
    if layout.text.find("每", layout.start, event.trigger.start) < 0:
        return False
    places = [t.start for t in layout.between(layout.start, event.trigger.end, "change", "event")]
    return any(_EACH.search(layout.text, max(layout.start, at - 4), at) for at in places)


def opens_view(layout: Layout, condition: Token) -> bool:
    """Say whether a Chinese "if" only opens how something is looked at or compared ("若与年初相比,价格翻了两倍")."""
    return _VIEW.match(layout.text, condition.end) is not None


def _why_only_ahead(layout: Layout, event: Event) -> str | None:
    """Return why a Chinese change is one that may come, that somebody fears, waits for or watches for."""
    if _is_listed_risk(layout, event):
        return "a risk"
    if is_awaited(layout, event):
        return "what is only waited for"
    return "what is to be watched for" if is_only_watched_for(layout, event) else None


def why_supposed(layout: Layout, event: Event) -> str | None:
    """Return why a Chinese change is supposed or denied rather than told, or None where it is told."""
    if layout.language != "zh":
        return None
    if _is_in_condition(layout, event):
        return "a condition"
    if _is_of_nature(layout):
        return "what comes of it at any time"
    if _is_untouched(layout, event):
        return "what one is not touched by"
    if _is_of_each(layout, event) or _is_in_chain(layout, event):
        return "what comes of each step"
    if _is_of_program(layout, event):
        return "what a program needs"
    if _is_of_ends(layout, event):
        return "demand for what memory goes into"
    if _is_measured_by(layout, event):
        return "what something is measured by"
    why = _why_only_ahead(layout, event) or why_not_told(layout, event) or _said_before(layout, event)
    return why or _why_open(layout, event) or _said_after(layout, event) or why_mentioned(layout, event)


_THAN = re.compile(r"(?:较|比|相较|相比)(?:于)?\s?$")


def _is_measured_by(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese state only tells how one product stands against another ("NAND缺口较DRAM宽松")."""
    if event.attribute != "supply" or event.direction not in ("loose", "tight", "balanced"):
        return False
    beside = [e for e in layout.entities if 0 <= event.start - e.end <= 1]
    return (
        bool(beside) and _THAN.search(layout.text, max(layout.start, beside[0].start - 4), beside[0].start) is not None
    )


_UNDER_WAY = re.compile(r"(?:→|->|⇒)[^。;]*(?:持续|已经?|正在|再度|仍在)")
_ARROW_BEFORE = re.compile(r"(?:→|->|⇒)[^，,。;→>⇒]{0,8}$")
_ARROW_AFTER = re.compile(r"[^，,。;→>⇒]{0,6}(?:→|->|⇒)")


def _is_in_chain(layout: Layout, event: Event) -> bool:
    """Say whether a change without a size is one step of a chain of arrows ("扩产→供给过剩→崩盘"), told of no time at all."""
    text, start, end = layout.text, layout.start, layout.end
    if text.count("→", start, end) + text.count("->", start, end) + text.count("⇒", start, end) < 2:
        return False
    if any(0 <= a.start - event.trigger.end <= 3 for a in layout.amounts) or _UNDER_WAY.search(text, start, end):
        return False
    is_led_to = _ARROW_BEFORE.search(text, max(start, event.start - 12), event.start) is not None
    return is_led_to or _ARROW_AFTER.match(text, event.end, end) is not None


def _said_before(layout: Layout, event: Event) -> str | None:
    """Return what the words before a change make of it: a concession, what it is not, a cause that is denied, a need."""
    text, place = layout.text, event.trigger.start
    first, _ = layout.clause_span(layout.clause(place))
    if _CONCEDES.search(text, first, place):
        return "a concession"
    if not layout.periods and (_is_at_any_time(layout, place) or _is_of_such_time(layout, event)):
        return "what comes of it at any time"
    if _PREPARED_FOR.search(text, first, place):
        return "what is prepared for"
    last = layout.clause_span(layout.clause(place))[1]
    if turns_out(layout, last) and ONCE_EXPECTED.search(text, first, place):
        return "what had been expected"
    if _FEARED.search(text, first, place) and (event.attribute == "price" or _AFRAID.search(text, first, place)):
        return "what is only feared"
    if _NOT_THIS.search(text, max(first, place - 12), place) or _is_held_back(layout, event, first):
        return "what it is not"
    if _NOT_ALL.search(text, first, place):
        return "not said of all"
    if _NOT_BECAUSE.search(text, max(layout.start, place - 24), place) and _SO.match(text, event.trigger.end):
        return "a cause that is denied"
    if _NOT_INFERRED.search(text, first, place):
        return "what did not go on, or is not to be inferred"
    is_urged = (event.attribute, event.direction) in (("price", "down"), ("supply", "up")) and _URGED.search(
        text, first, place
    )
    return "what is called for" if is_urged or _NEEDED.search(text, first, place) else None


def _is_held_back(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese growth of supply or of a price is only what something holds back ("需求限制了DRAM的产量增长")."""
    if event.attribute not in ("supply", "price") or event.direction != "up":
        return False
    place = event.trigger.start
    return _HELD_BACK.search(layout.text, max(first, place - 20), place) is not None


def _is_of_such_time(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change by itself comes of states at any time they are there ("当库存见底、订单涌入时,报价走高")."""
    place = event.trigger.start
    if layout.text.find("当", layout.start, place) < 0 or layout.between(layout.start, layout.end, "say", "agency"):
        return False
    is_told = re.match(r"了|[\d.]+%|逾|约", layout.text[event.trigger.end : event.trigger.end + 6])
    return not is_told and bool(_OPENS_WHEN.search(layout.text[max(layout.start, place - 48) : place]))


def _is_at_any_time(layout: Layout, place: int) -> bool:
    """Say whether what stands at a place is told to come of a state whenever that holds ("短缺时涨价")."""
    if _IN_SUCH_TIME.search(layout.text, max(layout.start, place - 16), place):
        return True
    return not layout.amounts and _WHENEVER.match(layout.text, layout.start, place) is not None


# "供需平衡是决定价格的关键": what a price depends on, and no state of the market.
_IS_A_FACTOR = re.compile(
    r"(?:是|为|乃|才是|正是|成为)[^，,。;]{0,12}(?:关键|因素|原因|核心(?!特征)|基础|前提|目标|变量)"
)


def _said_after(layout: Layout, event: Event) -> str | None:
    """Return what the words after a change make of it: a condition, a time that may come, an expectation, a means."""
    text, end = layout.text, event.trigger.end
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if _TRADED.match(text, end):
        return "a theme of shares"
    if (_ROOM.match(text, end) or "空间" in event.trigger.text) and _FROM_PEAK.search(text, first, end):
        return "what there is room for"
    if _PUT_OFF.match(text, end):
        return "what is put off"
    if _DEPENDS.match(text, end) or _is_open(layout, event, first):
        return "a condition"
    if _DISPELLED.match(text, end):
        return "a fear that is dispelled"
    is_dated = any(first <= word.start < last for word in layout.periods)
    is_state = event.attribute == "supply" and event.trigger.cls == "event"
    is_when = is_state or _WHEN_BEFORE.search(text, first, event.trigger.start)
    if not is_dated and is_when and (_WHEN_AFTER.match(text, end) or _AND_WHEN.match(text, end)):
        return "a time that may come"
    if _EXPECTED.match(text, end) and not any(end <= a.start < last for a in layout.amounts):
        return "an expectation that is only named"
    if _HARD.match(text, end):
        return "what is hard to do"
    is_factor = event.direction == "balanced" and _IS_A_FACTOR.match(text, end) is not None
    if not layout.periods and (is_factor or _is_of_any_cycle(layout, event)):
        return "what comes of it at any time"
    carries = {"supply": _CARRIED_OUT, "price": _OFFERED}.get(event.attribute)
    is_carried_out = carries is not None and carries.search(text, first, event.trigger.start)
    is_means = _IS_A_MEANS.match(text, end) and not is_carried_out
    return "a means to an end" if is_means else None


def _why_open(layout: Layout, event: Event) -> str | None:
    """Return why a Chinese change may or may not come: a risk, what something would follow from, a rule of what to do."""
    text, end = layout.text, event.trigger.end
    if _MAY_COME.match(text, end):
        return "a risk"
    if _TO_DO.match(text, end) or _WOULD_BRING.match(text, _end_of_size(layout, end)):
        return "a condition"
    return None


def _end_of_size(layout: Layout, place: int) -> int:
    """Return where the size ends that stands directly behind a place, or the place itself."""
    return next((a.end for a in layout.amounts if 0 <= a.start - place <= 2), place)


def _is_open(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese sentence leaves open whether a change comes ("须视减产是否扩大") or goes on ("涨势能否延续")."""
    text, end = layout.text, event.trigger.end
    if _GOES_ON.match(text, end):
        return True
    return bool(_WHETHER.match(text, end) and _HANGS_ON.search(text, first, event.trigger.start))


def _is_of_any_cycle(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese sentence tells what goes with any cycle of a rise or fall ("涨价周期下游备货多,毛利率相对较高")."""
    text, end = layout.text, event.trigger.end
    if not (event.trigger.text.endswith("周期") or _CYCLE.match(text, end)):
        return False
    is_rule = _AS_A_RULE.search(text, layout.start, layout.end)
    return bool(is_rule) and not _THIS_CYCLE.search(text, layout.start, end)


def was_so_before(layout: Layout, event: Event) -> bool:
    """Say whether a change held before the condition that a Chinese sentence opens with ("原本已经供大于求")."""
    place = event.trigger.start
    return layout.language == "zh" and bool(_ALREADY.search(layout.text, max(layout.start, place - 12), place))


def is_denied_effect(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is what a cause is denied to bring ("不会因为缺货而大涨")."""
    place = event.trigger.start
    return bool(_DENIED_EFFECT.search(layout.text, max(layout.start, place - 30), place))
