"""Calls to the reader: subscribe, follow, share, download, donate.

A call is known by an imperative and what it asks for, not by whole sentences: the imperative and "us" or "our", or the
imperative at the start of its sentence and a newsletter, an application or a network behind it, or a button's words
alone in their line. So sentences about subscribers and followers are none.
"""

from __future__ import annotations

import re
from unicodedata import category

from newslint.facts.furniture.pieces import Piece, line_at, sentence_at, stripped
from newslint.facts.furniture.reported import is_told
from newslint.facts.furniture.words import NETWORKS, any_of, at_line_starts, together
from newslint.text.scan import Trigger

LINE_CHARACTERS = 200
"""A line of at most this length that opens with a call is one as a whole: ``Subscribe to our paper. It is free.``"""
SENTENCE_CHARACTERS = 320
"""A longer sentence is a run of menus without full stops; then only the call itself is marked."""
LEAD_CHARACTERS = 70
"""What may come before the imperative of a call: ``For more news from the county,``"""
GAP = 80
"""The thing asked for stands within so many characters of the imperative."""

_NETWORK = any_of(NETWORKS)
# A phrase begins a word, stands in a script that has no spaces, or is glued to a word with its capital.
_BORDER = (
    r"(?:(?<![^\W_])|(?<=[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])|(?-i:(?=[A-ZА-ЯІЇЄ][^\W\d_A-ZА-Я])))"
)
_BUTTON_CHARACTERS = 40
_MARKS = 3
_FEW_WORDS = 3
# What is asked for, in any language: these words stand far more often in calls than in news.
_THINGS = (
    "newsletter", "news letter", "inbox", "e-?mail alerts?", "email updates?", "mailing list",
    "push notifications?",
    "notifications?", "nieuwsbrief", "nyhetsbrev", "uutiskir", "hírlev", "bolet[ií]n", "infolettre", "notizie via",
    "biuletyn", "zpravodaj", "новин(?:и|ите|а) на", "рассылк", "розсилк", "бюлетин", "ενημερωτικ", "bülten",
    "buletin",
    "bản tin", "ニュースレター", "メルマガ", "メールマガジン", "뉴스레터", "电子报", "電子報", "न्यूज़लेटर",
    "नोटिफिकेशन", "النشرة",
    "خبرنامه", "ניוזלטר", "our channel", "канал[а-яіїє]{0,4}", "mobile apps?", "our apps?", "news apps?",
    "приложени[ея]",
    "застосунок", "додаток", "aplicaci[oó]n", "aplicativo", "aplikac[ijęi]", "aplikasi", "mobilapp", "sovellu",
    "アプリ",
    "ऐप", "एप", "تطبيق", "اپلیکیشن", "האפליקציה", "app store", "google play",
)  # fmt: skip
_OBJECT = any_of((_NETWORK, *_THINGS))

