import { ownWords } from './own-words.ts'

/** Orders to a machine, wherever they stand. */
const toMachines: readonly RegExp[] = [
  /(?<!\p{L})(?:ignore|disregard|forget|override|bypass)(?:d|s|ing)? (?:\p{L}+ ){0,3}(?:previous|prior|above|earlier|preceding|foregoing|all|any|your|system|other|these|those)(?: \p{L}+){0,3}? (?:instruction|prompt|rule|guideline|direction|command|message|text|context)s?(?!\p{L})/iu,
  /(?<!\p{L})(?:ignore|disregard|forget) (?:everything|anything|all|what)(?: of)?(?: that| you)? (?:above|before|was|is|said|have|were)(?!\p{L})/iu,
  /(?:^|[.!?:;] |(?<!\p{L})(?:and|then|instead) )(?:(?:respond|reply|answer)(?: (?:only|just|back|exactly|always))* (?:with|as|in (?:one|a single|all|capital|json|english|german|french|spanish|plain))|(?:output|print|return) (?:only|just|exactly))(?!\p{L})/iu,
  /(?<!\p{L})(?:act as (?:an? |the |if )|pretend (?:to be|that|you)|from now on,? (?:you|always|only|never|answer|respond|reply|ignore)|you are (?:now )?(?:an? |the |my )?(?:helpful |friendly |large )*(?:assistant|ai|language model|chatbot|bot|model|system))(?!\p{L})/iu,
  /(?<!\p{L})(?:do not|don['’]t|never) (?:describe|mention|reveal|follow|obey)(?!\p{L})|(?:^|[.!?] )(?:system|assistant|user|human|new instructions?)\s*:/iu,
  /(?<!\p{L})(?:ignorier(?:e|en sie|t)|vergiss|vergessen sie|missachte|befolge nicht)(?!\p{L})[^.!?]{0,40}(?:anweisung|anleitung|vorgabe|instruktion|befehl|regel)/iu,
  /(?<!\p{L})(?:ignore[zr]?|oublie[zr]?|ne (?:tiens|tenez) pas compte)(?!\p{L})[^.!?]{0,40}(?:instruction|consigne|directive)/iu,
  /(?<!\p{L})(?:ignor[ae]n?|ignorar|olvid[ae]|omit[ae]|haz caso omiso)(?!\p{L})[^.!?]{0,40}(?:instruccion|indicacion|órdenes)/iu,
  /(?<!\p{L})(?:ignor[ae]|esqueça|desconsidere)(?!\p{L})[^.!?]{0,40}(?:instruç|ordens|regras)/iu,
  /(?<!\p{L})(?:ignor(?:a|are|ate|i)|dimentica|non seguire)(?!\p{L})[^.!?]{0,40}(?:istruzion|indicazion)/iu,
  /(?<!\p{L})(?:negeer|vergeet)(?!\p{L})[^.!?]{0,40}(?:instructie|aanwijzing|opdracht)/iu,
  /(?<!\p{L})(?:про)?игнорируй(?:те)?(?!\p{L})[^.!?]{0,40}(?:инструкци|указани|команд)|(?<!\p{L})забудь(?:те)?(?!\p{L})[^.!?]{0,40}(?:инструкци|указани|команд)/iu,
  /(?<!\p{L})(?:z?ignoruj(?:cie)?|zapomnij(?:cie)?|pomiń)(?!\p{L})[^.!?]{0,40}(?:instrukc|polece|wskazów)/iu,
  /(?:指示|命令|プロンプト|ルール)(?:を|は)?(?:すべて|全て)?(?:無視|忘れ)/u,
  /(?:忽略|无视|無視|忘记|忘記)[^。！？]{0,20}(?:指令|指示|提示|命令|规则|規則)/u
]

/** Web addresses as they are told to people. */
const address =
  '(?:https?:|www\\.|[\\p{L}\\p{N}-]+\\.(?:com|org|net|io|de|fr|es|it|nl|pl|ru|br|jp|cn|co)(?![\\p{L}]))'

/** Words to the reader at the start of a sentence. */
const toReaders: readonly RegExp[] = [
  `(?:just |now |simply )?(?:click|tap|press)(?: on)? (?:here|the (?:link|button|image|picture)|this (?:link|button)|below|now)`,
  `(?:go to|visit|see|check out|head (?:over )?to) (?:us(?!\\p{L})|our |my |the (?:link|website|web site)|${address})`,
  `(?:buy|order|call|shop|act|subscribe|register) (?:now|today)(?!\\p{L})|(?:call|contact|follow|join|text) (?:us|me)(?!\\p{L})`,
  `(?:like and subscribe|subscribe to (?:my|our)|don['’]t (?:forget|miss)|scan (?:the|this) (?:qr[- ]?)?code|send (?:me|us|your|money)|enter your|type your|give me|remember to|make sure|note that|keep in mind)(?!\\p{L})`,
  `(?:print|say|repeat|write|type|tell|reply|respond|answer)(?: with)? (?:the (?:words?|following|user|reader)|after me|hello|exactly|yes|no|ok)(?!\\p{L})|buy (?:our|my) |call \\+?\\d|send (?:an? )?(?:e-?mail|message|letter)s? to |(?:open|follow|use|copy|paste) (?:the|this) (?:following |above |attached )?(?:link|url|address|code|website)(?!\\p{L})`,
  `(?:download|install|order|buy|join|register|subscribe|sign up|shop|donate)(?!\\p{L})[^.!?]{0,40} (?:now|today|immediately)(?=[.!?]|$)`,
  `(?:kauf|bestell|ruf|meld|sicher|lad|test|buch)(?:e|en sie)? (?:dich |dir |uns )?(?:jetzt|heute|sofort)(?!\\p{L})|merci (?:de |d[’'])|espere(?!\\p{L})|[^.!?]{1,40} por favor$`,
  `(?:let me know|feel free|i hope (?:this|that)|hope this|would you like|if you (?:need|have|want|would|wish))(?!\\p{L})`,
  `(?:klick(?:e|en sie)?|tipp(?:e|en sie)) (?:hier|auf)|hier (?:klicken|tippen)|besuch(?:e|en sie) (?:uns|unsere|die (?:web)?seite|${address})|(?:jetzt (?:kaufen|bestellen|anmelden))|(?:kaufen|rufen|melden|beachten|scannen|lassen|folgen) sie |du (?:bist|musst|solltest) |sie (?:müssen|sollten) |folge (?:uns|mir)(?!\\p{L})|vergiss nicht(?!\\p{L})|lass mich wissen(?!\\p{L})`,
  `cliqu(?:ez|e) (?:ici|sur)|visitez (?:notre|nous|le site|${address})|veuillez |s[’']il vous pla[iî]t|rendez-vous sur |(?:achetez|commandez|inscrivez-vous|abonnez-vous|suivez-nous|appelez)(?!\\p{L})|n[’'](?:hésitez|oubliez) pas|vous (?:êtes (?!ici)|devez )|tu (?:es|dois) |notez que|faites-moi savoir`,
  `(?:haz|haga) clic|puls[ae] aquí|visit[ae] (?:nuestr|la (?:web|página)|${address})|por favor(?!\\p{L})|compr[ae] (?:ahora|ya)|suscríb|regístr[ae]se|síguenos|llam[ae] (?:ya|ahora)|no (?:dudes|olvides)|debes |usted (?:es|debe) |eres (?:un|el|la) |recuerd[ae] que|ten(?:ga)? en cuenta`,
  `clique (?:aqui|no |na |em )|visite (?:noss|o (?:nosso )?site|${address})|compre (?:agora|já)|inscreva-se|siga-nos|ligue (?:agora|já)|você (?:é|deve|precisa) |não (?:se esqueça|hesite)|observe que|lembre-se`,
  `clicca|(?:fai|fate|fare) clic|visita(?:te)? (?:il (?:nostro )?sito|${address})|per favore|si prega|acquista ora|compra ora|iscriviti|seguici|chiama (?:ora|subito)|(?:tu sei|sei un|lei è|devi|dovete) |ricorda che|non (?:esitare|dimenticare)|tieni presente`,
  `klik (?:hier|op)|bezoek (?:onze|ons|${address})|gelieve |als(?:je|tu)blieft|(?:koop|bestel|bel) nu|meld je aan|schrijf je in|volg ons|(?:je|u) (?:bent|moet) |let op dat|vergeet niet`,
  `(?:нажми|кликни|щ[её]лкни)(?:те)?(?!\\p{L})|перейди(?:те)? по|посети(?:те)? (?:наш|сайт|${address})|пожалуйста|(?:купи|закажи|подпиши|зарегистрируй|позвони|звони)(?:те|тесь|сь)(?!\\p{L})|(?:вы|ты) (?:долж|—|–)|обратите внимание|не забудьте`,
  `kliknij|odwied(?:ź|źcie) (?:nasz|stronę|${address})|proszę |(?:kup|zamów|zadzwoń) teraz|zapisz się|zarejestruj się|śledź nas|musisz |jesteś |pamiętaj|nie zapomnij|zwróć uwagę`
].map((words) => new RegExp(`(?:^|[.!?:;–—] ?)(?:${words})`, 'iu'))

/** Case tells a name ("Please Touch Museum", "You Are Here") from words to the reader. */
const toReadersAsWritten: readonly RegExp[] = [
  /(?:^|[.!?:;–—] ?)[Bb]itte \p{Ll}/u,
  /(?:^|[.!?:;–—] ?)[Pp]lease,? \p{Ll}/u,
  /(?:^|[.!?:;–—] ?)PLEASE \p{Lu}{2}/u,
  /(?:^|[.!?:;–—] ?)Do(?: not|n['’]t) \p{Ll}/u,
  /(?:^|[.!?:;–—] ?)[Yy]ou(?:(?:['’]re| are)(?! here)| must| should| need to| have to| can| may| will| might| see) \p{Ll}/u,
  /(?:ください|下さい)[。！!]?$|(?:こちら|ここ)を(?:クリック|タップ)|今すぐ(?:購入|登録)|あなたは/u,
  /(?:^|[。！？：，])(?:请(?!假|柬|帖)|請(?!假|柬|帖))|(?:点击|點擊)(?:这里|此处|這裡|此處|链接|下方)|访问(?:我们|https?|www)|(?:立即|马上)(?:购买|注册|下载)|(?:^|[。！？])(?:您|你)(?:必须|需要|可以|应该|是(?:一个|一名))/u
]

/** A thing that shows words, behind them: "Please wait sign". Not "Press the button". */
const shownBeforeNoun =
  /^(?!.*\b(?:the|this|that|our|my|your) (?:\p{L}+ )?(?:button|sign|banner|icon|screen|label|logo|notice|dialog|tile|pop-?up)\b).{1,60}[ -](?:buttons?|signs?|signals?|lights?|banners?|icons?|symbols?|screens?|labels?|logos?|badges?|posters?|stickers?|notices?|dialogs?|tiles?|tags?|hangers?|boards?|mats?|tape|pop-?ups?|Schild|Schaltfläche|Knopf|Plakat)(?: (?:on|in|at|by|above|below|beside|near|over|next|of|with|hanging|taped|posted|behind|under|an|am|auf|neben|vor)(?!\p{L}).*)?[.!]?$/u

/** What tells whom the words of a text are for. */
interface Addressed {
  /** Whether the text names a link or a button. */
  readonly isControl?: boolean
  /** Words that are readable in the picture. */
  readonly visibleText?: string
}

/**
 * The words with which a text tells its reader, or a machine that reads it, what to do. What it quotes, and what it
 * says that a sign or a button says, is no such thing; neither is what stands in the picture, unless it is meant for
 * machines. The name of a link or a button may tell its user what to do.
 */
export function instructingWords(text: string, { isControl, visibleText = '' }: Addressed = {}): string[] {
  const words = ownWords(text)
  const found: string[] = []
  for (const pattern of toMachines) {
    const match = pattern.exec(words)
    if (match) found.push(match[0].trim())
  }
  if (isControl || shownBeforeNoun.test(text)) return found
  for (const pattern of [...toReaders, ...toReadersAsWritten]) {
    const match = pattern.exec(words)
    if (match && !isShown(words, match.index, visibleText))
      found.push(match[0].replace(/^[.!?:;–—]\s*/u, '').trim())
  }
  return found
}

/** Whether the words from here to the end of the sentence are readable in the picture. */
function isShown(words: string, index: number, visibleText: string): boolean {
  const sentence = letters(
    /^[^.!?。！？]*/u.exec(words.slice(index).replace(/^[.!?:;–—]\s*/u, ''))?.[0] ?? ''
  )
  return sentence.length >= 4 && letters(visibleText).includes(sentence)
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
