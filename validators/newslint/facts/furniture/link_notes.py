"""Notes in brackets that a page puts behind its links and buttons, for those who do not see that they leave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.facts.furniture.pieces import Piece, is_quoted, line_at
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

_NOTES = (
    "(?:(?:external )?link |this )?(?:will )?opens? in (?:an? )?(?:new|separate|another) (?:browser )?(?:window|tab)",
    "opens in (?:a )?new window or tab", "opens in (?:a )?new tab or window",
    "(?:(?:externer )?link )?öffnet (?:sich )?(?:im|in(?: einem)?) neue[mn] (?:browser-?)?(?:fenster|tab)",
    "wird in (?:einem )?neue[mn] (?:browser-?)?(?:fenster|tab) geöffnet",
    "(?:lien )?(?:s[’']ouvre|ouvre|ouverture) (?:dans )?(?:une (?:nouvelle|autre) fenêtre|un (?:nouvel|autre) onglet)",
    "nouvelle fenêtre", "nouvel onglet", "(?:el enlace )?(?:se )?abre en (?:una )?nueva (?:ventana|pestaña)",
    "(?:el enlace )?(?:se )?abre en (?:una )?(?:ventana|pestaña) nueva",
    "abre(?:-se)? (?:em|numa|num|em uma) (?:nova|outra|novo) (?:janela|guia|aba|separador)",
    "(?:si )?apre in una nuova (?:finestra|scheda)", "(?:link )?opent in (?:een )?nieuw (?:venster|tabblad)",
    "öppnas i (?:ett )?nytt fönster", "öppnas i (?:en )?ny flik", "åbner(?:s)? i (?:et )?nyt vindue",
    "åbner(?:s)? i (?:en )?ny fane", "åpne[rs] i (?:et )?nytt vindu", "åpne[rs] i (?:en )?ny fane",
    "(?:linkki )?(?:avautuu|aukeaa) uu(?:teen|dessa) (?:selain)?(?:ikkuna(?:an|ssa)|välileh(?:teen|dellä|dessä))",
    "(?:link )?otwiera się w nowym oknie", "(?:link )?otwiera się w nowej karcie",
    "otevře se v nové(?:m okně|m panelu| záložce| kartě)", "otvorí sa v novo(?:m okne|m paneli|j karte)",
    "új (?:ablakban|lapon) nyílik(?: meg)?", "se deschide într-o (?:fereastră|filă) nouă",
    "odpre se v novem (?:oknu|zavihku)", "otvara se u novo(?:m prozoru|j kartici)",
    "(?:откроется|открывается) в нов(?:ом окне|ой вкладке)", "відкри(?:ється|вається) [ву] нов(?:ому вікні|ій вкладці)",
    "отваря се в нов(?: прозорец| раздел)", "ανοίγει σε νέ[οα] (?:παράθυρο|καρτέλα)",
    "yeni (?:pencerede|sekmede) açılır", "يفتح في (?:نافذة|علامة تبويب) جديدة", "נפתח ב(?:חלון|כרטיסייה) חדש(?:ה)?",
    "新しい(?:ウィンドウ|タブ)で(?:開く|開きます)", "別(?:ウィンドウ|タブ)で(?:開く|開きます)",
    "在新(?:窗口|視窗|标签页|分頁)中?(?:打开|開啟)", "새 ?창(?:에서)? (?:열림|열기|열립니다)",
    "mở (?:ra )?(?:trong|ở) (?:cửa sổ|tab) mới", "(?:tautan )?(?:di)?buka (?:di|dalam) (?:jendela|tab) baru",
)  # fmt: skip
"""What a browser does with a link, in some thirty languages; nobody writes it in brackets into a sentence."""

TRIGGERS = tuple(Trigger(rf"[(（\[]{part}[)）\]]", caseless=True) for part in together(_NOTES))
"""Whatever is such a note has a match of one of these."""
_NOTE = re.compile(rf"[(（\[]{any_of(_NOTES)}[)）\]]", re.IGNORECASE)
BUTTON_CHARACTERS = 90
"""A button that says what it does has at most so many characters."""
_CLICK = (
    "click (?:here )?to ", "klick(?:en|e)?(?: sie)?(?:,? (?:hier,? )?um| zum) ", "cliquez? (?:ici )?pour ",
    "ha(?:z|ga) clic (?:aquí )?para ", "clique (?:aqui )?para ", "fai clic (?:qui )?per ", "klik (?:hier )?om te ",
    "klicka för att ", "klikk for å ", "klik for at ", "kliknij,? (?:aby|by|żeby) ",
    "нажмите,? (?:здесь,? )?(?:чтобы|для) ", "натисніть,? (?:тут,? )?(?:щоб|для) ",
)  # fmt: skip
_BUTTON = re.compile(rf"{any_of(_CLICK)}[^\n\r.!?()（）]{{3,70}}\s?\Z", re.IGNORECASE)


def link_notes(text: str, hits: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the notes of links at *hits* of the triggers in *text*, with the button they are of.

    Those that a quotation gives as examples are left out.
    """
    for hit in hits:
        for match in _NOTE.finditer(text, *hit):
            note = Piece(*match.span())
            if not is_quoted(text, line_at(text, *note).start, note.start):
                yield Piece(_button(text, note), note.end)


def _button(text: str, note: Piece) -> int:
    """Return where the button begins that *note* is of, "Click to share on Facebook", else where the note does."""
    floor = max(line_at(text, *note).start, note.start - BUTTON_CHARACTERS)
    button = _BUTTON.search(text[floor : note.start])
    return floor + button.start() if button else note.start