_SHARED = "(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram)"
_ADDRESSED = (
    "^subscribe to ",
    "create an account or sign in to continue (?:with your )?reading",
    "access articles from across canada with one account", "share your thoughts and join the conversation",
    "enjoy additional articles per month", "^enjoy the latest local, national and international news",
    "an electronic replica of the print edition", "subscribe for more articles", "^unlimited online access to ",
    "^register / sign in to (?:unlock|read|continue)",
    "^(?:this )?(?:content|article) is reserved for (?:our )?subscribers",
    "^daily puzzles,? including the new york times crossword", "^exclusive articles (?:by|from) ",
    "our website is the place for the latest breaking news",
    "do you have a (?:news )?story to tell[?] (?:e-?mail|contact|get in touch|call|write|tell us|let us)",
    "do you have a (?:news |story )?tip[?]",
    "we(?: would love| want|[’']d (?:like|love)) to (?:get|have|receive) your feedback",
    "get breaking news in your browser", "join [0-9][0-9,.]{0,8} other (?:subscribers|followers)",
    "schließe dich [0-9][0-9,.]{0,8} anderen (?:abonnenten|followern)",
    "únete a otros [0-9][0-9,.]{0,8} (?:suscriptores|seguidores)",
    "junte-se a [0-9][0-9,.]{0,8} outros (?:assinantes|subscritores|seguidores)",
    "unisciti a(?:d altri)? [0-9][0-9,.]{0,8} (?:altri )?(?:iscritti|follower)",
    "rejoignez (?:les )?[0-9][0-9,. ]{0,8} autres (?:abonnés|membres)",
    "voeg je bij [0-9][0-9,.]{0,8} andere (?:abonnees|volgers)", "never miss a (?:delicious )?recipe",
    "^get (?:seamless|unlimited) (?:digital )?access to (?:all (?:our|articles|content|stories)|our |every article)",
    (
        "visit www[.][a-z0-9-]{2,30}[.](?:com|org|net|co[.]uk) for (?:alternative|more|the latest|breaking) "
        "(?:news|stories)"
    ),
    "^read more great (?:articles|stories) (?:here|at)", "stop supporting this browser",
    "^(?:warning: )?you are using an (?:outdated|unsupported) browser",
    "stai (?:usando|utilizzando) internet ex?plorer: ",
    "per favore utilizza un browser",
    "^(?:sie verwenden|du verwendest|sie nutzen) einen veralteten browser",
    "^vous utilisez un navigateur (?:obsolète|non pris en charge)",
    "^est[aá]s? (?:usando|utilizando) un navegador (?:obsoleto|desactualizado)",
    "wird java ?script empfohlen", "je gebruikt een ad ?-?blocker",
    "(?:schalte|schalten sie|deaktiviere) (?:bitte )?(?:deinen|ihren|den) (?:ad|werbe)-?blocker",
    "wie hat (?:ihnen|dir|euch) (?:dieser|der) (?:artikel|beitrag|text) gefallen",
    "comment avez-vous trouvé cet article", "¿qué te ha parecido este artículo", "wat vond je van dit artikel",
    "kennen sie (?:schon )?unsere plus-(?:inhalte|artikel)", "klicken sie auf das plus-symbol an einem thema",
    "als e-?paper: die vollständige ausgabe steht",
    "unabhängiger journalismus (?:braucht (?:deine|ihre|eure) unterstützung|kostet geld)",
    "abonnieren für die pressefreiheit",
    "spenden sie für (?:unabhängigen )?journalismus", "^become an? [a-z]{2,6} (?:insider|supporter)",
    "^(?:e-?mail|call|contact) us to advertise", "wir spammen (?:dich|sie|euch) nicht",
    "melde dich (?:jetzt |hier |gleich )?(?:für|zu) (?:unser|den newsletter|dem newsletter|meine[nm] newsletter)",
    "dann sind sie beim täglichen [a-z]{2,8}-newsletter richtig",
    "hier geht es zur neuen (?:[a-z]{2,8}-)?(?:news-)?app",
    "(?:artikel|článek|článok|text) poslouchat, přihlaste se", "naše zprávy najdete i na (?:sociálních )?sítích",
    "hazte miembro y ", "^apoie (?:já|o jornalismo)",
    "masz (?:już )?(?:aktywną )?(?:subskrypcję|prenumeratę)[?] zaloguj",
    "^uzyskaj dostęp do (?:aktualnego|wszystkich|pełnej|e-wydania)",
    "log ?in or create an account to continue", "^access the most recent journalism from ",
    "^explore the latest features & opinion",
    "follow us (?:on|at|via|@|for|to|here)", "follow us[ :]{0,3}$",
    r"(?:find|like|join|visit|reach|connect with|keep up with|chat with|message|watch) us on " + _SHARED,
    "subscribe to (?:our|my|receive|get|read|unlock)",
    "sign up for breaking news alerts", "acknowledge that you would like to subscribe",
    "there was an error processing your (?:subscription|request)", "no spam,? (?:ever|we promise|unsubscribe)",
    "you (?:can|may) unsubscribe (?:at )?any ?time", "we respect your privacy[.,!]{1,3} unsubscribe",
    "like this story[?] share it", "subscribe (?:now|today|here|for free|for full access)",
    "sign up (?:to|for) free e-?mail", "thank(?:s| you) for (?:subscribing|signing up)",
    r"(?:straight|directly|right|delivered|sent|headlines|updates) (?:in)?to your (?:e-?mail )?(?:inbox|e-?mail)",
    "share this (?:article|story|post|page|news|entry|video|with your|on|via|:)",
    "share (?:it )?(?:on|to|via|with) (?:facebook|twitter|linkedin|whatsapp|pinterest|reddit|telegram|e-?mail|tumblr)",
    "(?:click|tap) here to (?:subscribe|sign up|join|follow|donate|share|get|receive|register|download|vote)",
    "(?:click|tap) here (?:to (?:read|see|view|watch|listen|find|learn|visit)|for (?:more|our|the))",
    "get in touch with our (?:news|editorial) ?(?:team|desk|room)", "got a (?:news )?(?:story|tip)(?: for us)?[?]",
    "do you have a (?:news )?(?:story|tip) (?:for|to share)", "for more (?:stories|news|articles) like this",
    "(?:check|check out|visit) our (?:news|latest news) ?page",
    "(?:tweet|e-?mail) this (?:article|story|page)", "never miss a (?:story|breakthrough|post|beat)",
    "support (?:our|independent|quality|local|free) (?:journalism|reporting|newsroom|work)",
    "we(?: want to|[’']d (?:like|love) to) hear from you", "give us (?:your )?feedback",
    "donate (?:now|today|here|to (?:us|support))", "make a (?:donation|contribution|tax-deductible)",
    "become a (?:member|subscriber|supporter|patron|paid)", "add us as a preferred source",
    "(?:enable|turn on|allow) (?:push )?notifications", "manage (?:your )?newsletters?",
    "don[’']t forget to (?:subscribe|like|follow)", "folge(?:n sie|t)? (?:uns|mir) ", "folge(?:n sie|t)? uns[ .:!]",
    "abonnieren sie (?:unser|den|hier|jetzt|uns|gleich|kostenlos)",
    "abonnier(?:e|t|en) (?:jetzt |gleich |hier )?(?:unser|den newsletter|uns )",
    "newsletter (?:jetzt |kostenlos )?(?:abonnieren|bestellen|anmeld)", "teile?n? sie (?:diesen|den|ihn)",
    "(?:diesen? )?(?:artikel|beitrag|seite) teilen", "bitte teile (?:diesen|den|die)",
    "auf " + _SHARED + " teilen",
    "(?:per|via|über) (?:whatsapp|e-?mail|telegram|twitter|facebook) (?:teilen|versenden)",
    "besuchen sie uns (?:auf|bei)", "werden sie (?:mitglied|abonnent|unterstützer)",
    "unterstützen sie (?:uns|unser|unabhängig)", "mit unserem newsletter", "suivez[- ]nous", "abonnez[- ]vous",
    "partage[rz] (?:cet? article|sur " + _SHARED + "|l[’']article|cette (?:page|info))",
    "téléchargez (?:notre|l[’']app)", "faites un don", "je m[’']abonne", "soutenez(?:-nous| notre| un journalisme)",
    "retrouvez[- ]nous", "activez les notifications", "s[ií]guenos", "s[ií]ganos", "suscr[ií]bete", "suscr[ií]base",
    "hazte (?:socio|socia|suscriptor|premium)",
    "compartir (?:est[ea]|en " + _SHARED + "|art[ií]culo|noticia)",
    "comparte (?:est[ea] (?:art[ií]culo|noticia|nota)|en " + _SHARED + ")",
    "apóyanos", "activa las notificaciones", "siga[- ]nos", "inscreva-se", "assine (?:já|agora|aqui)",
    "(?:compartilh|partilh)(?:e|ar) (?:est[ea]|ess[ae]|isso|isto|n[oa] " + _SHARED + "|via|com)",
    "(?:participe|entre|faça parte) (?:do|no) (?:nosso )?(?:canal|grupo)", "seguici", "iscriviti", "iscrivetevi",
    "abbonati (?:a|ora|qui|subito|per)", "condividi (?:su|questo|questa|l[’']articolo|via)",
    "sostieni(?:ci| il giornalismo)", "unisciti al (?:nostro|canale)", "attiva le notifiche", "volg ons",
    "abonneer (?:je|u|nu)", "schrijf (?:je|u) (?:nu |hier )?in voor", "meld (?:je|u) (?:nu |hier )?aan voor",
    "deel (?:dit|deze|via|op " + _SHARED + ")",
    "word (?:lid|abonnee|vriend van)", "steun (?:ons|onze)", "följ oss",
    "dela (?:artikel|på " + _SHARED + "|den här|via)",
    "^bli (?:prenumerant|medlem|abonnent)", "gilla oss", "følg os", "tilmeld nyhedsbrev",
    "del (?:artikel|artikkel|saken|denne|på " + _SHARED + ")",
    "bliv (?:medlem|abonnent)", "meld deg på", "abonner på",
    "jaa (?:artikkeli|juttu|" + _SHARED + ")", "obserwuj nas",
    "śledź nas", "(?:za)?subskrybuj", "polub (?:nas|nasz)", "udostępnij (?:artykuł|na|ten|w)",
    "dołącz do (?:nas|nasz|grup|kana)", "zaprenumeruj", "zamów (?:newsletter|prenumerat)", "wesprzyj (?:nas|nasz)",
    "podziel się (?:artykuł|na|tym)", "wykup (?:prenumerat|dostęp|abonament|subskrypcj)", "sledujte (?:nás|ns)",
    "přihlaste se k odběru", "odebírejte", "sdíl(?:ejte|et) (?:článek|na|tento)", "předplaťte si", "podpořte nás",
    "prihláste sa (?:na|k) odber", "odoberajte", "zdieľa(?:ť|jte) (?:článok|na)", "podporte nás", "predplaťte si",
    "kövess(?:en|e|d|enek)? (?:minket|bennünket)", "iratkozz(?:on)? fel", "fizess(?:en)? elő", "oszd meg",
    "ossza meg (?:a cikket|ismerőseivel|másokkal)", "csatlakozz(?:on)? (?:hozzánk|a )", "lájkold",
    "támogass(?:a|on|d)? (?:minket|a munkánkat)", "urm[aă]re[șşs]te-ne", "urm[aă]ri[țţt]i-ne", "aboneaz[aă]-te",
    "abona[țţt]i-v[aă]", "distribuie (?:articol|pe)", "descarc[aă] aplica", "înscrie-te (?:la|pe) ",
    "sus[țţ]ine-ne",
    "prati(?:te)? nas", "pretplati(?:te)? se",
    "pod(?:ij)?eli(?:te)? (?:članak|vijest|vest|na " + _SHARED + ")",
    "pridruži(?:te)? (?:nam )?se na", "пратите нас", "претплати(?:те)? се", "поделите (?:вест|текст|на)",
    "sledite nam", "naročite se", "последвайте ни", "следвайте ни", "следете н[èѐе]", "абонирай(?:те)? се",
    "споделете (?:в|статия|тази|новина|на (?:фејсбук|твитер|facebook))", "запишете се за", "подписывай(?:тесь|ся)",
    "подпиши(?:тесь|сь)",
    "читайте нас", "смотрите нас", "присоединяйтесь к (?:нам|нашему|нашей|группе|каналу)",
    "оформи(?:те|ть) подписку",
    "скача(?:йте|ть) (?:наше |мобильное )?приложение",
    "поделиться (?:новостью|статьей|статьёй|ссылкой|этим|с друзьями|в " + _SHARED + ")",
    "поделитесь (?:новостью|статьей|ссылкой|этой|с друзьями|в )", "ставьте лайк",
    "следите за (?:нами|нашими|новостями|событиями)", "bizi takip ed", "扫码关注", "扫一扫关注", "扫描二维码",
    "下载客户端",
    "поддержите (?:нас|проект|редакцию)", "включите уведомления",
    "наш(?:ем)? (?:телеграм|telegram|viber|whatsapp)-?[- ]?канал", "підписуй(?:тесь|теся|ся)",
    "підпиш(?:іться|ись|іться)", "(?:стежте|слідкуйте) за (?:нами|нашими|новинами|подіями|оновленнями)",
    "приєднуй(?:тесь|теся) до", "долучай(?:тесь|теся) до (?:нас|нашо|спільнот)",
    "поділитися (?:новиною|статтею|[ву] " + _SHARED + ")",
    "поділіться (?:новиною|статтею|цією|з друзями)", "завантаж(?:уйте|те) (?:наш|мобільний|додаток|застосунок)",
    "оформ(?:іть|ити) передплату", "підтримайте (?:нас|проєкт|редакцію)", "падпісвай(?:цеся|ся)",
    "падпішы(?:цеся|ся)", "чытайце нас", "сачыце за (?:намі|нашымі|навінамі)", "далучайцеся",
    "ακολουθήστε (?:μας|το|τον|τη|μας στο)", "εγγραφείτε", "κάντε (?:like|follow|εγγραφή)",
    "κατεβάστε (?:την|το) (?:εφαρμογή|app)", "μοιραστείτε (?:το|αυτό)", "abone ol(?:un|mak için)?[ .!]",
    "bültenimize", "kanalımıza", "uygulamamızı", "takip etmek için tıkla", "اشترك (?:في|الآن|معنا|بال)", "اشتركوا",
    "تابعونا", "تابعنا", "انضم (?:إلى قناتنا|إلينا|الى قناة|إلى قناة)", "انضموا (?:إلى|الى)", "حمّ?لوا? تطبيق",
    "شارك (?:المقال|الخبر|هذا|على)", "مشاركة (?:عبر|على)", "عضو (?:کانال|شوید)", "مشترک شوید", "به اشتراک بگذارید",
    "עקבו אחר", "הירשמו ל", "הצטרפו (?:אלינו|לערוץ|לקבוצ)", "שתפו (?:את )?ה?(?:כתבה|ידיעה)",
    "הורידו את (?:ה)?אפליקצי",
    "فالو کریں", "سبسکرائب کریں", "شیئر کریں", "फ[ॉो]लो (?:करें|कर सकते|करा)", "सब्सक्राइब कर",
    "(?:एप|ऐप|app) (?:को )?डाउनलोड कर", "शेयर करें", "लाइक करें",
    "(?:ग्रुप|चैनल|पेज) (?:से|को|में) (?:जुड़|ज्वाइन|ज्वॉइन|जॉइन|सब्सक्राइब|फॉलो)", "সাবস্ক্রাইব কর",
    "ফলো কর(?:ুন|তে)", "অনুসরণ করুন", "শেয়ার করুন", "অ্যাপ ডাউনলোড", "ફોલો કરો", "ఫాలో", "பின்தொடர(?:வும்|ுங்கள்)",
    "സബ്സ്ക്രൈബ്",
    "ikuti kami",
    "bagikan (?:artikel|berita|ini|ke " + _SHARED + ")",
    "unduh aplikasi", "theo dõi (?:chúng tôi|kênh|fanpage)", "đăng ký (?:nhận|kênh|theo dõi)", "tải ứng dụng",
    "chia sẻ (?:bài viết|facebook|lên " + _SHARED + ")",
    "ติดตามเรา", "ติดตามข่าว", "กดติดตาม", "สมัครรับ", "关注(?:我们|微信|公众号|官方|本报)", "關注我們",
    "(?:点击|立即|马上|免费)(?:订阅|下载|关注)",
    "(?:點擊|立即|馬上|免費)(?:訂閱|下載|追蹤)", "分享(?:到|至)(?:微信|微博|facebook|脸书|臉書)",
    "按讚|追蹤我們|加入line",
    "を?フォロー(?:して|する|してください|はこちら)", "(?:購読|登録|ダウンロード)(?:は|の?お申し?込み?は)こちら",
    "会員登録(?:する|すると|はこちら)", "有料会員になると", "有料記事(?:が)?読み放題", "無料会員登録",
    "アプリを?ダウンロード",
    "シェアする|ツイートする", "(?:ご登録|ご購読)(?:で|は|ください)", "구독하(?:기|세요|시면)",
    "팔로우하(?:기|세요)", "공유하기", "뉴스레터 ?(?:구독|신청)",
    "앱 ?(?:다운로드|설치)", "채널 ?(?:추가|구독)", "tufuate (?:kwenye|katika)", "jiunge (?:nasi|na chaneli)",
    "abunə ol",
    "kanalimizga", "obuna bo[ʻ'‘’`]ling", "жазылыңыз", "jälgi meid", "telli uudiskir", "seko mums", "sekite mus",
    "na ndiqni", "segueix-nos", "subscriu-te",
    "please (?:enable|turn on|activate) java ?script",
    "you (?:must|need to|have to|should) (?:enable|have) java ?script",
    "java ?script (?:is|must be|needs to be) (?:disabled|enabled|turned (?:on|off)) (?:in|on) (?:your|this)",
    "aktivieren sie (?:bitte )?java ?script", "benötigen sie java ?script", "java ?script ist deaktiviert",
    "(?:veuillez activer|activez) (?:le )?java ?script", "(?:activa|active|habilita|habilite) (?:el )?java ?script",
    "devi abilitare java ?script", "abilita java ?script", "(?:ative|habilite) o java ?script",
    "schakel java ?script in",
    "(?:wymaga|włącz) (?:włączon(?:ego|ej) |włączenia |obsług[ięa] |obsługę )?java ?script",
    "java ?script (?:är avstängt|måste vara (?:påslaget|aktiverat))", "aktivera java ?script",
    "(?:aktiver|aktivér|slå) java ?script",
    "ota java ?script käyttöön", "zapněte (?:si )?java ?script", "включите java ?script",
    "увімкніть java ?script",
    "(?:please |kindly )(?:disable|turn off|pause|deactivate) (?:your |the )?ad ?-?block",
    "deaktivieren sie (?:bitte )?(?:ihren|den) (?:ad|werbe)-?blocker", "désactivez votre (?:bloqueur|ad-?block)",
    "desactiva (?:tu|el) bloqueador", "отключите (?:блокировщик|adblock)", "вимкніть (?:блокувальник|adblock)",
    "please (?:update|upgrade) your browser", "browser version with limited support", "upgrading to a web browser",
    "aktualisieren sie (?:bitte )?ihren browser", "(?:actualiza|actualice) (?:tu|su) navegador",
    "обновите (?:ваш )?браузер",
    "mettez à jour votre navigateur",
    "was (?:this|the) (?:article|page|story|content|information) (?:helpful|useful)", "add your two cents",
    "did you (?:like|enjoy) this (?:article|story|post)", "rate this (?:article|story|post|page)",
    "war (?:der|dieser) (?:artikel|beitrag) (?:nützlich|hilfreich|interessant)",
    "bewerten sie diesen (?:artikel|beitrag)",
    "cet article vous a[- ]t[- ]il", "vous avez aimé cet article",
    "¿te ha (?:gustado|resultado útil|parecido útil) est[ea]",
    "ti è piaciuto questo articolo", "(?:gostou|você gostou) (?:desta|dessa) (?:matéria|notícia|reportagem)",
    "оцените (?:статью|материал|новость)", "оцініть (?:статтю|матеріал|новину)", "bu haberi oyla",
    r"sign up (?:to|for) (?:our|my|free|the free|daily) (?:newsletter|e-?mail|alerts?)",
    "download (?:our|the) (?:free |mobile |new )?app",
    "join our (?:newsletter|mailing list|whatsapp|telegram|community)", "get our (?:free )?newsletter",
    "newsletter abonnieren", "melden sie sich (?:hier |jetzt )?für unseren newsletter", "artikel teilen",
    "beitrag teilen", "folge mir auf", "rejoignez[- ]nous", "rejoignez notre",
    "suscribirse al? (?:bolet[ií]n|newsletter)", "seuraa meitä",
    "klicken sie (?:bitte )?hier,? um", "cliquez ici pour", "ha(?:z|ga) clic aquí para", "clique aqui (?:para|e) ",
    "deixe (?:a sua|o seu|as suas|suas?|seus?) (?:dúvidas?|opini(?:ão|ões)|sugest(?:ão|ões))",
    "clicca qui per", "klik hier (?:om|voor)", "kliknij (?:tutaj|tu),? (?:aby|żeby|by)",
    "нажмите (?:здесь|сюда),? чтобы", "klik di sini untuk", "okumak için (?:buraya )?tıklay",
    "पढ़ने के लिए (?:यहां )?क्लिक करें",
    "点击(?:此处|这里)(?:阅读|查看|下载|观看)",
    "點擊(?:此處|這裡)(?:閱讀|查看|下載|觀看)",
    "(?:چینل|گروپ|پیج) (?:کو )?(?:جوائن|فالو|سبسکرائب|لائک) کریں",
    "(?:পেজে|পেইজে|পাতায়) লাইক (?:দিন|করুন)", "(?:চ্যানেলে|গ্রুপে) (?:যোগ দিন|যুক্ত হোন|জয়েন করুন)",
    "எங்களை (?:பின்தொடர|பின் தொடர)",
    "(?:ቻናላችንን|ቻናላችን|ገጻችንን|ገጻችን|ቡድናችንን) (?:ይቀላቀሉ|ይከተሉ|ላይክ|ይወዳጁ|ሰብስክራይብ)", "(?:ይከተሉን|ተከተሉን|ይቀላቀሉን)",
    "გამოიწერეთ (?:ჩვენი|სიახლეები)", "შემოგვიერთდით", "გამოგვყევით", "(?:հետևեք|միացեք) մեզ", "միացեք մեր",
    "բաժանորդագրվեք", "(?:पेज|पेजलाई|च्यानल|च्यानललाई) (?:लाइक|फलो|सब्सक्राइब|सब्स्क्राइब) गर्नु(?:होस्|होला)",
    "liitu(?:ge)? (?:uudiskirjaga|meie (?:uudiskir|kanal|grupi|facebook|telegram|whatsapp))",
    "jälgige meid", "telli(?:ge)? meie", "prenumeruok(?:ite)? (?:mūsų|naujienlaišk)", "sekite mūsų",
    "piesak(?:ies|ieties|āties) (?:mūsu )?(?:jaunumiem|vēstkopai|ziņu)", "sekojiet (?:mums|līdzi mums)",
    "abonē(?:jiet)? (?:mūsu|vēstkopu)",
    "please[ \u00a0]consider[ \u00a0](?:making[ \u00a0]a[ \u00a0](?:donation|contribution|gift)|donating|subscribing)",
    "please[ \u00a0]consider[ \u00a0](?:becoming a (?:member|subscriber)|supporting (?:us|our))",
    "thank(?:s| you) for donating", "spenden sie (?:jetzt|hier|uns) ", "haz (?:una|tu) donación", "faça uma doação",
    "fai una donazione", "doe een donatie", "(?:сделайте|оформите) пожертвование", "bağış yap(?:ın|mak için)",
    "special offer for [a-z]{2,12} readers:",
    "click (?:on )?the (?:image|picture|photo) (?:above|below|to (?:enlarge|view (?:it |a )?large))",
    "(?:klicken sie|klicke|klick) auf das (?:bild|foto),? (?:oben|unten|um es zu vergr)",
    "cliquez sur (?:l[’']image|la photo) (?:ci-dessus|ci-dessous|pour l?[’']?agrandir)",
    "(?:ha(?:z|ga) clic|pincha|pinche) en la (?:imagen|foto) (?:de arriba|de abajo|para (?:ampliar|agrandar|verla))",
    "clique na (?:imagem|foto) (?:acima|abaixo|ao lado|para (?:ampliar|aumentar))",
    "clicca sull(?:[’']immagine|a foto) (?:qui sopra|qui sotto|per ingrandir)",
    "klik op (?:de (?:foto|afbeelding)|het plaatje) (?:hierboven|hieronder|om (?:te|hem te|deze te) vergroten)",
    "kliknij (?:w |na )?(?:zdjęcie|obrazek),? (?:aby|żeby) (?:je |go )?powiększyć",
    "нажмите на (?:фото|изображение|картинку),? чтобы (?:увеличить|посмотреть)",
    "натисніть на (?:фото|зображення),? щоб (?:збільшити|переглянути)",
    "(?:resmi|görseli|fotoğrafı) büyütmek için tıkla", "点击图片(?:查看|放大|看)", "點擊圖片(?:查看|放大|看)",
    "(?:画像|写真)を?クリックで拡大", "اضغط على الصورة لتكبير",
)  # fmt: skip
"""An imperative together with "us" or "our", or one that only a page says: enough wherever it stands.

Some of these words can go on as prose; :data:`_IN_PROSE` tells.
"""

