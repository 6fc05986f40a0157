"""Sentences that only a page says, the same on many: messages, requests for corrections, notes on machines.

They count where they begin a line or a sentence, or with a capital inside flattened text, unless they are told as
somebody's words. What asks for corrections is a question and the answer beside it ("Found a typo? Report it.").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.facts.furniture.pieces import Piece, line_at, sentence_at, stripped
from newslint.facts.furniture.reported import is_told
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

SENTENCE_CHARACTERS = 160
"""So much of a sentence behind a phrase is still of it; a longer one is a flattened page."""
ANSWER_CHARACTERS = 120
"""Behind a question about errors so much is its answer: ``Please select it and press Ctrl+Enter.``"""
LISTED_CHARACTERS = 300
"""A line of tags has at most so many characters."""
TAG_WORDS = 5
"""Tags have at most so many words, those of a company or a law included."""
TAG_LINES = 20
"""Below a heading of tags so many lines can be some, the commas between them included."""
TAG_CHARACTERS = 24
"""Such a line has at most so many characters."""

_MESSAGES = (
    "created (?:with|using) (?:sketch(?:tool)?|avocode|raphaël|figma|pixelmator|vectornator)(?: beta)?[.]",
    "post was not sent - check your e-?mail addresses!?", "e-?mail check failed, please try again",
    "sorry, your blog cannot share posts by e-?mail[.]?",
    "thank(?:s| you) for contacting us[.!] ?we(?:[’']ve| have) received your (?:submission|message)[.!]?",
    "this (?:story|article|post|video) has been (?:shared|viewed|read) [0-9][0-9,.]{0,9} times[.]?",
    "(?:success! )?you(?: are|[’']re|[’']ve| have)(?: now)?(?: been)? successfully (?:subscribed|signed up)[.!]{0,3}",
    "there was a problem (?:subscribing you|signing you up)(?: to (?:the|our|this) [a-z]{1,12})?[.!]{0,3}",
    (
        "(?:please )?double[- ]check your e-?mail(?: address)? and try again"
        "(?:,? or (?:e-?mail|contact) (?:us|[^\\s@]{1,40}@[a-z0-9.-]{1,40}[a-z]))?[.!]{0,3}"
    ),
    "(?:there was an error, )?please (?:enter|provide) a valid e-?mail(?: address)?[.!]{0,3}",
    "a welcome e-?mail is on its way[.!]{0,3}(?: if you don[’']t see it,? please check your (?:junk|spam) folder[.]?)?",
    "sie haben sich erfolgreich (?:(?:für den|zum) newsletter )?angemeldet[.!]{0,3}",
    "bitte gib(?: hier)? eine gültige e-?mail-?adresse (?:ein|an)[.!]{0,3}",
    "bitte geben sie(?: hier)? eine gültige e-?mail-?adresse (?:ein|an)[.!]{0,3}",
    "votre inscription (?:à la newsletter )?a bien été (?:prise en compte|enregistrée)[ \u00a0]?[.!]{0,3}",
    "veuillez (?:saisir|entrer|renseigner) une adresse e-?mail valide[.!]{0,3}",
    "te has suscrito (?:correctamente|con éxito)(?: a (?:nuestro|nuestra|la|el) [a-zí]{1,12})?[.!]{0,3}",
    "(?:por favor,? )?(?:introduce|introduzca|ingresa|ingrese) un (?:correo(?: electrónico)?|e-?mail) válido[.!]{0,3}",
    "(?:sua )?inscrição (?:foi )?(?:realizada|efetuada|feita) com sucesso[.!]{0,3}",
    "(?:por favor,? )?(?:insira|digite|informe) um e-?mail válido[.!]{0,3}",
    "(?:la tua )?iscrizione (?:alla newsletter )?(?:è )?(?:avvenuta|completata) con successo[.!]{0,3}",
    "inserisci un(?: indirizzo)? e-?mail valid[oa][.!]{0,3}", "vul een geldig e-?mailadres in[.!]{0,3}",
    "(?:prosimy |proszę )?podaj poprawny adres e-?mail[.!]{0,3}",
    "(?:спасибо! )?вы успешно подписа(?:лись|ны)(?: на (?:нашу )?(?:рассылку|новости))?[.!]{0,3}",
    "(?:пожалуйста,? )?введите (?:корректный|правильный|действительный) (?:адрес|e-?mail)[^\\n.!]{0,20}[.!]{0,3}",
    "(?:дякуємо! )?ви успішно підписа(?:лися|лись|ні)(?: на (?:нашу )?(?:розсилку|новини))?[.!]{0,3}",
    "(?:bültenimize )?başarıyla abone oldunuz[.!]{0,3}", "lütfen geçerli bir e-?posta adresi gir(?:in|iniz)[.!]{0,3}",
    "تم (?:تسجيل )?اشتراكك بنجاح[.!]{0,3}", "(?:يرجى|الرجاء) إدخال بريد إلكتروني صحيح[.!]{0,3}",
    "您已(?:订阅成功|成功订阅)[。！!]{1,3}", "请输入有效的(?:电子)?邮(?:箱|件)地址[。！!]{0,3}",
    "有効なメールアドレスを入力してください[。！!]{0,3}", "유효한 이메일 주소를 입력(?:해 ?주세요|하세요)[.!]{0,3}",
    "(?:story|article) continues (?:below|after) (?:this |the )?advertisement[.]?",
    (
        "(?:de )?tekst (?:gaat|loopt) (?:verder|door) onder (?:de|het|deze) "
        "(?:foto[’']?s?|video|afbeelding|advertentie|tweet|post|kaart|grafiek|tabel)[.]?"
    ),
    "(?:artikkeli|juttu|teksti) jatkuu (?:mainoksen|kuvan|videon) jälkeen[.]?",
    "(?:artikkel|lugu) jätkub pärast reklaami[.]?",
    "(?:artikkelen|saken) (?:fortsetter|held fram) (?:under|etter) (?:annonsen|bildet|videoen)[.]?",
    "artikeln fortsätter (?:under|efter) (?:annonsen|bilden|videon)[.]?",
    "artiklen fortsætter (?:under|efter) (?:annoncen|billedet|videoen)[.]?",
    "[0-9]{0,3} ?% of readers think this story is (?:fact|fiction)[.]?",
    "end of article(?![^\\W\\d_]|(?-i: [a-z0-9]))", "dieses thema im programm:",
    "अगर आपके पास प्रीमियम मेंबरशिप है तो", "मेरे पास पहले से सदस्यता है",
    (
        "a code has been sent to [.…*]{0,6} ?please check your e-?mail and enter your one[- ]time (?:pin|code|password)"
        "(?: below)?:?"
    ),
    "thanks[.] twitter will use this to make your timeline better[.](?: undo ?(?:undo)?)?",
    (
        "twitter may be over capacity or experiencing a momentary hiccup[.]"
        "(?: try again or visit twitter status for more information[.])?"
    ),
    "add this (?:tweet|video) to your website by copying the code below[.]?(?: learn more)?",
    "انتهای پیام ?/[^\\s]{0,8}",
    "view author archive(?: email the author)?(?: get author rss feed)?",
    "skip to (?:main )?(?:content|footer)(?![^\\W\\d_]|(?-i: (?:that|which|you|the) ))", "skip to (?:main )?navigation",
)  # fmt: skip
"""Messages and counters, most of them of WordPress, of forms for newsletters and of drawing programs.

