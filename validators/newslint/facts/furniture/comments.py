"""What asks for comments of readers, and what stands around them: forms, counts, rules, buttons.

Words such as "comment" are in the news every day. They count where a page says them: a sentence of a form that nobody
writes in an article, an invitation that opens its sentence, or a label or a button alone in its line.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.facts.furniture.form_fields import FIELD_TRIGGERS, form_at
from newslint.facts.furniture.needles import Phrases
from newslint.facts.furniture.notices import has_notice
from newslint.facts.furniture.pieces import Piece, is_quoted, joined, line_at, phrases, sentence_at, stripped
from newslint.facts.furniture.reported import is_reported
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import MAX_HIT_LENGTH, Gate, Hit, Trigger

LINE_CHARACTERS = 200
"""A line of at most this length that opens with an invitation is one as a whole."""
SENTENCE_CHARACTERS = 220
"""A longer sentence is a run of menus without full stops; then only the words themselves are marked."""
LABEL_CHARACTERS = 60
"""A label or a button has at most this many characters in its line, its count included."""
COUNT_DIGITS = 3
"""A count in a line of its own has at most so many digits; what has four is a year."""

_FORMS = (
    "your e-?mail address will not be (?:published|displayed|made public)", "required fields are marked",
    "save my name,? (?:and )?e-?mail",
    "notify me (?:of|about|when|via e-?mail of) (?:follow-?up |new )?(?:comment|post)",
    "(?:log|sign|logged|signed) in (?:or register )?to (?:post (?:a )?|leave a |write a |add a )?(?:comment|reply)",
    "in order to comment,? you", "be the first to (?:comment|leave a comment|review)", "this site uses akismet",
    "(?:adhere to|read|see|follow|view|respect) our comment(?:ing|s)? (?:policy|guidelines|rules)",
    "comment moderation is enabled", "would you like to comment on this", "click here to comment",
    "share or comment on this article", "(?:moderating|moderate) (?:all )?comments submitted", "comments off on ",
    "e-?mail updates when comments are posted", "click here to cancel reply",
    "sign up \\(it[’']s quick and free\\) or sign in",
    "fill in your details below or click an icon to log in", "you are commenting using your",
    "please enter your comment", "please enter your (?:name|e-?mail address) here",
    "you have entered an incorrect e-?mail address", "you will need to register before adding a comment",
    "typed comments will be lost if you", "if you see comments in violation of our",
    "to find out more about facebook commenting", "you do not need a facebook profile to participate",
    "welcome to our new and improved comments",
    "web page addresses and e-?mail addresses turn into links automatically", "enter the characters shown in the image",
    "lines and paragraphs break automatically", "no html tags allowed", "no comments have so far been submitted",
    "a user comment will be deleted if it",
    "please peer review \\d+ community comments",
    "deine? e-?mail-adresse wird nicht veröffentlicht", "ihre e-?mail-adresse wird nicht veröffentlicht",
    "(?:erforderliche|benötigte) felder sind mit", "(?:nachfolgende|weiteren?|neue) kommentaren? per e-?mail",
    "kommentare sind (?:bei diesem artikel |hier |derzeit )?(?:deaktiviert|geschlossen)",
    "um (?:zu kommentieren|einen kommentar zu schreiben),? (?:müssen|musst|melden)",
    "(?:anmelden|einloggen),? um (?:zu kommentieren|einen kommentar)",
    "(?:melden|loggen) sie sich (?:bitte )?(?:an|ein),? um (?:zu kommentieren|einen kommentar|mitzudiskutieren)",
    "meinen namen, (?:meine )?e-?mail", "du kommentierst mit deinem",
    "zum kommentieren (?:bitte )?(?:anmelden|einloggen)",
    "(?:trage?|gib) deine daten unten ein oder klicke? ein icon",
    "bitte geben sie (?:hier )?ihren (?:kommentar|namen) ein",
    "sie haben eine falsche e-?mail-?adresse eingegeben", "um kommentare (?:schreiben|verfassen) zu können",
    "nur (?:angemeldete|registrierte) (?:benutzer|nutzer|user|leser|mitglieder) können kommentieren",
    "dein kommentar wurde nicht gespeichert", "informiere mich über neue beiträge per e-?mail",
    "kommentar-regeln", "in diesem kommentar sind (?:rassistische|beleidigende)",
    "(?:dass|damit) ihre kommentare themenbezogen",
    "votre adresse (?:e-?mail|de messagerie|courriel) ne sera pas publiée", "les champs obligatoires sont indiqués",
    (
        "(?:connectez-vous|vous devez être connecté)[^.\\n]{0,30} (?:pour|afin de) (?:commenter|laisser"
        " un commentaire|publier un commentaire|réagir)"
    ),
    "enregistrer mon nom, mon e-?mail", "vous commentez à l[’']aide de votre compte",
    "(?:entrez|saisissez) vos coordonnées ci-dessous ou cliquez sur une icône",
    "s[’']il vous plaît entrez votre (?:commentaire|nom ici)",
    "vous avez entré une adresse e-?mail incorrecte", "ou inscrivez-vous pour (?:publier|poster|ajouter|écrire) un",
    "soyez le premier à (?:commenter|réagir|laisser)",
    "prévenez-moi de tous les nouveaux (?:commentaires|articles)", "avvisami via e-?mail",
    "recibir un correo electrónico con cada nueva entrada", "notificar-me sobre novas publicações por e-?mail",
    "stuur mij een e-?mail als er nieuwe (?:reacties|berichten)", "powiadom mnie o nowych (?:wpisach|komentarzach)",
    "уведомлять меня о новых записях",
    "(?:tu|su) (?:dirección de )?(?:correo(?: electrónico)?|e-?mail) no será publicad[oa]",
    "los campos (?:obligatorios|necesarios) están marcados",
    "(?:inicia|inicie|iniciar) sesión (?:o (?:regístrese|regístrate|registrarse) )?para (?:comentar|dejar|enviar)",
    "estás comentando usando tu cuenta", "introduce tus datos o haz clic en un icono",
    "por favor,? ingrese su (?:comentario|nombre aquí)", "ha ingresado una dirección de correo electrónico incorrecta",
    "guarda(?:r)? mi nombre, correo",
    "recuerda las normas de la comunidad",
    "para (?:ver|leer|poder) (?:los|dejar) comentario", "s[eé] el primero en comentar",
    "los comentarios están cerrados", "recibir un correo electrónico con los siguientes comentarios",
    "o seu endereço de e-?mail não será publicado", "seu e-?mail não será publicado",
    "os? campos? obrigatórios? (?:são|estão) marcados?",
    "salvar meus dados neste navegador", "você está comentando utilizando sua conta",
    "preencha os seus dados abaixo ou clique em um ícone", "por favor,? digite seu (?:comentário|nome aqui)",
    "você digitou um endereço de e-?mail incorreto", "não serão aprovados pelo moderador",
    "(?:entre|faça login) ou (?:registre|cadastre)-se para (?:comentar|postar|enviar)",
    "inicie sessão ou registe-se para", "faça login para comentar", "seja o primeiro a comentar",
    "(?:os )?comentários (?:são de responsabilidade|não representam)",
    "il tuo indirizzo e-?mail non sarà pubblicato", "i campi obbligatori sono contrassegnati",
    "salva il mio nome, e-?mail",
    "(?:accedi|effettua il login|devi essere connesso) per (?:commentare|lasciare un commento|inviare un commento)",
    "o registrati per (?:inserire|poter inserire|lasciare|aggiungere|pubblicare|inviare) commenti",
    "i commenti saranno accettati",
    "non sono consentiti commenti che", "stai commentando usando il tuo account",
    "inserisci i tuoi dati qui sotto o clicca su un[’']icona", "per favore inserisci il tuo (?:commento|nome qui)",
    "hai inserito un indirizzo e-?mail errato", "regole per i commenti",
    "i commenti in questa pagina vengono controllati",
    "(?:je|uw|het) e-?mailadres (?:zal|wordt) niet (?:worden )?gepubliceerd",
    "(?:verplichte|vereiste) velden zijn gemarkeerd", "log in om te reageren",
    "(?:log|logt|login|inloggen|aanmelden)(?: in)? of registreer(?: u| je)?,? om", "je reageert onder je",
    "vul je gegevens in of klik op een icoon",
    "logga in eller registrera dig för att (?:kommentera|skriva)", "du kommenterar med ditt",
    "din e-?postadress kommer inte publiceras", "obligatoriska fält är märkta", "logga in för att kommentera",
    "din e-?mailadresse vil ikke blive publiceret", "krævede felter er markeret", "log ind for at kommentere",
    "log ind eller opret (?:konto|dig) for at (?:kommentere|skrive|tilføje)",
    "logg inn eller registrer deg for å (?:kommentere|skrive|poste)",
    "din e-?postadresse vil ikke bli publisert", "obligatoriske felt er merket", "logg inn for å kommentere",
    "sähköpostiosoitettasi ei julkaista", "pakolliset kentät on merkitty", "kirjaudu (?:sisään )?kommentoidaksesi",
    "twój adres e-?mail nie zostanie opublikowany",
    "(?:wymagane pola|pola, których wypełnienie jest wymagane,) są oznaczone",
    "zaloguj się,? (?:aby|żeby|by) (?:skomentować|dodać komentarz|komentować)", "bądź pierwszy[^.\\n]{0,20}skomentuj",
    "zaloguj się (?:lub|albo) zarejestruj(?: się)?,? (?:aby|by|żeby) (?:dodawać|pisać|komentować)",
    "komentujesz korzystając z konta", "wprowadź swoje dane lub kliknij jedną z tych ikon",
    "pro psaní komentářů se přihlas",
    "vaše e-?mailová adresa nebude zveřejněna", "vyžadované informace jsou označeny",
    "pro (?:přidání|vložení) komentáře se (?:musíte )?přihl",
    "vaša e-?mailová adresa nebude zverejnená", "vyžadované polia sú označené",
    "az e-?mail címet nem tesszük közzé", "a kötelező mezőket", "(?:jelentkezz|jelentkezzen) be a hozzászóláshoz",
    "adresa ta de e-?mail nu va fi publicată", "câmpurile obligatorii sunt marcate",
    "(?:autentifică-te|trebuie să fii autentificat)[^.\\n]{0,20}comentariu",
    "(?:vaša|vaša) (?:adresa e-?pošte|e-?mail adresa|adresa e-?poste) neće biti objavljena",
    "obavezna polja (?:su )?označena", "prijavite se (?:kako biste|da biste) komentarisali",
    (
        "ваш(?:ий|ият)? (?:адрес|имейл адрес) (?:email |электронной почты |e-mail )?(?:не будет|няма да"
        " бъде) (?:опубликован|публикуван)"
    ),
    "(?:обязательные|необходимые) поля помечены", "задължителните полета са",
    (
        "(?:войдите|авторизуйтесь|зарегистрируйтесь)[^.\\n]{0,40}чтобы"
        " (?:оставить|оставлять|написать|добавить|отправлять|комментировать|прокомментировать)"
    ),
    "(?:комментарии|комментирование) (?:закрыты|отключены|отключено)", "комментарии проходят модерацию",
    "уведомить меня о новых комментариях", "для комментария используется ваша уч[её]тная запись",
    "заполните поля или щ[её]лкните по значку",
    (
        "(?:ваша )?(?:e-mail адреса|адреса електронної пошти|електронна адреса) не (?:буде"
        " опублікована|оприлюднюватиметься|публікуватиметься)"
    ),
    "обов['’]язкові поля позначені",
    (
        "(?:увійдіть|авторизуйтесь|зареєструйтесь)[^.\\n]{0,40}щоб"
        " (?:залишити|залишати|написати|додати|додавати|коментувати|прокоментувати)"
    ),
    "η ηλ(?:εκτρονική|\\.) διεύθυνση σας δεν", "τα υποχρεωτικά πεδία σημειώνονται", "σχόλια με υβριστικό",
    "συνδεθείτε ή εγγραφείτε για να (?:υποβάλετε|σχολιάσετε|δημοσιεύσετε)",
    "sau înregistr(?:ați|ează)-(?:vă|te) pentru a (?:publica|posta|adăuga) coment",
    "deseu el meu nom, correu", "introduïu el vostre comentari", "entra el teu (?:nom|correu) aquí",
    "heu introduït una adreça electrònica incorrect[ae]", "inicieu (?:la )?sessió o registreu-vos per",
    "e-?posta (?:adresiniz|hesabınız) yayınlanmayacak", "hesabınızı kullanarak yorum yapıyorsunuz", "gerekli alanlar",
    "yorum (?:yapabilmek|yapmak|yazmak) için[^.\\n]{0,30}giriş",
    "لن يتم نشر (?:عنوان )?بريدك", "الحقول الإلزامية مشار إليها", "نشانی ایمیل شما منتشر نخواهد شد",
    "بخش‌های موردنیاز علامت", "נשאיר את האימייל", "האימייל לא יוצג באתר", "שדות החובה מסומנים",
    "आपका ईमेल पता प्रकाशित नहीं", "আপনার ই-?মেইল[^\\n]{0,12} প্রকাশ",
    "alamat e-?mail anda tidak akan dipublikasikan", "ruas yang wajib ditandai",
    "anda mengomentari menggunakan akun", "đăng nhập (?:hoặc đăng ký )?để (?:gửi |viết )?bình luận",
    "email của bạn sẽ không được hiển thị", "các trường bắt buộc được đánh dấu", "อีเมลของคุณจะไม่แสดง",
    "(?:您的)?(?:邮箱|电子邮件|電子郵件)地址不会被公开", "發佈留言必須填寫的電子郵件地址",
    "(?:登录|登入)或(?:注册|註冊)(?:后|後|以)?[发發]表[评評]", "必填项已用",
    "メールアドレスが公開されることはありません", "コメントを(?:投稿|書き込む)するには",
    "이메일 주소는 공개되지 않습니다", "댓글 작성 시", "댓글을 (?:작성하려면|남기려면)",
)  # fmt: skip
"""What only a form for comments says, wherever it stands."""

_INVITATIONS = (
    "leave (?:a|your|us a) (?:comment|reply|response)",
    "(?:add|post|write|submit|enter|type) (?:a|your|new) (?:comment|reply)",
    "(?:view|read|see|show|hide|load|loading) (?:all |more |the )?comments", "all comments \\d",
    "comments are (?:closed|disabled|turned off)",
    "cancel reply", "reply report", "report comment", "sort (?:comments )?by:? (?:newest|oldest|best|most)",
    "hinterlassen? (?:sie )?(?:einen |ein |eine )?kommentar", "schreiben? (?:sie )?(?:einen|den ersten) kommentar",
    "kommentar (?:schreiben|verfassen|hinzufügen|abgeben|absenden|hinterlassen)",
    "kommentare (?:öffnen|anzeigen|lesen|laden|ansehen|einblenden)", "lade kommentare", "zu den kommentaren springen",
    "antwort abbrechen", "schicken sie uns ihr feedback",
    "laisse[rz] un commentaire",
    "(?:ajouter|écrire|poster|publier|voir|lire|afficher) (?:un|les|tous les) commentaires?", "annuler la réponse",
    "dejar? (?:un comentario|una respuesta)", "deja (?:un|tu) comentario",
    "(?:escrib[ea]|añad[ea]|agreg(?:a|ue)|envíe?|publi(?:ca|que)) (?:aquí )?(?:un|tu|su|el) comentario",
    "d[eé]j[ae](?:nos|me)? (?:un|tu|su) comentario",
    "(?:ver|leer|mostrar) (?:todos los |los )?comentarios", "cancelar respuesta",
    "deixe (?:um|seu|o seu|uma) (?:comentário|resposta)", "(?:escreva|adicione|envie) (?:um|seu|o seu) comentário",
    "(?:ver|ler|mostrar) (?:todos os |os )?comentários", "cancelar resposta",
    "lascia un commento", "(?:scrivi|aggiungi|inserisci|invia) un commento",
    "pubblica un commento", "(?:leggi|vedi|mostra) (?:tutti )?i commenti", "annulla risposta",
    "(?:geef|laat|plaats) (?:een|uw|je) reactie", "reactie plaatsen", "(?:bekijk|lees|toon) (?:alle )?reacties",
    "reactie annuleren",
    "lämna (?:ett svar|en kommentar)", "skriv en kommentar", "(?:visa|läs) (?:alla )?kommentarer", "avbryt svar",
    "skriv (?:et svar|din kommentar)", "efterlad (?:et svar|en kommentar)",
    "legg (?:igjen|til) en kommentar", "vis (?:alle )?kommentarer", "avbryt svar",
    "(?:jätä|kirjoita|lisää) kommentti", "näytä kommentit", "peruuta vastaus",
    "(?:dodaj|napisz|zostaw|skomentuj) (?:swój )?komentarz", "(?:zobacz|pokaż|czytaj) (?:wszystkie )?komentarze",
    "anuluj pisanie odpowiedzi",
    "(?:přidat|napsat|vložit) komentář", "napište komentář", "(?:zobrazit|číst) (?:všechny )?komentáře",
    "(?:pridať|napísať) komentár", "pridaj(?:te)? komentár", "szólj hozzá", "új hozzászólás",
    "hozzászólás (?:küldése|írása)", "válasz megszakítása",
    "(?:lasă|scrie|adaugă|postează) un (?:comentariu|răspuns)", "lasă un comentariu",
    "(?:vezi|afișează) (?:toate )?comentariile", "anulează răspunsul",
    "(?:ostavi|ostavite|napiši|napišite|dodaj|pošalji|pošaljite) komentar",
    "(?:остави|оставите|пошаљи|напиши) коментар", "(?:prikaži|vidi|pogledaj) komentare",
    "(?:dodaj|napiši|oddaj) komentar", "odkaži odgovor",
    (
        "(?:оставить|оставьте|добавить|добавьте|написать|напишите|отправить) (?:свой |первый |ваш"
        " )?(?:комментарий|отзыв)"
    ),
    "(?:показать|читать|смотреть) (?:все )?комментарии", "отменить ответ",
    "(?:залишити|залиште|додати|додайте|написати|напишіть|надіслати) (?:свій |перший |ваш )?коментар",
    "(?:показати|читати|переглянути) (?:всі |усі )?коментарі", "скасувати відповідь",
    "(?:пакінуць|дадаць|напісаць) каментар",
    "(?:добави|добавете|остави|оставете|напиши|напишете) (?:свой )?коментар",
    "(?:вижте|виж|покажи) (?:всички )?коментари",
    "(?:γράψτε|αφήστε|προσθέστε) (?:το |ένα |τη )?(?:σχόλιο|σχόλιό|απάντηση)", "αφήστε ένα σχόλιο",
    "ακύρωση απάντησης", "(?:yorum|cevap) (?:yaz|yap|bırak|ekle|gönder)(?:ın|yın)?",
    "bir (?:yorum|cevap) (?:yaz|bırak)(?:ın)?", "ilk yorumu sen",
    "(?:اترك|أضف|اكتب|إضافة|كتابة) (?:تعليقا?ً?|تعليقك|ردا?ً?)", "إلغاء الرد",
    "(?:نظر خود را|دیدگاه خود را|دیدگاهتان را) (?:بنویسید|وارد|ثبت)", "ارسال (?:نظر|دیدگاه)",
    "(?:כתוב|כתיבת|הוסף|הוספת|השאר|השארת) (?:תגובה|תגובות)", "(?:תגובה חדשה|ביטול תגובה)",
    "(?:टिप्पणी|कमेंट) (?:करें|लिखें|जोड़ें|पोस्ट करें)", "उत्तर रद्द करें", "(?:মন্তব্য|মতামত) (?:করুন|লিখুন|দিন)",
    "تبصرہ (?:کریں|لکھیں)", "(?:tinggalkan|tulis|kirim|beri) (?:komentar|balasan)", "batalkan balasan",
    "(?:để lại|viết|gửi|thêm) (?:một )?(?:bình luận|trả lời|phản hồi)",
    "(?:แสดง|ใส่|เพิ่ม)ความ(?:คิด)?เห็น", "(?:发表|添加|写|查看|我要)评论",
    "(?:發表|新增|寫|查看|我要)(?:評論|留言|回應)", "取消回复", "コメントを(?:書く|残す|投稿|見る|送信)",
    "返信をキャンセル", "댓글(?:쓰기| 쓰기| 달기| 남기기|을 남겨| 보기)", "답글 취소", "(?:andika|acha|toa) maoni",
    "lisa kommentaar", "(?:pievieno|atstāj) komentāru", "(?:rašyti|parašyti) komentarą",
    "deixa (?:un comentari|una resposta)", "cancel·la la resposta", "shto(?:ni)? koment",
)  # fmt: skip
"""Buttons and invitations: at the start of a sentence or a line, or with a capital inside flattened text."""

_WHOLE = (
    "comentarios (?:de|en) facebook", "facebook comments(?: box)?", "comentários (?:do|pelo) facebook",
    "click to comment",
    "no comments yet", "şərh yaz", "(?:기사 )?댓글 (?:더 ?보기|쓰기)", "새 댓글 확인하기",
    "กำลังโหลดความคิดเห็น", "join the (?:conversation|discussion|debate)", "have your say", "share your thoughts",
    "your thoughts and comments", "start the (?:conversation|discussion)",
    "reply", "reply share", "like reply", "reply \\d+ [a-z]+ ago", "(?:show|view|hide) (?:\\d+ )?repl(?:y|ies)",
    "discuss(?: this)?(?: story| article)?", "(?:add|post|write|submit) comments?",
    "diskutieren sie mit", "diskutiere mit", "mitdiskutieren", "jetzt kommentieren", "réagir", "réagissez",
    "únete a la conversación", "participa en la conversación", "participe da conversa",
    "partecipa alla discussione",
    "praat mee", "reageer", "dołącz do dyskusji", "diskuse", "diskusia", "обсудить", "обговорити", "комментировать",
    "коментувати", "прокомментировать", "komentować", "skomentuj", "kommentieren", "kommentera", "kommentér",
    "kommenter", "kommentoi", "comentar", "commenter", "commenta", "reageren",
    "comment(?: on)? this(?: story| article)?", "comment now", "to comment",
    "zu den kommentaren", "dein kommentar", "ihr kommentar", "commenting rules",
    "comment(?:ing|s)? (?:policy|guidelines|rules)", "netiquette", "komentarisanje",
    "komentiraj", "komentariši", "коментирай", "коментариши", "σχολιάστε", "yorumla", "yorum yap",
    "reply to", "show comments", "comments closed", "评论区", "댓글 등록",
)  # fmt: skip
"""What counts as all of a line or a sentence only."""

_PLURALS = (
    "comments", "kommentare", "commentaires", "comentarios", "comentários", "commenti", "reacties", "kommentarer",
    "kommentit", "komentarze", "komentarzy", "komentáře", "komentářů", "komentáre", "komentárov", "hozzászólások",
    "comentarii", "komentari", "коментари", "комментарии", "комментариев", "коментарі", "коментарів", "каментары",
    "каментарыі", "σχόλια", "yorumlar", "التعليقات", "تعليقات", "نظرات", "دیدگاه‌ها", "תגובות", "टिप्पणियाँ",
    "टिप्पणियां", "मन्तव्य", "মন্তব্য", "bình luận", "ความคิดเห็น", "评论", "留言", "コメント",
    "댓글", "kommentaarid", "komentāri", "komentarai", "komentarji", "komente", "comentaris", "şərhlər", "izohlar",
    "пікірлер", "replies", "(?:reader|all|top) comments", "(?:anzahl|alle|top) kommentare", "tous les commentaires",
    "todos los comentarios", "todos os comentários", "tutti i commenti", "i commenti dei lettori", "alle reacties",
    "все комментарии", "усі коментарі",
)  # fmt: skip
"""Headings of the comments, alone in their line, with a count or without."""
_ONLY_COUNTED = (
    "comment", "kommentar", "commentaire", "comentario", "comentário", "commento", "reactie", "kommentti",
    "komentarz", "komentář", "komentár", "hozzászólás", "comentariu", "коментар", "комментарий", "комментария",
    "коментаря", "σχόλιο", "yorum", "تعليق", "टिप्पणी", "reply",
)  # fmt: skip
"""In the singular the same words head opinions; they count with a number, or with a form's star."""
_NONE = (
    "no",
    "keine",
    "keine",
    "aucun",
    "sin",
    "nenhum",
    "nessun",
    "geen",
    "inga",
    "ingen",
    "brak",
    "žádné",
    "žiadne",
    "nincs",
    "niciun",
    "nema",
    "няма",
    "нет",
    "немає",
    "لا",
    "بدون",
    "아직",
    "hiç",
)