_GAPPED = (
    "(?:打开|下载|打開|下載)[^\\n。，]{0,8}app(?:阅读|查看|观看|閱讀|觀看)",
    "ما را در [^\\n.،]{0,20}دنبال کنید",
    "کانال [^\\n.،]{0,20}ما (?:بپیوندید|ملحق شوید)",
    "எங்கள் [^\\n.,]{0,30}(?:சேனலில்|குழுவில்|பக்கத்தில்) (?:இணையுங்கள்|இணையவும்|சேருங்கள்|சேரவும்)",
    "हामीलाई [^\\n।,]{0,30}फलो गर्नु(?:होस्|होला)",
)  # fmt: skip
"""The same with a name between their words."""

_IMPERATIVES = frozenset((
    "subscribe", "subscreva", "subscreve", "follow", "join", "sign up", "download", "get", "watch", "listen",
    "check out", "stay tuned", "stay informed", "stay connected",
    "stay updated", "stay up", "stay in", "stay with",
    "register", "visit", "click", "tap", "receive", "share", "folge", "folgen", "folgt", "abonnieren", "abonniere",
    "abonniert", "laden", "lade", "hören sie", "erhalten sie", "melden", "besuchen", "besuche", "besucht", "suivez",
    "recevez", "rejoignez", "téléchargez", "inscrivez", "retrouvez", "découvrez", "cliquez", "consultez", "sigue",
    "siga", "síganos", "únete", "unete", "descarga", "descargue", "recibe", "reciba", "inscríbete", "inscríbase",
    "entra", "haz clic", "clique", "assine", "baixe", "receba", "participe", "acompanhe", "ouça", "entre", "curta",
    "segui", "scarica", "ricevi", "clicca", "ascolta", "registrati", "unisciti", "volg", "ontvang", "luister",
    "följ",
    "prenumerera", "ladda", "lyssna", "anmäl", "følg", "hent", "tilmeld", "abonner", "abonnér", "lytt", "last ned",
    "seuraa", "tilaa", "lataa", "kuuntele", "liity", "obserwuj", "śledź", "zapisz się", "dołącz", "pobierz",
    "czytaj nas", "słuchaj", "kliknij", "polub", "sledujte", "přihlaste", "stáhněte", "poslechněte", "sdílejte",
    "prihláste", "stiahnite", "kövess", "kövesse", "töltse", "töltsd", "csatlakozz", "csatlakozzon", "hallgassa",
    "keressen", "urmărește", "urmareste", "urmăriți", "urmariti", "descarcă", "descarca", "abonați", "intră",
    "intra",
    "prati", "pratite", "preuzmi", "preuzmite", "prijavi", "prijavite", "pridruži", "pridružite", "пратите",
    "преузмите", "придружите", "sledite", "prenesite", "следвайте", "последвайте", "изтеглете", "следете",
    "читайте",
    "читай", "обсудите", "обсуждайте", "обговоріть", "обговорюйте",
    "следите", "смотрите", "слушайте", "скачайте", "скачивайте", "устанавливайте", "вступайте", "заходите",
    "присоединяйтесь", "получайте", "узнавайте", "больше новостей", "ещё больше", "еще больше",
    "оперативные новости",
    "актуальные новости", "стежте", "слідкуйте", "дивіться", "слухайте", "завантажуйте", "приєднуйтесь",
    "приєднуйтеся", "долучайтеся", "долучайтесь", "отримуйте", "більше новин", "ще більше", "чытайце", "глядзіце",
    "далучайцеся", "διαβάστε", "ακολουθήστε", "δείτε", "κατεβάστε", "ikuti", "unduh", "dapatkan", "gabung", "simak",
    "klik", "theo dõi", "tải", "đăng ký", "tham gia", "متابعة", "تابعوا", "تابع", "انضم", "حمل", "takip", "bizi",
    "हमें",
))  # fmt: skip
"""Imperatives that also stand in news: they make a call at the start of a sentence, with a thing asked for behind."""