They end where they end: in a flattened page headlines follow.
"""
_OPENED = (
    "beitrag nicht abgeschickt - e-?mail", "e-?mail-überprüfung fehlgeschlagen, bitte versuche",
    "(?:ihr|dein) blog kann leider keine beiträge per e-?mail",
    "l[’']article n[’']a pas été envoyé - vérifiez", "la vérification e-?mail a échoué, veuillez réessayer",
    "désolé, votre blog ne peut pas partager", "no se pudo enviar la entrada. ¡comprueba",
    "(?:error en|falló) la comprobación de (?:e-?mail|correo)", "lo sentimos, tu blog no puede compartir",
    "post não foi enviado - verifique", "verificação de e-?mail falhou, tente novamente",
    "desculpe, seu blog não pode compartilhar", "l[’']articolo non è stato pubblicato, controlla gli indirizzi",
    "verifica dell[’']e-?mail non riuscita", "ci dispiace, il tuo blog non consente",
    "bericht is niet verzonden - contro", "e-?mail controle is mislukt, probeer", "helaas, je blog kan geen berichten",
    "запись не была отправлена. проверьте", "проверка e-?mail не прошла, попробуйте",
    "извините, ваш блог не может делиться",
)  # fmt: skip
"""How such messages begin in other languages."""

_EMBEDDED = (
    "(?:an dieser stelle|hier) (?:findest du|finden sie|findet ihr) (?:einen )?(?:relevanten? )?externe",
    "an dieser stelle befindet sich ein (?:externer|von unserer redaktion)",
    "du kannst ihn dir mit einem klick anzeigen lassen",
    "sie können (?:ihn )?sich (?:ihn )?mit einem klick anzeigen lassen",
    "(?:ich bin|sind sie|bist du) damit einverstanden, dass mir (?:externe )?inhalte",
    "(?:ich bin|sind sie|bist du) damit einverstanden, dass externe inhalte",
    "(?:damit|dadurch|dabei|hierbei) (?:können|werden) personenbezogene daten an dritt",
    "personenbezogene daten können an drittplattformen",
    "für die darstellung von [^\\n.]{3,40} nutzen wir die software", "erst wenn sie hier klicken,? werden",
    "ihre ip-adresse wird dabei an externe server",
    "über den datenschutz (?:dieses|von) [^\\n.]{3,40} können sie sich auf der seite de",
    "um ihre künftigen besuche zu erleichtern, speichern wir ihre zustimmung",
    "ihre zustimmung können sie im bereich", "wir benötigen ihre zustimmung, um (?:den|das|die|diesen|dieses) ",
    "wir verwenden einen service eines drittanbieters, um",
    "dieser service kann daten zu ihren aktivitäten sammeln",
    "bitte lesen sie die details durch und stimmen sie der nutzung", "sie sehen gerade einen platzhalterinhalt",
    "um auf den eigentlichen inhalt zuzugreifen, klicken sie", "bitte beachten sie, dass dabei daten an drittanbieter",
    "mit dem laden (?:des videos|des tweets|des beitrags|des inhalts|der karte) akzeptieren sie",
    "klicken sie auf den unteren button, um den inhalt", "you are currently viewing a placeholder content",
    "to access the actual content, click the button", "please note that doing so will share data with third-party",
    "by loading the (?:video|tweet|post|map|content), you (?:agree|accept)",
    "this (?:article|story|page) (?:contains|includes) content (?:hosted on|provided by|from) ",
    "we ask for your (?:permission|consent) before anything is loaded",
    (
        "(?:to view|to see|to watch|to show) this (?:content|video|embed|post|tweet),? (?:please )?"
        "(?:accept|allow|update|change|manage) (?:your|the|all|our) "
    ),
    "this content is (?:blocked|not (?:displayed|shown|available)) (?:because|due to|as) (?:of )?(?:you|your) ",
    "ce contenu (?:est bloqué|n[’']est pas affiché|ne peut pas être affiché) (?:car|parce que) vous",
    (
        "pour (?:visualiser|afficher|voir|regarder) (?:ce|cette) (?:contenu|vidéo|tweet|publication),? "
        "(?:vous devez|veuillez|merci d|acceptez)"
    ),
    "este contenido (?:está bloqueado|no se puede mostrar|no se muestra) (?:porque|por|debido)",
    "para (?:ver|visualizar) este (?:contenido|v[ií]deo|tuit),? (?:debes|debe|tienes que|es necesario|acepta)",
    "para (?:ver|visualizar) este (?:conteúdo|vídeo|tweet),? (?:deve|tem de|é necessário|aceite)",
    "per (?:vedere|visualizzare) questo (?:contenuto|video|post|tweet),? (?:devi|occorre|è necessario|accetta|clicca)",
    "om deze (?:inhoud|content|video|post|tweet) te (?:tonen|bekijken|zien),? (?:moet|dien|geef|accepteer)",
    "deze (?:inhoud|content) (?:kan niet worden|wordt niet) (?:getoond|weergegeven) (?:omdat|vanwege)",
    "aby (?:wyświetlić|zobaczyć) (?:tę treść|ten film|ten post),? (?:musisz|zaakceptuj|wyraź)",
)  # fmt: skip
"""How what stands in the place of embedded content begins its sentences, until the reader agrees to load it."""

_OLD = (
    "this article is (?:more than|over) (?:[0-9]{1,2}|an?|one|two|three|five|ten) years? old",
    (
        "(?:(?:hinweis|achtung): )?dieser (?:artikel|beitrag) ist (?:bereits )?(?:älter als|mehr als|über) "
        "(?:ein|[0-9]{1,2}) jahr"
    ),
    "denne (?:artikkelen|saken) er (?:over|mer enn|eldre enn) (?:ett|[0-9]{1,2}) år",
    "denne artikel er (?:over|mere end|ældre end) (?:et|[0-9]{1,2}) år",
    "(?:den här )?artikeln är (?:över|mer än|äldre än) (?:ett|[0-9]{1,2}) år",
    "(?:tämä )?(?:artikkeli|juttu) on yli (?:vuoden|[0-9]{1,2} vuotta) vanha",
    "(?:tähelepanu! )?(?:see )?artikkel on (?:enam|rohkem) kui (?:aasta|[0-9]{1,2} aastat) vana",
    "dit (?:artikel|bericht) is (?:ouder|meer) dan (?:een|één|[0-9]{1,2}) jaar",
    "cet article date de plus d(?:[’']un an|e [0-9]{1,2} ans)",
)  # fmt: skip
"""What a page says of the age of its article."""

_EMBEDDING = (
    "copy and paste this (?:url into your wordpress site|code into your (?:web ?)?site) to embed",
    "kopiere und füge diese[n]? (?:url|code) in deine (?:wordpress-)?website",
    "kopi[eé]r og indsæt denne (?:url|kode) på dit (?:websted|wordpress)",
    "kopier og lim inn denne (?:url|kode)", "kopiera och klistra in denna (?:url|kod)",
    "copiez(?:[ -/]| et )collez (?:cette (?:adresse )?url|ce code) (?:dans|sur) votre site",
    "copia y pega (?:esta url|este código) en tu (?:sitio|web)",
    "copie e cole (?:esta url|este url|este código) (?:no|em) seu site",
    "copia e incolla (?:questo url|questa url|questo codice) (?:nel|sul) tuo sito",
    "kopieer en plak deze (?:url|code) (?:in|op) je", "skopiuj i wklej ten (?:adres url|kod) (?:na|w)",
)  # fmt: skip
"""What WordPress says to those who would show its article in theirs."""

_USED_ELSEWHERE = (
    "lecture du monde en cours sur un autre appareil", "vous (?:ne )?pouvez lire [^\\n.]{3,24} sur un seul appareil",
    "vous ne pouvez lire [^\\n.]{3,24} que sur un seul appareil",
    "ce message s[’']affichera sur l[’']autre appareil", "ce dernier restera connecté avec ce compte",
    "parce qu[’']une autre personne \\(ou vous\\) est en train de lire", "en cliquant sur « continuer à lire ici »",
    "que se passera-t-il si vous continuez à lire ici", "vous ignorez qui est l[’']autre personne",
    "non[.] vous pouvez vous connecter avec votre compte sur autant d[’']appareils",
    "tu suscripción se está usando en otro dispositivo", "si quieres compartir tu cuenta, cambia tu suscripción",
    "cada uno accederá con su propia cuenta de e-?mail", "en el caso de no saber quién está usando tu cuenta",
    "si decides continuar compartiendo tu cuenta, este mensaje",
    "puedes consultar aquí los términos y condiciones de la suscripción",
    "ti informiamo che con il tuo piano puoi leggere", "questo messaggio verrà visualizzato su un altro dispositivo",
    "l[’']altro dispositivo/accesso rimarrà collegato",
    "puoi accedere con il tuo account su tutti i dispositivi che desideri",
    "perché tu o qualcun altro sta leggendo", "il tuo attuale abbonamento permette di leggere",
    "se sei abbonato con un altro account accedi con",
    "se siete in 2 o più che utilizzano lo stesso abbonamento", "ti consigliamo di cambiare la tua password cliccando",
    "trovi tutti gli articoli salvati nella tua area personale",
    "your subscription is being used on another device",
    "dein abo(?:nnement)? wird (?:gerade|bereits) auf einem anderen",
)  # fmt: skip
"""The same of what a page says where two devices read with one subscription."""

_ASIDE = (
    "(?:hauptnavigation: )?nutzen sie die tabulatortaste, um durch die menüpunkte",
    "öffnen sie untermenüs mit der leertaste", "schließen sie untermenüs mit der escape-taste",
    "der kurz-?link dieses artikels lautet", "you can add location information to your tweets",
    "more detailed message would go here to provide context", "for more information see our t&c",
    "ellenőrizze a megadott adatokat, mert így nem találtunk",
    "kérjük,? térjen vissza [:0-9. -]{0,16}napján, hogy aktiválhassa", "아이디 또는 비밀번호를 잘못 입력했습니다",
    "여러사람에게 보낼 경우 메일주소는 세미콜론",
    (
        "(?:du (?:bist|hast) |sie (?:sind|haben) )?(?:bereits|schon) (?:einen? )?(?:[a-z0-9]{2,8}[ -])?"
        "(?:abo|abonnent|abonnentin|kunde|kundin|mitglied|account|konto)[?] (?:dann )?"
        "(?:jetzt |hier |bitte )?(?:logge dich|melde dich|loggen sie|melden sie|anmelden|einloggen)"
    ),
)  # fmt: skip
"""And of what it says to who uses the keyboard, the address or an account."""

_AGREED = (
    "by (?:signing up|subscribing),? you (?:agree|consent) to (?:our|receive (?:the above|our|e-?mails|newsletters))",
    (
        "mit (?:der|meiner|ihrer|deiner) anmeldung (?:zum newsletter )?(?:(?:willigen|stimmen|akzeptieren) sie"
        "|(?:willige|stimme|akzeptiere) ich|(?:willigst|stimmst|akzeptierst) du) (?:in die|der|den|unser|ein|zu)"
    ),
    "en vous inscrivant(?: à la newsletter)?,? vous (?:acceptez|consentez) ",
    "al (?:suscribirte|suscribirse|registrarte),? aceptas? (?:nuestr|las condiciones|los términos|la política)",
)  # fmt: skip
"""How the sentence below a form's button begins, which links often part over several lines."""

