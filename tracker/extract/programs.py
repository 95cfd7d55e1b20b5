"""What a program runs short of or makes do with, in Chinese, Korean and Japanese: the memory it has, which nobody sells."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of

# What stands behind a shortage where a program has none left ("メモリ不足エラー", "메모리 부족 오류", 内存不足报错).
_BREAKS = {
    "ja": re.compile(
        r"(?:(?:による|が原因の|に伴う|に?関する|[での])[、,]?(?:(?:重大|深刻|致命的)な)?)?"
        r"(?:エラー|クラッシュ|例外|フリーズ|强制终了|异常终了|ハング|スワップ|oom)"
    ),
    "ko": re.compile(r"(?:으로 인한|에 따른|으로|의)? ?(?:오류|에러|예외(?!적)|크래시|강제 ?종료|비정상 ?종료|oom)"),
    "zh": re.compile(r"(?:的|而|导致|引起|引发|造成|时|会|就){0,2}(?:程序|进程|应用)?(?:报错|错误|崩溃|闪退|卡死|oom)"),
}
# Words of those who write or train programs, and words of those who buy and sell chips.
_OF_PROGRAM = {
    "ja": re.compile(
        one_of(
            r"エラー|クラッシュ|例外|メモリー?リーク|デバッグ|コンパイル",
            r"プログラム|プログラミング|スクリプト|ライブラリ|オブジェクト|インスタンス|ヒープ|ブラウザ|リクエスト",
            r"javascript|python|docker|kubernetes|c\+\+|\bjs\b|\bcli\b|\bbot\b|\bgc\b",
            r"トークン|注意(?:机构|层)|アライナー",
            # "メモリ不足で落ちる"
            r"不足(?:で|になって?|により|によって)[^、。]{0,12}?(?:落ち|死ん|固ま|动かな|フリーズ|再起动)",
        )
    ),
    "ko": re.compile(
        one_of(
            r"코드|디버깅|컴파일|파이썬|자바스크립트|브라우저|프레임워크|아키텍처|알고리즘",
            r"토큰|파라미터|매개변수|벤치마크|정확도|트레이드오프|행렬|lora|파인튜닝|미세조정|양자화|컨텍스트",
            r"학습 ?(?:시간|속도|비용)|추론 ?(?:속도|지연)|지연 ?시간",
            # "메모리 부족으로 앱이 멈춤"
            r"메모리 부족(?:으로|해서|해) ?(?:[가-힣]{1,6} ){0,2}?(?:죽[는어었]|멈[추춰췄]|튕[기겨]|느려)",
        )
    ),
    "zh": re.compile(
        r"程序|代码|编译|浏览器|进程|调试|javascript|python|docker|kubernetes|垃圾回收|内存泄[漏露]|线程|报错"
    ),
}
_OF_MARKET = {
    "ja": re.compile(
        one_of(
            r"価格|価额|贩売|市场|业界|需给|出荷|供给|生产|在库|调达|品薄|値上|高腾|急腾",
            r"メーカー|ベンダー|企业|投资|决算|消费者|半导体|データセンター",
            r"スマホ|スマートフォン|[^a-z]pc(?![a-z])|パソコン|ゲーム机",
        )
    ),
    "ko": re.compile(
        one_of(
            r"가격|시장|업계|업황|공급|수급|출하|재고|품귀|매출|실적|투자",
            r"업체|제조사|반도체|삼성|하이닉스|마이크론|스마트폰",
        )
    ),
    "zh": re.compile(r"价格|涨价|市场|行业|产业|厂商|原厂|供应|供给|出货|芯片|手机|笔电|产能|库存|缺货|业者|采购|消费"),
}


def is_of_program(layout: Layout, event: Event) -> bool:
    """Say whether memory is what a program has, not what is sold ("メモリ不足エラー", "LoRA보다 메모리 비용이 감소").

    Chips that have a name of their own (DRAM, NAND, HBM) are always what is sold.
    """
    if layout.language not in _BREAKS or any(e.product != "MEMORY" for e in layout.entities):
        return False
    if event.direction == "tight" and _BREAKS[layout.language].match(layout.text, event.trigger.end, layout.end):
        return True
    span = (layout.text, layout.start, layout.end)
    is_program = _OF_PROGRAM[layout.language].search(*span) is not None
    return is_program and _OF_MARKET[layout.language].search(*span) is None