_BUTTONS = (
    "after newsletter promotion", "skip past newsletter promotion", "follow @[a-z0-9_]{2,20}", "be the first to know",
    "get the news you need to start your day", "get ad free",
    "get us in your feed", "enjoying our latest content[?]", "tips (?:meg|oss)",
    "subscribe", "subscribe (?:now|today|here|free)", "subscribe to our newsletters?", "newsletters?",
    "newsletter sign-?up", "sign up", "sign up now", "sign up here",
    "sign up for (?:free|our (?:newsletters?|e-?mails))", "share",
    "share (?:this|via|on|it|article|story|post|now|options)", "follow", "follow us", "follow me",
    "share ?tweet(?: ?share)?(?: ?e-?mail)?", "tweet", "retweet", "donate", "join now",
    "download (?:the )?app", "get (?:the|our) app", "like this(?: article)?", "copy link", "teilen",
    "abonnieren", "jetzt abonnieren", "newsletter abonnieren", "folgen", "folgen sie uns", "twittern",
    "spenden", "jetzt spenden", "artikel (?:teilen|merken)", "partager", "s[’']abonner", "suivre",
    "je m[’']abonne", "abonnement", "faire un don", "compartir", "compartir en", "suscribirse", "suscribirme",
    "síguenos(?: también)?(?: en)?", "seguir", "compartilhar", "compartilhe", "partilhar", "assine", "assinar",
    "siga-nos", "condividi", "iscriviti", "abbonati", "seguici(?: su)?", "delen", "abonneren", "volg ons", "dela",
    "dela artikeln?", "prenumerera", "del", "del artik(?:el|kel)(?:en)?", "del artiklen", "abonn[eé]r",
    "følg oss?", "jaa", "tilaa",
    "udostępnij", "subskrybuj", "obserwuj nas", "sdílet", "zdieľať", "odebírat", "megosztás", "megosztom",
    "feliratkozom", "distribuie", "aboneaz[aă]-te", "podijeli", "podeli", "pretplati se", "подели", "споделете",
    "сподели", "абонирай се", "поделиться", "подписаться", "подписаться на канал", "поделитесь", "подписка",
    "поділитися", "підписатися", "підписатись", "поділитись", "падзяліцца", "падпісацца", "κοινοποίηση",
    "κοινοποιήστε", "μοιραστείτε", "εγγραφή", "paylaş", "tak[iİ]p et", "abone ol", "شارك", "مشاركة", "اشترك",
    "اشتراک گذاری", "به اشتراک بگذارید", "تابعنا", "שתף", "שתפו", "הירשמו", "शेयर करें", "फॉलो करें", "সাবস্ক্রাইব",
    "শেয়ার করুন", "bagikan", "berlangganan", "ikuti", "chia sẻ", "theo dõi", "แชร์", "分享", "分享到", "订阅",
    "訂閱", "关注",
    "կիսվել", "გაზიარება", "શેર કરો", "பகிர்", "பகிர", "షేర్ చేయండి", "ಹಂಚಿಕೊಳ್ಳಿ", "शेअर करा", "бөлісу",
    "ulashish", "jaga", "shpërndaje", "comparteix", "хуваалцах", "spread the love", "シェア", "シェアする",
    "フォローする", "共有", "공유", "공유하기", "구독", "구독하기",
)  # fmt: skip
"""What buttons say, alone in their line."""