_MADE = "(?:generated|created|produced|written|translated|narrated|summari[sz]ed)"
_MADE_BY = (
    "(?: automatically)? (?:by|using|with)(?: the (?:help|use|assistance|support) of)?"
    " (?:an? )?(?:ai|artificial intelligence)"
)
_OF_TEXT = "(?:summary|article|text|translation|audio|content|transcript)"
_BY_MACHINE = (
    rf"th(?:is|e above|e following) {_OF_TEXT} (?:was|is|has been) {_MADE}{_MADE_BY}(?![^\W_])",
    rf"(?:these|the above) (?:key )?(?:points|takeaways|summaries) (?:were|are) {_MADE}{_MADE_BY}(?![^\W_])",
    "diese zusammenfassung wurde (?:künstlich erzeugt|maschinell erstellt)",
    (
        "diese(?:r|s)? (?:zusammenfassung|text|artikel|übersetzung|audio) wurde (?:automatisch"
        " )?(?:mit|von|durch) (?:hilfe (?:von )?)?(?:einer )?(?:ki|künstlicher intelligenz)(?![^\\W_])"
    ),
    (
        "ce (?:résumé|texte|contenu) a été (?:généré|rédigé|créé|réalisé|produit)(?: automatiquement)?"
        " (?:par|avec|à l[’']aide d)[^\\n.]{0,12}(?<![^\\W_])(?:ia|intelligence artificielle)(?![^\\W_])"
    ),
    (
        "este (?:resumen|texto|contenido) (?:fue|ha sido) (?:generado|creado|elaborado|redactado)(?:"
        " automáticamente)? (?:por|con)[^\\n.]{0,12}(?<![^\\W_])(?:ia|inteligencia artificial)(?![^\\W_])"
    ),
    (
        "este (?:resumo|texto|conteúdo) foi (?:gerado|criado|produzido|elaborado)(?: automaticamente)?"
        " (?:por|com)[^\\n.]{0,12}(?<![^\\W_])(?:ia|inteligência artificial)(?![^\\W_])"
    ),
    (
        "questo (?:riassunto|testo|contenuto) è stato (?:generato|creato|realizzato|prodotto)(?:"
        " automaticamente)? (?:da|con)[^\\n.]{0,16}(?<![^\\W_])(?:ia|ai|intelligenza artificiale)(?![^\\W_])"
    ),
    (
        "deze samenvatting is (?:automatisch )?(?:gemaakt|gegenereerd)"
        " (?:door|met)[^\\n.]{0,12}(?<![^\\W_])(?:ai|kunstmatige)"
    ),
    (
        "(?:oppsummeringen|sammendraget|denne oppsummeringen|resuméet|dette resumé) er "
        "(?:laget|generert|lavet|genereret) (?:av|af|med)[^\\n.]{0,12}(?<![^\\W_])(?:ai|ki)(?![^\\W_])"
    ),
    "den här sammanfattningen är (?:gjord|skapad|genererad) (?:av|med)[^\\n.]{0,12}(?<![^\\W_])ai(?![^\\W_])",
    (
        "(?:to )?(?:podsumowanie|streszczenie) zostało (?:wygenerowane|przygotowane|stworzone) przez"
        " (?:ai|sztuczną)"
    ),
    "toto shrnutí (?:vytvořila|vygenerovala) (?:ai|umělá)",
    (
        "это (?:краткое содержание|резюме|саммари) (?:создано|сгенерировано|подготовлено)"
        " (?:ии|нейросет|искусственным)"
    ),
    "цей (?:підсумок|переказ) (?:створено|згенеровано) (?:ші|штучним)", "bu (?:özet|metin) yapay zek[aâ]",
    "تم إنشاء هذا الملخص (?:بواسطة|باستخدام)",
    "(?:本|此|以上)(?:文)?(?:摘要|内容|總結|总结)由 ?(?:ai|人工智[能慧])(?:自动|自動)?(?:生成|產生)",
    "この(?:要約|記事)は(?:生成)?ai(?:が|により|によって|で|を使って)(?:自動)?(?:作成|生成)",
    "(?:이|본) ?(?:요약문?|기사)[은는] ?(?:ai|인공지능)[^\\n.]{0,10}(?:생성|작성|요약)",
)  # fmt: skip
"""What a page says of a text that a machine made, with "this"."""