_EDGES = " \t\xa0-–—•·|[]>»→←:.!…\u200b"
_COUNT = r"[(\[]?\d{1,5}[)\]]?"
_BEFORE, _CUT_LINE = 3, 30
_LEAD = re.compile(r"[\W\d_]{0,12}$")
_ENDS = re.compile(r"[.!?…。！？।۔:»”\"')\]|•]\s{0,3}$")
_SET_OFF = re.compile(r"(?:^|[|•·–—]\s{0,2}|\s{2})$")
_TAIL = 20
"""In flattened text so much of a sentence may follow an invitation that is still of it."""


@cache
def _forms() -> Phrases:
    return Phrases(any_of(_FORMS))


@cache
def _invitations() -> Phrases:
    return Phrases(rf"(?<![^\W_]){any_of(_longest_first(_INVITATIONS))}")


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    """Return the patterns, compiled when a text first needs one."""
    plural, single = any_of(_longest_first(_PLURALS)), any_of(_longest_first((*_PLURALS, *_ONLY_COUNTED)))
    none, whole = any_of(_NONE), any_of(_longest_first(_WHOLE))
    rules = {
        "whole": whole,
        "single": any_of(_longest_first(_ONLY_COUNTED)),
        "label": (
            rf"(?:{whole}|{plural}|(?:{_COUNT}|{none}) ?{single}|{single} ?:? ?(?:{_COUNT}|\*|\(required\))"
            rf"|{any_of(_longest_first(_INVITATIONS))})(?: ?{_COUNT})?"
        ),
        "counted": rf"(?:{_COUNT}|(?<![^\W_]){none}) {single}",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in rules.items()}


