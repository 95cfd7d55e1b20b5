"""Whether a word of supply tells that it is sold: spoken for, whenever it will be made ("HBM is sold out for 2026")."""

from __future__ import annotations

import re

from tracker.extract.event import Event

_COMMITTED = re.compile(
    r"sold out|sells out|sell out|fully booked|booked out|booked up|fully allocated|fully committed|fully contracted"
    r"|fully loaded|spoken for|(?:secured|locked in|lined up|booked) (?:full|all|100%)"
    r"|(?:much|most|all|bulk|majority|share|part|%|percent) of$|been (?:fully |completely )?(?:allocated|sold)"
    r"|sold (?:its|their|all|the) |already"
    r"|售罄|售完|售出|卖完|卖光|包销|包揽|订满|订光|订完|订走|定光|定满|被预定|被锁定|排到|排至|抢订|一空|瓜分|产[能出].*(?:客户|买家|买方)|全量|预订|已"
    r"|완판|完판|매진|솔드|끝[났냈]|완료|마무리|마[쳤친]|동[났나]|판매|팔[렸린]|예약|계약|(?:모두|전부|다|전량|100%) ?(?:소화|확정|수주|마감)|선주문|소진|할당|배정"
    r"|売り切れ|埋ま|完売|売约|合意|予约|契约済|成约|満杯"
)


def is_committed(event: Event) -> bool:
    """Say whether a change is that of a supply that has been sold ("售罄", "fully booked"): a fact, even for a period to come."""
    return event.attribute == "supply" and _COMMITTED.search(event.trigger.text) is not None