_ASKED = (
    "(?:found|spotted|noticed|see) (?:a|an) (?:typo|error|mistake|inaccuracy)",
    (
        "(?:did|have|do) you (?:find|spot|notice|see|spotted|noticed|found) (?:a|an|any)"
        " (?:typo|errors?|mistakes?) (?:in|on) (?:this|the|our) (?:article|story|page|text)"
    ),
    "(?:tipp-?|schreib)?fehler (?:gefunden|entdeckt|bemerkt|im (?:text|artikel) (?:gefunden|entdeckt|bemerkt))",
    (
        "(?:haben sie|hast du) (?:einen |im (?:artikel|text) einen )(?:tipp-?|schreib-?)?fehler"
        " (?:gefunden|entdeckt|im (?:text|artikel))"
    ),
    "(?:une|vous avez (?:vu|repéré|trouvé|remarqué|constaté) une) (?:erreur|faute|coquille)",
    "¿(?:has|ha) (?:encontrado|visto|detectado) (?:un|algún) error",
    "¿(?:encontraste|viste|detectaste) (?:un|algún) error",
    "(?:encontrou|viu|achou|detectou|detetou) (?:algum|um) erro",
    "(?:hai|avete) (?:trovato|notato|visto) un (?:errore|refuso)",
    "(?:typ|taal)?fout(?:je)? (?:gezien|gevonden|ontdekt|gespot)", "(?:heb|zie) je een (?:(?:typ|taal)?fout(?:je)?)",
    (
        "(?:znalazłeś|zauważyłeś|widzisz|znalazłaś|zauważyłaś|znaleźliście|zauważyliście) (?:w artykule"
        " )?(?:błąd|literówkę)"
    ),
    "našli jste (?:v článku |v textu )?(?:chybu|překlep)", "našli ste (?:v článku |v texte )?(?:chybu|preklep)",
    "(?:hittat|sett|upptäckt|hittade du|såg du) ett (?:skriv)?fel", "(?:har du )?fundet en (?:stave)?fejl",
    "(?:har du )?funnet en (?:skrive)?feil", "huomasitko (?:kirjoitus)?virheen",
    "(?:hibát|elírást) (?:talált|találtál|látott|láttál)", "ai (?:găsit|observat|văzut) o (?:greșeală|eroare)",
    "(?:открихте|намерихте|забелязахте) грешка", "(?:уочили сте|uočili ste|pronašli ste) (?:грешку|grešku|pogrešku)",
    "(?:βρήκατε|εντοπίσατε) (?:κάποιο )?λάθος",
    "(?:нашли|заметили|обнаружили|увидели|видите) (?:ошибку|опечатку|неточность|ошибки)",
    "(?:знайшли|помітили|виявили|побачили|бачите) (?:помилку|неточність|одрук|друкарську помилку)",
    "(?:знайшлі|заўважылі) (?:памылку|абдрукоўку)", "(?:yazım )?hata(?:sı)? mı (?:gördünüz|buldunuz|fark ettiniz)",
    "kļūda rakstā", "radote klaidą",
    "(?:هل )?(?:وجدت|لاحظت|رأيت) خط[أا]",
)  # fmt: skip
"""A question about errors, without its mark."""