def _longest_first(phrases: tuple[str, ...]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _before_gap(phrase: str) -> str:
    return phrase.partition("[^")[0].rstrip()


_SEVERAL_WORDS = tuple(phrase for phrase in _WHOLE if phrase.startswith("join the"))
TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together([_before_gap(phrase) for phrase in _FORMS])),
    *(Trigger(part, caseless=True) for part in together(_INVITATIONS)),
    *(Trigger(part, caseless=True) for part in together(_SEVERAL_WORDS)),
    *(Trigger(part, caseless=True) for part in at_line_starts((*_WHOLE, *_PLURALS, *_ONLY_COUNTED))),
    *(
        Trigger(rf"{before}{part}", caseless=True, gate=Gate(part, caseless=True))
        for part in together((*_PLURALS, *_ONLY_COUNTED))
        for before in (r"[0-9][)\]]? ?", f"{any_of(_NONE)} ")
    ),
    *FIELD_TRIGGERS,
)
"""Whatever is of a comment section has a match of one of these."""


def comment_form_at(text: str, start: int, end: int) -> Piece | None:
    """Return what asks for comments or heads them at ``text[start:end]``, a hit of the triggers."""
    start, end = stripped(text, start, end)
    line = line_at(text, start, end)
    found = _label(text, line) or _form(text, line, start, end) or _invitation(text, line, start, end)
    found = found or _whole_sentence(text, line, start, end) or _counted(text, line, start, end)
    found = found or form_at(text, line) or _counted_above(text, line)
    if found is None or is_quoted(text, line.start, found.start) or has_notice(text, found):
        return None
    return None if is_reported(text, Piece(start, end), line) else found