_WHOLE = (
    "(?:sign up|subscribe|register) here", "read more here",
    "read (?:it|more|the (?:full|whole|original) (?:story|article|report|interview|post)) here",
    "(?:find out|learn|see) more here", "click here", "for more(?: information)?,? click here",
    "(?:lesen sie|lies) hier (?:mehr|weiter)", "hier weiterlesen", "mehr (?:dazu )?lesen sie hier", "hier klicken",
    "(?:en savoir plus|lire la suite) ici", "cliquez ici", "(?:lea|lee) más aquí", "ha(?:z|ga) clic aquí",
    "(?:leia|saiba|veja) mais aqui", "clique aqui", "(?:leggi|scopri) (?:di più )?qui", "clicca qui",
    "lees hier (?:verder|meer)", "klik hier", "läs mer här", "læs mere her", "les mer her", "lue lisää täältä",
    "(?:czytaj|przeczytaj) więcej tutaj", "kliknij (?:tutaj|tu)", "więcej tutaj",
    "více čtěte zde", "klikněte (?:zde|sem)",
    "kattints(?:on)? ide", "click aici", "(?:читайте|подробнее) (?:подробнее )?здесь", "нажмите здесь",
    "(?:читайте|детальніше) (?:детальніше )?тут", "κάντε κλικ εδώ", "διαβάστε περισσότερα εδώ",
    "(?:buraya )?tıklayın(?:ız)?", "(?:اضغط|انقر) هنا", "اینجا کلیک کنید", "לחצו כאן", "यहां क्लिक करें",
    "এখানে ক্লিক করুন", "klik di sini", "baca selengkapnya di sini", "(?:bấm|nhấn) vào đây", "คลิกที่นี่",
    "点击(?:这里|此处)", "點擊(?:這裡|此處)", "(?:詳しく|続き|詳細)はこちら(?:から)?", "여기를 클릭(?:하세요)?",
    "(?:line ?で)?友(?:だち|達)追加(?:はこちら|して(?:ニュース|最新|情報)[^\\n。、]{0,12})?",
)  # fmt: skip
"""What counts as all of a sentence only: "read more here" says nothing without the link that it was."""