_IF = (
    (
        "if you (?:find|found|spot|notice|see|have found|have spotted) (?:a|an|any)"
        " (?:typo|errors?|mistakes?|inaccuracy) (?:in|on) (?:this|the|our) (?:article|story|page|text)"
    ),
    "if you are aware of an inaccuracy or would like to report",
    (
        "wenn sie (?:einen|im (?:text|artikel) einen) (?:tipp-?|schreib-?)?fehler"
        " (?:gefunden|entdeckt|im (?:text|artikel))"
    ),
    "se (?:você )?encontrou (?:algum|um) erro n(?:este|o|a|esta) ",
    "si (?:vous )?(?:avez )?(?:constaté|repéré|vu) une (?:erreur|faute|coquille) dans (?:cet article|ce texte)",
    (
        "если вы (?:нашли|заметили|обнаружили|увидели|обнаружите|заметите|найд[её]те)[^\\n.,]{0,20}"
        " (?:ошибку|опечатку|неточность)[^\\n.,]{0,30},? ?(?:пожалуйста,? )?(?:выделите|сообщите|нажмите)"
    ),
    (
        "якщо ви (?:знайшли|помітили|виявили|побачили|знайдете|помітите)[^\\n.,]{0,20}"
        " (?:помилку|неточність|одрук)[^\\n.,]{0,30},? ?(?:будь ласка,? )?(?:виділіть|повідомте|натисніть)"
    ),
    "aby zgłosić błąd(?: w artykule)?,? (?:zaznacz|kliknij)",
)  # fmt: skip
"""The same as a condition, which names the text or what to do."""

