"""The names of a form's fields, and its buttons: beside what only a form says, and a form that says nothing else."""

from __future__ import annotations

import re

from newslint.facts.furniture.pieces import Piece
from newslint.facts.furniture.words import any_of, at_line_starts
from newslint.text.scan import Trigger

FIELD_CHARACTERS = 60
"""The name of a field and what is said of it have at most so many characters."""
MOST_FIELDS = 12
"""A form for comments has five fields and a button; on each side of a sentence so many lines are looked at."""
FEWEST_FIELDS = 3
"""So many fields below each other are a form, if they are those of one for comments."""
_REACH = 260

_NAMES = (
    "(?:your |full |first |last |user ?)?name", "(?:your )?e-?mail(?: address)?", "mail", "web ?site", "url", "phone",
    "(?:your )?comment", "(?:your )?message", "(?:dein |ihr |vor|nach)?name", "(?:deine |ihre )?e-?mail(?:-adresse)?",
    "web(?:seite|site)", "(?:dein |ihr )?kommentar", "(?:deine |ihre )?nachricht", "(?:votre )?(?:nom|prénom)",
    "(?:votre )?(?:adresse (?:e-?mail|de messagerie|courriel)|courriel)", "site (?:web|internet)", "commentaire",
    "(?:tu |su )?nombre", "correo(?: electrónico)?", "(?:sitio )?web", "comentario", "(?:seu )?nome", "site",
    "comentário", "sito(?: web)?", "commento", "naam", "e-?mailadres", "reactie", "namn", "e-?post(?:adress)?",
    "webbplats", "navn", "hjemmeside", "websted", "nettsted", "nimi", "sähköposti(?:osoite)?", "verkkosivu(?:sto)?",
    "kommentti", "nazwa", "imię", "(?:adres )?e-?mail", "(?:witryna|strona) internetowa", "komentarz", "jméno",
    "webová stránka", "komentář", "meno", "(?:adresa webu|webová stránka)", "komentár", "név", "e-?mail cím", "honlap",
    "weboldal", "hozzászólás", "nume", "comentariu", "ime", "e-?pošta", "web(?:-| )?(?:stranica|mjesto|mesto)",
    "komentar", "име", "е-?пошта", "имейл", "уебсайт",
    "веб(?:-| )?место", "коментар", "(?:ваше )?имя",
    "(?:ваш )?(?:e-?mail|email)", "электронная почта", "(?:веб-?)?сайт", "комментарий", "(?:ваше )?ім[’'ʼ]я",
    "електронна пошта", "όνομα", "ιστότοπος", "ιστοσελίδα", "σχόλιο", "ad", "isim", "e-?posta", "internet sitesi",
    "yorum", "الاسم", "البريد الإلكتروني", "الموقع الإلكتروني", "التعليق", "نام", "ایمیل", "وب ?‌?سایت", "دیدگاه", "שם",
    "אימייל", "דוא[\"״]ל", "אתר", "תגובה", "नाम", "ईमेल", "वेबसाइट", "टिप्पणी",
    "নাম", "ইমেইল", "姓名", "名称", "名稱",
    "电子邮件", "電子郵件", "邮箱", "网站", "網站", "站点", "评论", "評論", "留言", "(?:お)?名前",
    "メール(?:アドレス)?", "(?:ウェブ)?サイト", "コメント", "이름", "이메일", "웹사이트", "댓글",
    "nama", "situs web", "tên", "trang web",
    "bình luận", "ชื่อ", "อีเมล", "เว็บไซต์", "ความเห็น",
)  # fmt: skip
_BUTTONS = (
    "submit", "send", "cancel", "post", "absenden", "senden", "abbrechen", "envoyer", "publier", "annuler", "enviar",
    "publicar", "cancelar", "invia", "pubblica", "annulla", "verzenden", "annuleren", "skicka", "wyślij", "odeslat",
    "отправить", "надіслати", "gönder", "إرسال", "送信", "提交",
)  # fmt: skip
_LOG_OUT = (
    "log ?out", "sign out", "abmelden", "déconnexion", "cerrar sesión", "salir", "sair", "terminar sessão",
    "disconnetti", "esci", "uitloggen", "log uit", "logga ut", "log ud", "logg ut", "kirjaudu ulos", "wyloguj",
    "выйти", "выход", "çıkış yap", "keluar",
)  # fmt: skip
_CHANGE = (
    "change", "ändern", "changer", "cambiar", "alterar", "modifica", "wijzigen", "ändra", "skift", "endre", "muuta",
    "zmień", "изменить", "değiştir", "ubah",
)  # fmt: skip
_CONNECTING = (
    "connecting to", "verbinde mit", "connexion à", "conectando a", "connessione a", "verbinden met", "ansluter till",
    "opretter forbindelse til", "kobler til", "łączenie z", "connecting with",
)  # fmt: skip
"""The links of WordPress for those who are logged in, and what it shows while they do."""
_REQUIRED = (
    "required", "optional", "erforderlich", "pflichtfeld", "benötigt", "obligatoire", "requerido", "obligatorio",
    "obrigatório", "obbligatorio", "richiesto", "verplicht", "vereist", "obligatoriskt", "wymagane", "povinné",
    "kötelező", "обязательно", "обов[’']язково", "(?:will )?not (?:be )?(?:published|displayed|shared)",
    "wird nicht veröffentlicht",
    "ne sera pas publiée?", "no será publicado", "не публикуется", "必須", "必填", "필수",
)  # fmt: skip
_EMAIL = (
    "(?:your )?e-?mail(?: address)?", "mail", "(?:deine |ihre )?e-?mail-adresse", "adresse (?:e-?mail|de messagerie)",
    "courriel", "correo(?: electrónico)?", "e-?mailadres", "e-?post(?:adress)?", "sähköposti", "adres e-?mail",
    "e-?mail cím", "e-?pošta", "имейл", "электронная почта", "електронна пошта", "e-?posta", "البريد الإلكتروني",
    "ایمیل",
    "メールアドレス", "电子邮件", "電子郵件", "邮箱", "이메일", "อีเมล",
)  # fmt: skip
_TELLING = (
    "(?:your )?comment", "web ?site", "url", "web(?:seite|site)", "(?:dein |ihr )?kommentar", "site (?:web|internet)",
    "commentaire", "(?:sitio )?web", "comentario", "site", "comentário", "sito(?: web)?", "commento", "reactie",
    "webbplats", "hjemmeside", "websted", "nettsted", "verkkosivu(?:sto)?", "kommentti",
    "(?:witryna|strona) internetowa", "komentarz", "webová stránka", "komentář", "komentár", "honlap", "weboldal",
    "hozzászólás", "comentariu", "web(?:-| )?(?:stranica|mjesto|mesto)", "komentar", "уебсайт", "коментар",
    "(?:веб-?)?сайт", "комментарий", "ιστότοπος", "ιστοσελίδα", "σχόλιο", "internet sitesi", "yorum",
    "الموقع الإلكتروني", "التعليق", "وب ?‌?سایت", "دیدگاه", "אתר", "תגובה", "वेबसाइट", "टिप्पणी", "网站", "網站", "站点",
    "评论", "評論", "留言", "(?:ウェブ)?サイト", "コメント", "웹사이트", "댓글", "situs web", "trang web", "bình luận",
    "เว็บไซต์",
    "ความเห็น",
)  # fmt: skip
"""Forms for letters ask for an address, too; those for comments ask for a site of the reader's, or a comment."""
_MARKED = rf"\s?(?:\*|[:：]|[(（]{any_of(_REQUIRED)}[)）]|{any_of(_REQUIRED)})"
_MESSAGES = (
    "campos obligatorios", "algunos campos contienen errores", "(?:tu|su) mensaje se ha enviado", "mensaje enviado",
    "muchas gracias por tu participación", "campos obrigatórios", "(?:a )?sua mensagem foi enviada",
    "mandatory fields", "required fields", "some fields contain errors", "your message has been sent",
    "thank you for (?:subscribing|signing up|your message)", "please enter a valid", "invalid e-?mail",
    "something went wrong", "there was an error", "pflichtfelder", "ihre nachricht wurde (?:gesendet|verschickt)",
    "bitte geben sie eine gültige", "champs obligatoires", "votre message a (?:bien )?été envoyé",
    "campi obbligatori", "il tuo messaggio è stato inviato", "verplichte velden", "uw bericht is verzonden",
    "pola obowiązkowe", "twoja wiadomość została wysłana", "обязательные поля", "ваше сообщение отправлено",
    "обов[’']язкові поля", "ваше повідомлення надіслано", "zorunlu alanlar", "mesajınız gönderildi",
)  # fmt: skip
"""What a form says to those who fill it in; it opens the line."""
_MESSAGE = re.compile(rf"[*\s]{{0,3}}{any_of(_MESSAGES)}", re.IGNORECASE)
_ACCOUNT = (
    rf"[(（]\s?{any_of(_LOG_OUT)}\s?[/|]|{any_of(_CHANGE)}\s?[)）]"
    rf"|[(（]\s?{any_of(_LOG_OUT)}\s?[/|]\s{{0,20}}{any_of(_CHANGE)}\s?[)）]|{any_of(_CONNECTING)} %s"
)
_FIELD = re.compile(
    rf"(?:\*\s?)?{any_of(_NAMES)}(?:{_MARKED}){{0,4}}|{any_of(_BUTTONS)}|{_ACCOUNT}|[(\[]\d{{1,5}}[)\]]", re.IGNORECASE
)
"""A field, a button, a link of the account; and a number in brackets, which counts the comments below their button."""
_EMAIL_FIELD = re.compile(rf"(?:\*\s?)?{any_of(_EMAIL)}(?:{_MARKED}){{1,4}}", re.IGNORECASE)
_TELLING_FIELD = re.compile(rf"(?:\*\s?)?{any_of(_TELLING)}(?:{_MARKED}){{0,4}}", re.IGNORECASE)
_MARKS = (
    "[*(（]",
    "required",
    "erforderlich",
    "obligatoire",
    "requerido",
    "obligatorio",
    "obrigatório",
    "必須",
    "必填",
    "필수",
)
_NEXT_LINE = re.compile(rf"[ \t\u00a0]{{0,40}}[\r\n]\s{{0,200}}(\S[^\r\n]{{0,{FIELD_CHARACTERS}}})(?![^\r\n])")