_ADDRESS = re.compile(rf"{_BORDER}{any_of((*_ADDRESSED, *_GAPPED))}", re.IGNORECASE | re.MULTILINE)
_FIRST = frozenset(words.partition(" ")[0] for words in _IMPERATIVES)
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = frozenset(NETWORKS)
_PRONOUNS = ("us", "nous", "nos", "ci", "ons", "oss", "os", "nas", "nás", "nam", "нас", "ни", "me", "meitä", "kami")
_FIRST_WORDS = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?")
_THING = re.compile(_OBJECT, re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,:;?!…–—>→»|]\s{0,3}|(?<!\w)(?:please|bitte|also|and|then|dann|und|y|e|et|или|и|та|і|you can)\s|^to\s",
)
_SIGN_UP = re.compile(r"[\W_]{0,4}(?:sign up|subscribe|register)", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:newsletters?|inbox|e-?mail alerts?)\b", re.IGNORECASE)
_BUTTON = re.compile(rf"{any_of(_BUTTONS)}[ .:!]{{0,4}}", re.IGNORECASE)
_ALONE = re.compile(rf"[\W_]{{0,4}}{any_of(_WHOLE)}[\W_]{{0,4}}", re.IGNORECASE)
# Buttons for sharing, most of which are infinitives: in prose they may be told of.
_SHARING = re.compile(
    r"(?:share|e-?mail) (?:it )?(?:this|on|to|via|with) ?.{0,12}|.{2,20} (?:teilen|versenden)|partager.{0,20}"
    r"|compartir.{0,20}|(?:compart|part)ilhar.{0,20}|поделиться.{0,20}|поділитися.{0,20}|シェアする|ツイートする",
    re.IGNORECASE,
)
# "Follow us to the gym", "we followed" in Arabic, "follow our children" in Chinese, "easy to share" in Korean.
_IN_PROSE = re.compile(
    r"(?:follow us|folge(?:n sie|t)? uns|suivez[- ]nous|s[ií]guenos|siga[- ]nos|seguici|volg ons)\s"
    r"(?:(?:to (?:the|an?|his|her|their)|into|through|across|nach|durch|ins|zu[mr]|hasta|até|fino|naar)\b"
    r"|jusqu|à travers)"
    r"|ikuti kami(?=\s+[^\W\d_])(?!\s+(?:(?:di|melalui|lewat|via|pada|untuk|juga|sekarang|agar|dan)\b|"
    rf"{_NETWORK}))"
    r"|تابعنا(?=\s+[^\W\d_])(?!\s+(?:على|علي|عبر|في|من خلال|هنا|الآن|ل|أيضا|و|"
    rf"{_NETWORK}))"
    r"|[关關]注我[们們]的(?![^。，\n]{0,8}(?:号|號|微|频道|頻道|社群|社区|社區|账|帳|专页|專頁|粉[丝絲]|抖音|平台|网站|網站|app|"
    rf"{_NETWORK}))"
    r"|(?:공유|구독|팔로우)하기(?:[로를에는도가]|\s(?:쉬|쉽|좋|싫|어려|힘|편|위[해한]|전|때문|시작))",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"(?:[^\W\d_a-zß-ÿа-яё]{1,20}[ ,]{1,2}){4,20}(?=[^\W\d_a-zß-ÿа-яё][a-zß-ÿа-яё])")