def is_comment_form(text: str, paragraph: Piece) -> bool:
    """Return whether all of *paragraph* of *text* is of a comment form, as :func:`comment_form_at` tells."""
    if paragraph.end - paragraph.start > MAX_HIT_LENGTH:
        return False
    places = phrases(text, [Hit("body", *paragraph)], TRIGGERS)
    parts = joined(text, {part for place in places if (part := comment_form_at(text, *place)) is not None})
    return any(part.start <= paragraph.start and paragraph.end <= part.end for part in parts)


def has_comment_form(text: str, piece: Piece) -> bool:
    """Return whether *piece* of *text* has what only a form for comments says."""
    form = _forms().search(text, *piece) or _invitations().pattern.match(text, *piece)
    return form is not None


def _label(text: str, line: Piece) -> Piece | None:
    """Return the line that is a label, a count or a button and no more."""
    if line.end - line.start > LABEL_CHARACTERS or _is_inside_sentence(text, line):
        return None
    return line if _rules()["label"].fullmatch(text[slice(*line)].strip(_EDGES)) else None


def _is_inside_sentence(text: str, line: Piece) -> bool:
    """Return whether a link parted a sentence: "let us know in the", "comments", "below"."""
    above = text[max(0, line.start - LABEL_CHARACTERS) : line.start].rstrip(" \t")
    cut = above[:-1].rpartition("\n")[2]
    return text[line.start].islower() and above[-1:] == "\n" and len(cut) > _CUT_LINE and cut.rstrip()[-1:].isalpha()