_ERRORS = (
    "error", "typo", "mistake", "spelling", "fehler", "faute", "erreur", "błąd", "literów", "chyb", "ошиб", "опечат",
    "неточност", "помилк", "неточніст", "одрук", "памылк", "абдрук", "грешк", "kļūd", "laboj", "klaid", "hata",
    "xato", "қате", "ката",
)  # fmt: skip
_ANSWERS = (
    "report", "let us know", "tell us", "write to us", "write us", "contact us", "e-mail", "email", "melden",
    "schreib", "signale", "écrivez", "contactez", "avísa", "repórt", "escríb", "envía", "avise", "informe",
    "comunique", "segnal", "scriv", "meld ", "laat het", "mail", "zgłoś", "napisz", "daj nam", "сообщи", "выдели",
    "напиши", "ctrl", "повідом", "виділ", "напиш", "bildir", "nahlas", "napište", "napíšte", "dajte", "berätta",
    "skriv", "fortæl", "kerro", "ilmoita", "írj", "jelez", "spune", "scrie", "selectează", "селект", "маркирайте",
    "пишете", "πείτε", "паведам", "вылуч", "أبلغ", "راسل",
)  # fmt: skip

_TAGS = (
    "tags?", "published under", "tagged(?: with)?", "keywords?", "filed under", "posted in", "schlagw[oö]rter",
    "schlagworte",
    "abgelegt unter",
    "mots[- ]clés", "étiquettes", "etiquetas", "palabras clave", "palavras-chave", "parole chiave", "trefwoorden",
    "nyckelord", "taggar", "etiketter", "emneord", "avainsanat", "tagi", "słowa kluczowe", "štítky", "tagy",
    "klíčová slova",
    "kľúčové slová", "címkék", "etichete", "tagovi", "oznake", "ključne (?:riječi|reči)", "етикети", "ключови думи",
    "теги", "ключевые слова", "ключові слова", "тэгі", "ετικέτες", "etiketler", "anahtar kelimeler", "الوسوم",
    "كلمات مفتاحية", "الكلمات المفتاحية", "برچسب‌?ها", "کلیدواژه‌?ها", "תגיות", "टैग्स?", "ٹیگز", "ট্যাগ", "kata kunci",
    "từ khóa", "คำค้น", "关键词", "关键字", "關鍵字", "關鍵詞", "标签", "標籤", "タグ", "キーワード", "태그", "키워드",
)  # fmt: skip
"""Headings of what an article is filed under."""