"""A call in capitals, which the first word in small letters ends."""
_QUESTIONS = ("got a ", "do you have ")
# "Kindly share this", "Jetzt unseren Newsletter abonnieren": what comes before it is no other sentence's.
_POLITE = re.compile(
    r"(?:[^\w\s]{1,3}\s?)?(?:(?:kindly|please|pls|so|and|now|bitte|jetzt|hier|gleich|nun|einfach|kostenlos(?:en)?|"
    r"unser(?:en|e|em)?|den|die|das|zum|und|por favor|ya|agora|já|veuillez|proszę|prosím)[,:]?\s){1,4}",
    re.IGNORECASE,
)
_AND = r"(?:\s?[,/&|+·]\s?|\s(?:and|or|und|oder|et|y|e|o|и|та|i)\s|\s)"
_LISTED_NETWORKS = re.compile(rf"{_AND}?{_NETWORK}(?:{_AND}(?:{_NETWORK}|x|fb)(?!\w)){{0,8}}(?!\w)", re.IGNORECASE)
_ENDS_IN_NETWORK = re.compile(rf"(?<!\w){_NETWORK}\Z", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"\s{1,3}([A-ZÀ-ÞА-ЯІЇЄΑ-Ω][^\W\d_]*)")
_OF_NETWORKS = frozenset((
    "live", "stories", "story", "channel", "channels", "page", "pages", "group", "messenger", "shorts", "reels",
    "kanal", "kanals", "seite", "gruppe", "account", "feed", "news", "app", "newsletter", "lite", "podcast", "podcasts",
))  # fmt: skip
"""What belongs to a network's name before it, with a capital too."""
_PROSE_WORDS = 6
_SIGNS = ("So", "Sk")
_REST_OF_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{1,15}")
_PROMOTED = "after newsletter promotion"
_PROMOTION = re.compile(
    r"^[ \t]{0,20}(?:skip past newsletter promotion|sign up (?:to|for) [^\n]{2,60})[ \t\r]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
"""What opens a box in the middle of an article, which ends by saying that the article goes on."""
_PROMOTION_CHARACTERS = 900
_ASKING = re.compile(
    r"(?:^|[,;!?–—]|\b(?:please|and|or|now|click to|bitte|und|oder|et|ou|y|o|e|и|или|та|або))\s*$", re.IGNORECASE
)

TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together([phrase.removesuffix("$") for phrase in _ADDRESSED])),
    *(Trigger(phrase, caseless=True) for phrase in _GAPPED),
    *(Trigger(part, caseless=True) for part in together((*NETWORKS, *_THINGS))),
    *(Trigger(part, caseless=True) for part in at_line_starts(_BUTTONS)),
    *(Trigger(part, caseless=True) for part in together(_WHOLE)),
)
"""Whatever is a call has a match of one of these."""


def call_at(text: str, start: int, end: int) -> Piece | None:
    """Return the call that ``text[start:end]``, a hit of the triggers, belongs to."""
    # Nearly all hits are a network's name, which by itself is neither a button nor a call.
    is_name = text[start:end].lower() in _NAMES
    if not is_name and end - start <= _BUTTON_CHARACTERS and _BUTTON.fullmatch(text[start:end].strip()):
        line = line_at(text, start, end)
        if _BUTTON.fullmatch(text, line.start, line.end):
            return _promotion(text, line) if text[slice(*line)].lower() == _PROMOTED else line
    address = None if is_name else _ADDRESS.search(text, start, end)
    if address is not None and not _goes_on(text, address):
        line = line_at(text, start, end)
        passes = _is_told_of(text, line, address) or is_told(text, Piece(*address.span()), line)
        return None if passes else _piece(text, line, address.start(), address.end())
    whole = None if is_name else _whole(text, start, end)
    if whole is not None:
        return whole
    before = text[max(0, start - GAP - 1) : start].lower()
    return None if _FIRST.isdisjoint(_WORD.findall(before)) else _opened(text, start, end)


def _promotion(text: str, end: Piece) -> Piece:
    """Return the box of a newsletter that the line *end* ends, with what it offers: ``Sign up to The Bridge Brief``."""
    opened = list(_PROMOTION.finditer(text, max(0, end.start - _PROMOTION_CHARACTERS), end.start))
    first = next((match for match in opened if "past" in match.group().lower()), opened[-1] if opened else None)
    return stripped(text, first.start(), end.end) if first else end


def _goes_on(text: str, address: re.Match[str]) -> bool:
    """Return whether the pronoun that ends the phrase begins another word, or the phrase goes on as prose."""
    if _IN_PROSE.match(text, address.start()):
        return True
    return address.group().lower().endswith(_PRONOUNS) and text[address.end() : address.end() + 1].isalpha()