def _form(text: str, line: Piece, start: int, end: int) -> Piece | None:
    form = _forms().search(text, start, min(line.end, end + LABEL_CHARACTERS))
    if form is None or is_quoted(text, line.start, form.start()):
        return None
    sentence = sentence_at(text, *form.span(), line)
    if line.end - line.start <= LINE_CHARACTERS and sentence.start - line.start <= LABEL_CHARACTERS:
        return line
    gap = text.rfind("  ", sentence.start, form.start())
    sentence = stripped(text, max(sentence.start, gap), sentence.end)
    return sentence if sentence.end - sentence.start <= SENTENCE_CHARACTERS else Piece(*form.span())


def _invitation(text: str, line: Piece, start: int, end: int) -> Piece | None:
    invitation = _invitations().search(text, max(line.start, start - 1), min(line.end, end + _BEFORE))
    if invitation is None or text[invitation.end() : invitation.end() + 1].isalpha():
        return None
    before = text[line.start : invitation.start()]
    opens_line = _LEAD.fullmatch(before) is not None
    if not (opens_line or _ENDS.search(before) or text[invitation.start()].isupper()):
        return None
    if opens_line and line.end - line.start <= LINE_CHARACTERS:
        return line
    sentence = sentence_at(text, *invitation.span(), line)
    ends_soon = sentence.end - invitation.end() <= _TAIL
    return Piece(invitation.start(), sentence.end if ends_soon else invitation.end())