_BEGUN = (*_OPENED, *_EMBEDDED, *_OLD, *_EMBEDDING, *_USED_ELSEWHERE, *_ASIDE, *_BY_MACHINE, *_IF)
_FIXED = (*_MESSAGES, *_AGREED, *_BEGUN)
_CTRL_ENTER = r"ctrl\s?[+-]\s?enter"
_BEGINS = re.compile(r"(?:[.!?…。！？।۔:»”\"')\]|•])[\s\W_]{0,12}$")
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "۔", ":")
_ABOVE = 100
_OF_TEXTS = (
    "text", "article", "artikel", "artíc", "artigo", "articol", "story", "page", "nota", "notícia", "noticia",
    "articolo", "notizia", "seite", "bericht", "artyku", "teks", "článk", "cikk", "член", "текст", "стать", "новост",
    "новин", "материал", "матеріал", "страниц", "сторінц", "сайт", "άρθρο", "κείμενο", "haber", "المقال", "الخبر",
    "النص",
)  # fmt: skip
"""What errors of a page are in."""
_NOUNS = ("fehler", "tipp", "schreib")
_BRACKETS = {"(": ")", "[": "]"}
_TWEETS = re.compile("tweets by @[^ ]*", re.IGNORECASE)
_TAG = re.compile(
    rf"(?:[-•*] )?{any_of(_TAGS)}(?:[ \t\u00a0]{{0,2}}[:：][ \t\u00a0]{{0,4}}|[ \t\u00a0]{{0,2}}$)",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = re.compile(r"[,،、，;|·•#/]|\s-\s|\s{2}")
_REST = re.compile(r"(?:[^\n.!?]|\n(?![ \t\r]{0,40}\n)){1,160}[.!?]")
"""The rest of a sentence in the lines below, up to an empty one."""
_PARAGRAPH = re.compile(r"\s*([^\s][^\r\n]*)")


def _before_gap(phrase: str) -> str:
    return phrase.partition("[^\\n")[0].partition("(?![^")[0].partition("(?<!")[0]


TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together([_before_gap(phrase) for phrase in (*_FIXED, *_ASKED)])),
    Trigger(r"ctrl[ ]?[+-][ ]?enter", caseless=True),
    *(
        Trigger(part, caseless=True)
        for part in at_line_starts([lead + tag for lead in ("", "[-•*] ") for tag in _TAGS], "[ \u00a0]{0,2}[:：\r\n]")
    ),
    *(Trigger(part, caseless=True) for part in at_line_starts(["tweets by @"])),
)
"""Whatever is such a sentence has a match of one of these."""