def _is_told_of(text: str, line: Piece, address: re.Match[str]) -> bool:
    """Return whether a sentence names a button for sharing: "a row of icons: share on Facebook, tweet this"."""
    if address.group().lower().startswith(_QUESTIONS):
        return address.start() - sentence_at(text, *address.span(), line).start > _MARKS
    if not _SHARING.fullmatch(address.group()):
        return False
    sentence = sentence_at(text, *address.span(), line)
    if not text[address.start()].isascii() and text[sentence.end - 1] == "。":
        return True
    lead = text[sentence.start : address.start()]
    told = ":" in lead or not _ASKING.search(lead)
    return text[address.start()].islower() and len(lead.split()) >= _FEW_WORDS - 1 and told


def _whole(text: str, start: int, end: int) -> Piece | None:
    """Return the sentence at a hit that says no more than to click."""
    line = line_at(text, start, end)
    sentence = sentence_at(text, start, end, line)
    if not _ALONE.fullmatch(text, *sentence) or is_told(text, Piece(start, end), line):
        return None
    before = (
        sentence_at(text, sentence.start - 2, sentence.start - 2, line) if sentence.start - 2 > line.start else None
    )
    # What a newsletter offers stands in the sentence before: "The Bridge newsletter has all the news. Sign up here."
    is_offer = before and _SIGN_UP.match(text, *sentence) and _LETTER.search(text, *before)
    return Piece(before.start, sentence.end) if before and is_offer else sentence


def _opened(text: str, start: int, end: int) -> Piece | None:
    """Return the sentence that asks for ``text[start:end]`` with an imperative at its start."""
    line = line_at(text, start, end)
    sentence = sentence_at(text, start, end, line)
    verb = _verb(text, sentence, start)
    if verb is None or is_told(text, Piece(verb, end), line):
        return None
    return _piece(text, line, verb, end)


def _verb(text: str, sentence: Piece, thing: int) -> int | None:
    """Return where the *sentence* opens with an imperative, before *thing*: at its start or that of a main clause."""
    last = min(thing, sentence.start + LEAD_CHARACTERS)
    starts = [sentence.start, *(match.end() for match in _CLAUSE.finditer(text, sentence.start, last))]
    for start in starts:
        word = _FIRST_WORDS.search(text, start, thing)
        if word and word.start() - start <= _MARKS and thing - word.start() <= GAP and _is_imperative(word):
            return word.start()
    return None


def _is_imperative(word: re.Match[str]) -> bool:
    first, both = word.group(1).lower(), word.group().lower()
    return first in _IMPERATIVES or both in _IMPERATIVES


def _piece(text: str, line: Piece, start: int, end: int) -> Piece:
    """Return what goes with the call at *start* to *end*: its short line, else its sentence, else itself alone."""
    sentence = sentence_at(text, start, end, line)
    shouted = _SHOUTED.match(text, start, sentence.end)
    if shouted and shouted.end() >= end:
        return stripped(text, *shouted.span())
    behind = _prose_behind(text, end, sentence)
    if behind is not None:
        return _with_mark(text, line, stripped(text, _opening(text, sentence, start), behind))
    before, lead = text[line.start : sentence.start].rstrip(), text[sentence.start : start]
    # A capital in the middle of a sentence opens a call that is glued to what stands before it.
    is_glue = any(map(str.isalnum, lead)) and not lead.rstrip().endswith((",", ":", "?", "!"))
    glued = is_glue and text[start].isupper() and _opening(text, sentence, start) != sentence.start
    if line.end - line.start <= LINE_CHARACTERS and (not before or before.endswith(("?", "!", ":"))) and not glued:
        return line
    # What the line or its window ends in is no sentence where the text goes on.
    is_menu = _is_menu(text[end : sentence.end]) or _goes_beyond(text, sentence.end)
    if len(lead) <= LEAD_CHARACTERS and sentence.end - sentence.start <= SENTENCE_CHARACTERS and not glued | is_menu:
        return sentence
    if sentence.end - start <= LEAD_CHARACTERS and not is_menu:
        return _with_mark(text, line, Piece(start, sentence.end))
    thing = _THING.search(text, end, min(len(text), end + GAP, line.end))
    return _with_mark(text, line, stripped(text, start, _word_end(text, thing.end() if thing else end)))


def _opening(text: str, sentence: Piece, start: int) -> int:
    """Return where the call at *start* opens, with the adverbs before it if they open its *sentence*."""
    lead = _POLITE.fullmatch(text, sentence.start, start)
    return sentence.start if lead else start


def _prose_behind(text: str, end: int, sentence: Piece) -> int | None:
    """Return where the names of networks at *end* of a call end, if a capital begins another sentence behind them.

    So run a call and the article into one another where a page was flattened: "Join us on Twitter The bridge opens".
    """
    named = _LISTED_NETWORKS.match(text, end, sentence.end)
    named_end = named.end() if named else end
    first = _NEXT_SENTENCE.match(text, named_end, sentence.end)
    if first is None or not (named or _ENDS_IN_NETWORK.search(text, max(0, end - GAP), end)):
        return None
    rest = text[first.start(1) : sentence.end]
    words = _WORD.findall(rest)
    is_prose = len(words) >= _PROSE_WORDS and sum(word[0].islower() for word in words) * 3 >= len(words) * 2
    return named_end if is_prose and first[1].lower() not in _OF_NETWORKS and not _THING.search(rest) else None


def _goes_beyond(text: str, end: int) -> bool:
    """Return whether the text goes on in its line at *end*, with no mark that ends a sentence."""
    return text[end - 1].isalnum() and text[end : end + 2].strip(" \u00a0")[:1].isalnum()


def _word_end(text: str, end: int) -> int:
    """Return where the word ends that *end* stands in, in scripts that part words."""
    rest = _REST_OF_WORD.match(text, end)
    return rest.end() if rest and text[end - 1 : end].isalpha() else end


def _with_mark(text: str, line: Piece, piece: Piece) -> Piece:
    """Return *piece* with the signs before it that point at a call: a check mark, a telephone, a hand."""
    start = piece.start
    while start > line.start and (text[start - 1] in " \u00a0\ufe0f\u200d" or category(text[start - 1]) in _SIGNS):
        start -= 1
    return stripped(text, start, piece.end)


def _is_menu(text: str) -> bool:
    """Return whether most words of *text*, four and more, have capitals: labels of a page run together."""
    words = _WORD.findall(text)
    return len(words) > _FEW_WORDS and sum(word[0].isupper() for word in words) * 2 > len(words)