def _whole_sentence(text: str, line: Piece, start: int, end: int) -> Piece | None:
    sentence = sentence_at(text, start, end, line)
    is_whole = _rules()["whole"].fullmatch(text[slice(*sentence)].strip(_EDGES))
    return sentence if is_whole else None


def _counted(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "12 comments" where it ends its line and is set off from what stands before it."""
    counted = (
        _rules()["counted"].search(text, max(line.start, start - _BEFORE), line.end)
        if end + LABEL_CHARACTERS > line.end
        else None
    )
    if counted is None or text[counted.end() : line.end].strip(_EDGES):
        return None
    return Piece(counted.start(), line.end) if _SET_OFF.search(text[line.start : counted.start()]) else None


def _counted_above(text: str, line: Piece) -> Piece | None:
    """Return a label that heads opinions, too, with its count in the line above: "0", "Comment"."""
    if line.end - line.start > LABEL_CHARACTERS or not _rules()["single"].fullmatch(text[slice(*line)].strip(_EDGES)):
        return None
    above = text[max(0, line.start - LABEL_CHARACTERS) : line.start]
    count = above.rstrip().rpartition("\n")[2].strip()
    is_count = count.isdecimal() and len(count) <= COUNT_DIGITS and "\n" in above[above.rindex(count) :]
    return Piece(line.start - len(above) + above.rindex(count), line.end) if is_count else None