FIELD_TRIGGERS = tuple(Trigger(rf"{part}[ \u00a0]?{any_of(_MARKS)}", caseless=True) for part in at_line_starts(_EMAIL))
"""Whatever is a form without a sentence has a match of one of these."""


def form_at(text: str, line: Piece) -> Piece | None:
    """Return the fields around *line*, if this asks for an address and they are those of a form for comments."""
    if line.end - line.start > FIELD_CHARACTERS or _EMAIL_FIELD.fullmatch(text[slice(*line)]) is None:
        return None
    form = with_fields(text, line)
    fields = [field.strip() for field in text[slice(*form)].splitlines() if field.strip()]
    is_telling = any(_TELLING_FIELD.fullmatch(field) for field in fields)
    return form if is_telling and len(fields) >= FEWEST_FIELDS else None


def with_fields(text: str, piece: Piece) -> Piece:
    """Return *piece*, what a form says, with the lines above and below that are its fields and buttons."""
    start, end = piece
    for _ in range(MOST_FIELDS):
        line = _NEXT_LINE.match(text, end)
        if line is None or not _is_field(line[1]):
            break
        end = line.start(1) + len(line[1].rstrip())
    for _ in range(MOST_FIELDS):
        above = text[max(0, start - _REACH) : start].rstrip()
        gap = text[max(0, start - _REACH) : start][len(above) :]
        line_above = above.rpartition("\n")[2].lstrip()
        if "\n" not in gap or "\n" not in above or not _is_field(line_above):
            break
        start -= len(gap) + len(line_above)
    return Piece(start, end)


def is_form_message(line: str) -> bool:
    """Return whether *line* is what a form of any kind says: that a field is missing, that it was sent."""
    return _MESSAGE.match(line) is not None


def _is_field(line: str) -> bool:
    return len(line) <= FIELD_CHARACTERS and _FIELD.fullmatch(line.strip()) is not None
