"""Whether a date closes an accounting period: "the quarter to 30 June", "im am 30. Juni beendeten Halbjahr".

Companies and statistics name such a day weeks later, when they report on the period; nothing happened on it. The
words of all languages stand in one list, since a noun of a period right before (or behind) a date, with nothing but an
"ended on" between the two, means the same wherever it is met.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from newslint.facts.dates.mention import DateMention

_BEFORE = 70
_AFTER = 60
_APART = 14
"""Characters between the two ends of a range: "1 April (Montag) bis 30. Juni"."""

_S = r"[^\S\n]"
_NOUN = (
    # English, German, Dutch
    r"quarters?|[qh][1-4]|half(?:[- ]years?)?|(?:fiscal |financial |trading )?years?|months?|weeks?|periods?|"
    r"(?:\w{0,12}quartal|\w{0,8}halbjahr|\w{0,10}jahr)(?:e?s|en?|er)?|monaten?|wochen|(?:\w{0,10})zeitraums?|"
    r"kwartaal|halfjaar|(?:boek)?jaar|maanden|weken|periode|"
    # French, Spanish, Portuguese, Italian
    r"(?:tri|se)mestres?|exercices?|mois|semaines|années?|périodes?|"
    r"ejercicios?|meses|semanas|años?|per[ií]odos?|exerc[ií]cios?|anos?|"
    r"(?:tri|se|quadri)mestr[ei]|eserciz[io]{1,2}|mesi|settimane|period[oi]|"
    # Polish, Czech
    r"(?:kwarta[łl]|półrocz|rok)\w{0,4}|miesi[ęą]c\w{0,3}|okres\w{0,4}|"
    r"(?:čtvrtlet|pololet|obdob)í\w{0,2}|měsíc\w{0,3}|ro[kc]\w{0,3}|"
    # Russian, Ukrainian
    r"кварта\w{1,5}|полугоди\w{1,2}|период\w{0,3}|месяц\w{0,3}|(?:фин)?год\w{0,3}|"
    r"піврічч\w{1,3}|період\w{0,3}|місяц\w{0,3}|ро[кц]\w{0,3}|"
    # Swedish, Danish, Norwegian, Finnish
    r"(?:\w{0,12}kvartal|\w{0,8}halvår|\w{0,12}år|\w{0,12}period)(?:et|en|s|ets|ens|e)?|månader(?:na)?|månede(?:r|ne)|"
    r"veckor|uker|uger|"
    r"\w{0,6}neljänne\w{2,10}|vuosipuolisko\w{0,5}|\w{0,5}vuo[ds]\w{2,6}|\w{0,8}kau[ds]\w{1,5}|kuukau\w{2,6}|"
    # Turkish
    r"çeyre\w{1,6}|dönem\w{0,6}|yarıyıl\w{0,5}"
)
_CLOSED = (
    r"end(?:ed|ing|s)|closed|closing|(?:beend|geend|endend|abgeschlossen|abgelaufen|gegangen)\w{1,4}|endete|"
    r"geëindigde?|eindigende?|afgesloten|"
    r"clos(?:e|es)?|clôturée?s?|achevée?s?|terminée?s?|arrêtée?s?|prenant fin|s['’]achevant|"
    r"terminad[oa]s?|cerrad[oa]s?|finalizad[oa]s?|concluid[oa]s?|encerrad[oa]s?|findos?|"
    r"chius[oaie]|terminat[oaie]|conclus[oaie]|"
    r"(?:za)?kończą\w{1,4}(?: się)?|zakończon\w{1,3}|(?:s|u)?končen\w{1,3}|(?:s|u)?končící\w{0,2}|"
    r"(?:за|о)?конч\w{4,8}|заверш\w{4,8}|закінч\w{4,8}|"
    r"slut(?:ade|ande|tede|tet)|avslutade?|(?:af|av)slutte(?:t|de)|päätty\w{1,6}"
)
_ON = r"on|at|the|am|op|le|au|el|al?|en|em|no dia|il|dnia|dne|k|den|per|pr\.?"
"""Words between "ended" and the day; without it they begin another thought ("this year, on 11 November")."""
_WHICH = r"that|which|das|der|qui|que|che|dat|które|który|které|что|що|який|яке|(?:som|der)(?: ble[vr]?)?"
_TO = r"(?:up )?to|through|bis(?: zum)?|zum|per|tot(?: en met)?|au|jusqu['’]au|al?|do|k|по|до|til|till|pr\.?"
_NOUN_BEFORE = re.compile(
    rf"(?<!\w)(?:{_NOUN})\)?(?:"
    rf",?{_S}?\(?(?:(?:{_WHICH}){_S})?(?:{_CLOSED})(?:{_S}(?:{_ON})){{0,2}}"
    rf"|{_S}?\(?(?:{_TO})(?:{_S}(?:the|den|dem|le|el|il)|{_S}end{_S}of)?"
    rf"){_S}\Z",
    re.IGNORECASE,
)

_NOUN_EARLIER = re.compile(rf"(?<!\w)(?:{_NOUN}), (?:{_WHICH}){_S}(?:{_ON}){_S}\Z", re.IGNORECASE)
_CLOSED_AFTER = re.compile(rf"{_S}(?:zu{_S}Ende{_S})?(?:{_CLOSED}|ging|eindigde|afliep)(?!\w)", re.IGNORECASE)
"""Both together: "das Halbjahr, das am 30. Juni endete"."""

_NOUN_AFTER = re.compile(
    # am 30. Juni beendeten Quartal, op 30 juni geëindigde kwartaal, den 30 juni avslutade kvartalet
    rf"{_S}(?:zu{_S}Ende{_S})?(?:{_CLOSED}){_S}(?:[^\W\d_]{{2,14}}{_S}){{0,2}}?(?:{_NOUN})(?!\w)"
    # the June 30 quarter, the April 1 - June 30 period
    rf"|{_S}(?:quarter|half-year|period|fiscal year|year-end|balance sheet)(?!\w)"
    # 30 Haziran'da sona eren çeyrekte, 30 Haziran itibarıyla
    rf"|(?:['’](?:[td][ae]|[ıiuü]n))?{_S}(?:(?:tarihinde|tarihi|günü){_S})?"
    rf"(?:sona{_S}eren|biten|tamamlanan|itibar[ıi]yl[ae]){_S}"
    # 6月30日までの3カ月, 6月30日に終了した四半期, 6月30日止的三个月, 6월 30일로 끝난 분기, 6월 30일까지 3개월
    r"|に終(?:了し|わっ)た"
    r"|(?:まで|に終わる)の?(?:[0-9０-９一二三四六九十]{1,2}(?:カ|か|ヶ|ヵ|箇)月|四半期|半期|半年|上期|下期|期間|1年|会計年度)"
    r"|(?:時点|現在|締め)|[为為]?止的?|[结結]束的|底?为止"
    r"|(?:로|에|자로)? ?(?:끝난|끝나는|종료된|종료한|마감된|마감한)"
    r"|까지의? ?(?:[0-9]{1,2}개월|분기|반기|1년)|(?:일자)? ?기준",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    rf"(?:(?<!\w)(?:as at|as of|at|per|per den|pr\.?|zum|au|al?|k|ke dni|na|na dzień|на|за станом на|станом на)"
    rf"|截至|截止(?:到)?){_S}?\Z",
    re.IGNORECASE,
)
"""Words before the day of a balance sheet; some are said of other days too, and count beside a month's end only."""


def closes_period(text: str, mention: DateMention, others: Sequence[DateMention] = ()) -> bool:
    """Return whether the day of *mention* is the end of a period reported on; *others* are the dates of the text."""
    if mention.value is None:
        return False
    before = text[max(0, mention.start - _BEFORE) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _AFTER].partition("\n")[0]
    if _NOUN_BEFORE.search(before) or _NOUN_AFTER.match(after):
        return True
    if _NOUN_EARLIER.search(before) and _CLOSED_AFTER.match(after):
        return True
    if not _ends_month(mention):
        return False
    if mention.partner is not None and mention.partner.day == 1:
        return True
    return bool(_AS_OF.search(before)) or any(_opens(text, other, mention) for other in others)


def _ends_month(mention: DateMention) -> bool:
    return mention.value is not None and (mention.value + timedelta(days=1)).day == 1


def _opens(text: str, other: DateMention, mention: DateMention) -> bool:
    """Return whether *other*, the first of a month, stands right before *mention*: both bound the months between."""
    if other.day != 1 or not 0 <= mention.start - other.end <= _APART:
        return False
    return "\n" not in text[other.end : mention.start]