def page_sentences(text: str, hits: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the sentences of a page at *hits* of the triggers in *text*."""
    for hit in hits:
        start, end = stripped(text, *hit)
        line = line_at(text, start, end)
        found = _fixed(text, line, start) or _asked(text, line, start) or _keyed(text, line, start, end)
        found = found or _tagged(text, line, start)
        if found is not None:
            yield found


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    """Return the larger patterns, compiled when a text first needs one."""
    fixed = rf"(?P<message>{any_of(_MESSAGES)})|(?P<agreed>{any_of(_AGREED)})|{any_of(_BEGUN)}"
    rules = {"fixed": fixed, "asked": rf"{any_of(_ASKED)}[^\n.!?;؟]{{0,50}}[?؟;]"}
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in rules.items()}


def _fixed(text: str, line: Piece, start: int) -> Piece | None:
    match = _rules()["fixed"].match(text, start, line.end)
    if match is None or not _is_of_page(text, line, Piece(*match.span())):
        return None
    sentence = sentence_at(text, start, match.end(), line)
    is_short = match["message"] is None and sentence.end - match.end() <= SENTENCE_CHARACTERS
    ends = text[sentence.end - 1] in _SENTENCE_ENDS or sentence.end == line.end
    rest = _REST.match(text, sentence.end) if match["agreed"] and sentence.end == line.end else None
    if rest is not None and text[sentence.end - 1] not in _SENTENCE_ENDS:
        return Piece(start, rest.end())
    piece = Piece(start, sentence.end if is_short and ends else match.end())
    # "(The text goes on below the photo.)": its brackets go with it.
    is_in_brackets = text[start - 1 : start] in _BRACKETS and text[piece.end : piece.end + 1] in _BRACKETS.values()
    return Piece(start - 1, piece.end + 1) if start and is_in_brackets else piece


def _opens(text: str, line: Piece, start: int) -> bool:
    """Return whether a line or a sentence begins at *start*."""
    return start == line.start or _BEGINS.search(text, max(line.start, start - 16), start) is not None


def _is_of_page(text: str, line: Piece, words: Piece) -> bool:
    """Return whether *words* begin a line or a sentence, or have a capital inside one, and nobody says them."""
    first = text[words.start]
    begins = first.isupper() or _UNCASED.match(first) or _opens(text, line, words.start)
    return bool(begins) and not is_told(text, words, line)


def _asked(text: str, line: Piece, start: int) -> Piece | None:
    """Return a question about errors in the text, or one that says what to do about them, with the answer."""
    match = _rules()["asked"].match(text, start, line.end)
    if match is None or not _is_of_page(text, line, Piece(*match.span())):
        return None
    question, answer = match.group().lower(), text[match.end() : match.end() + ANSWER_CHARACTERS]
    if question.startswith(_NOUNS) and not _opens(text, line, start):
        return None
    is_answered = _has_any(answer, _ANSWERS)
    if not (is_answered or _has_any(question, _OF_TEXTS)):
        return None
    behind = stripped(text, match.end(), min(line.end, match.end() + SENTENCE_CHARACTERS))
    sentence = sentence_at(text, behind.start, behind.start, line)
    is_answer = is_answered and behind.end > behind.start and sentence.end - match.end() <= ANSWER_CHARACTERS
    return Piece(start, sentence.end if is_answer and _has_any(text[slice(*sentence)], _ANSWERS) else match.end())


def _has_any(text: str, parts: Iterable[str]) -> bool:
    return any(map(text.lower().__contains__, parts))


def _keyed(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return the sentence that asks to mark an error and to press Ctrl+Enter."""
    if re.fullmatch(_CTRL_ENTER, text[start:end], re.IGNORECASE) is None:
        return None
    sentence = sentence_at(text, start, end, line)
    if sentence.end - sentence.start > SENTENCE_CHARACTERS or not _has_any(
        text[max(0, sentence.start - _ABOVE) : sentence.end], _ERRORS
    ):
        return None
    return None if is_told(text, Piece(start, end), line) else sentence


def _tagged(text: str, line: Piece, start: int) -> Piece | None:
    """Return a line of tags, or a heading of tags with those below it; and the heading of an embedded list of posts."""
    if start != line.start:
        return None
    if _TWEETS.fullmatch(text, start, line.end):
        return line
    heading = _TAG.match(text, start, line.end)
    if heading is None or line.end - line.start > LISTED_CHARACTERS:
        return None
    tags = text[heading.end() : line.end].strip()
    if tags:
        return line if _are_tags(tags) else None
    return _tags_below(text, line)


def _are_tags(tags: str) -> bool:
    return not tags.endswith(_SENTENCE_ENDS) and all(len(tag.split()) <= TAG_WORDS for tag in _PARTS.split(tags))


def _tags_below(text: str, heading: Piece) -> Piece | None:
    """Return *heading* and the short lines below it, up to a wider gap than the first."""
    end, gap = heading.end, LISTED_CHARACTERS
    for _ in range(TAG_LINES):
        below = _PARAGRAPH.match(text, end, min(len(text), end + LISTED_CHARACTERS))
        tag = below[1].strip() if below else ""
        if below is None or not 0 < len(tag) <= TAG_CHARACTERS or tag.endswith(_SENTENCE_ENDS):
            break
        if (wide := text.count("\n", end, below.start(1))) > gap:
            break
        end, gap = below.end(), min(gap, wide)
    return stripped(text, heading.start, end) if end > heading.end else None
