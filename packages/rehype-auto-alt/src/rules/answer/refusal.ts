import { ownWords } from './own-words.ts'

/** Words with which models decline, in the languages they most often decline in, whatever was asked for. */
const refusals: readonly RegExp[] = [
  /\b(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:really |very |so )?(?:sorry|unable|not able|afraid|not sure|not certain|not permitted|not allowed)\b/iu,
  /\bi (?:apologi[sz]e|regret)\b|^(?:my|our) apologies\b|\byou (?:did|have|do)(?:n['’]t| not)\b/iu,
  // As written: a title may begin with a capital after it ("I Am Not There").
  /(?:^|[.!?] )I(?:['’](?:m|ve|ll|d))? \p{Ll}[^.!?]*(?:\b(?:not|no|unable|cannot|without|lack)\b|n['’]t\b)/u,
  /^(?:(?:the|this|that|your|an?|provided|requested|linked|attached) )*(?:image|picture|photo|file|attachment)s? (?:was|is|are|has|could|can|cannot|can['’]t|did|failed|does)\b[^.!?]*\b(?:load|display|describe|see|seen|access|process|open|identif|visible|available|provided|attached|uploaded|found|detected|included|recogni[sz]|determin|support|missing)\p{L}*/iu,
  /^no (?:image|picture|photo|file)s? (?:was |were |is |has been )?(?:detected|found|provided|attached|uploaded|available|given|visible|received|supplied|present)\b/iu,
  /\bit (?:seems|appears|looks)(?: like| that| as if)?\b[^.!?]*(?:\b(?:no|not|missing)\b|n['’]t\b)[^.!?]*\b(?:image|picture|photo|file|attach|upload)/iu,
  /^(?:cannot|can['’]?t|unable to|won['’]t|failed to|not able to|not possible to|impossible to) (?:comply|help|assist|answer|do|say|tell)\b/iu,
  /^(?:(?:sorry|apologies|unfortunately)(?:,| [–—-] )|(?:sorry|apologies|unfortunately) (?:but |i |we |this |the image |the picture |no ))/iu,
  /\b(?:i|we) (?:can(?:['’]?t|not)|could(?:n['’]t| not)|won['’]?t|will not|do(?:n['’]t| not)|am unable to|am not able to) (?:\w+ly )?(?:help|assist|see|view|identify|describe|provide|access|comply|process|analy[sz]e|determine|tell|generate|create|fulfil|open|display|recogni[sz]e|know|make out|have (?:access|the ability|enough|any))\b/iu,
  /\b(?:i (?:need|would need|require) (?:more|additional|to see)|i have no (?:idea|way|access)|it (?:is|['’]s) not possible to (?:describe|determine|tell|see|identify|say))\b/iu,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model|text[- ]based)\b/iu,
  /\bi(?:['’]m| am) (?:an? |just an? |only an? )?(?:ai|artificial intelligence|(?:large )?language model|text[- ]based|assistant)\b/iu,
  /\b(?:unable to|cannot|can['’]?t|could not|not able to) (?:(?:be )?(?:see|view|access|process|describe|load|display|determine|identify)(?:n|ed|d)?) (?:the |this |any |your |what )?(?:image|picture|photo|content|is )/iu,
  /^(?:unable to|cannot|can['’]?t|could not|failed to) (?:be )?(?:see|view|access|process|describe|load|display|determine|identify|determined|described)\b/iu,
  /\b(?:no image|the image) (?:was|is|has been|could) (?:not (?:be )?)?(?:provided|attached|uploaded|included|loaded|visible|available|found)\b/iu,
  /^(?:there (?:is|['’]s|was) )?no (?:image|picture|photo|description|alt(?:ernative)? text|text alternative|content)(?: (?:is |was )?(?:found|available|provided|given|attached|to describe|visible|data|possible|needed))?$/iu,
  /\b(?:could|can|would) you (?:please )?(?:re-?)?(?:upload|provide|share|attach|send|describe|tell)\b/iu,
  /\bplease (?:re-?)?(?:upload|provide|share|attach|send)(?: me| us)? (?:(?:the|an?|your|another|this|that) )?(?:[a-z]+er |different |new |actual )?(?:image|picture|photo|file|link|url|more)\b/iu,
  /\b(?:against|violates?) (?:my|our|the) (?:guidelines|polic(?:y|ies)|content polic(?:y|ies))\b/iu,
  /(?<!\p{L})(?:ich (?:kann|darf|konnte|bin|sehe) [^.!?]{0,60}(?<!\p{L})(?:nicht|nichts|kein|keine)(?!\p{L})|(?:kann|konnte) ich (?:\p{L}+ )?nicht(?!\p{L})|leider (?:ist es|kann|konnte|wurde)|(?:es wurde|ich sehe) kein|nicht möglich,? (?:das|dieses|die|dies)|(?:das |dieses )?bild (?:kann|konnte|wurde) (?:leider )?nicht|es tut mir leid|tut mir leid|ich kann (?:das|dieses|diese|dir|ihnen|leider|nicht|kein)|leider kann ich|ich bin (?:nicht in der lage|eine? ki|ein sprachmodell)|als (?:ki|künstliche intelligenz|sprachmodell)(?!\p{L})|kein bild (?:vorhanden|angehängt|bereitgestellt|gefunden)|das bild (?:kann|konnte) nicht (?:geladen|angezeigt|beschrieben))/iu,
  /(?<!\p{L})(?:je n(?:e |[’'])(?:peux|puis|vois|suis|parviens|sais|dispose|ai|arrive|pourrais?)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:pas|aucune?|rien)(?!\p{L})|malheureusement,? (?:je|il|l[’'])|je m[’']excuse|l[’']image n(?:e |[’'])|je suis désolée?|désolée?,|je ne (?:peux|suis|vois|parviens) pas|en tant qu[’'](?:ia|intelligence|assistant)|en tant que modèle|aucune image (?:n|fourni|jointe|disponible)|je suis (?:une ia|un modèle)|il (?:m[’']est|est) impossible de (?:décrire|voir|déterminer))/iu,
  /(?<!\p{L})(?:no veo (?:ningun|la imagen|nada)|no soy capaz|lamentablemente|lo lamento|como asistente|no se puede (?:ver|describir|mostrar)|la imagen no (?:se|está|pudo|puede)|lo siento,?|no puedo (?:ver|ayudar|describir|identificar|proporcionar|acceder|determinar)|como (?:un )?modelo de (?:lenguaje|ia)|como (?:una )?(?:ia|inteligencia artificial)(?!\p{L})|soy (?:una ia|un modelo)|no se (?:ha )?proporcion|no es posible (?:describir|ver|determinar)|no hay (?:ninguna )?imagen(?!\p{L}))/iu,
  /(?<!\p{L})(?:não vejo (?:nenhuma|a imagem|nada)|infelizmente|não sou capaz|peço desculpa|a imagem não (?:foi|está|pôde|pode)|desculpe|sinto muito|lamento,|não (?:posso|consigo) (?:ver|ajudar|descrever|identificar|fornecer|acessar)|como (?:uma (?:ia|inteligência artificial)|(?:um )?modelo de linguagem)|sou (?:uma ia|um modelo)|não é possível (?:descrever|ver|determinar)|nenhuma imagem foi)/iu,
  /(?<!\p{L})(?:mi spiace|purtroppo|non vedo (?:alcuna|nessuna|l[’']immagine|nulla)|non sono in grado|l[’']immagine non (?:è|può)|mi dispiace|non (?:posso|riesco a|sono in grado di) (?:vedere|aiutar|descrivere|identificare|fornire|accedere)|come (?:ia|intelligenza artificiale|modello linguistico)(?!\p{L})|sono (?:un[’']ia|un modello linguistico)|non è possibile (?:descrivere|vedere|determinare)|nessuna immagine (?:è stata|fornita|disponibile))/iu,
  /(?<!\p{L})(?:ik zie (?:geen|niets|de afbeelding niet)|ik ben niet in staat|helaas (?:kan|kon|is)|de afbeelding (?:kan|kon|is) niet|het spijt me|sorry, (?:maar )?ik|ik kan (?:niet|geen|deze|dit|de afbeelding|je|u)(?!\p{L})|helaas kan ik|als (?:een )?(?:ai|taalmodel)(?!\p{L})|ik ben (?:een ai|een taalmodel)|(?:er is )?geen afbeelding (?:beschikbaar|gevonden|bijgevoegd|meegestuurd)|het is niet mogelijk om)/iu,
  /(?:(?:^|[.!?] )(?:извините,|простите,|прошу прощения)|(?<!\p{L})я не (?:могу|вижу|в состоянии)(?!\p{L})|к сожалению,|мне жаль|изображение не (?:загру|найден|удал)|как (?:ии|искусственный интеллект|языковая модель)(?!\p{L})|я (?:—|-|–|являюсь) (?:ии|языков)|невозможно (?:описать|определить) (?:изображение|картинку|содержимое)|изображение (?:не предоставлено|отсутствует|недоступно))/iu,
  /(?<!\p{L})(?:nie widzę (?:żadn|obraz|zdję)|nie jestem w stanie|(?:obraz|zdjęcie) nie (?:został|jest|może)|przykro mi|przepraszam|niestety,? nie|nie (?:mogę|jestem w stanie) (?:pomóc|opisać|zobaczyć|zidentyfikować|wyświetlić|określić|podać)|jako (?:ai|sztuczna inteligencja|model językowy)(?!\p{L})|jestem (?:modelem językowym|sztuczną inteligencją)|nie widzę (?:obrazu|zdjęcia)|brak (?:obrazu|zdjęcia)(?!\p{L}))/iu,
  /(?:申し訳(?:ありません|ございません|ない)|すみません|ごめんなさい|お手伝いできません|画像(?:を|が)(?:確認|表示|見る|認識|説明)(?:でき|こと)|(?:説明|特定|判断|識別)(?:すること(?:は|が))?でき(?:ません|ない)|画像(?:が|は)(?:添付|提供)されてい(?:ません|ない)|画像(?:が|は)(?:見え|読み込|ありま|届い)[^。]*(?:ません|ない)|(?:対応|お答え|ご説明)(?:でき|いたしかね)|でき(?:ません|かねます)。?$|私は(?:AI|人工知能)|(?:AI|言語モデル)として)/u,
  /(?:^(?:我)?(?:无法|無法)|抱歉|对不起|對不起|很遗憾|很遺憾|我(?:无法|無法|不能|没法|看不到|看不見|看不见)|(?:无法|無法)(?:查看|识别|識別|描述|显示|确定|辨认)(?:该|此|这|這|图|圖|您)|作为(?:一个)?(?:AI|人工智能|语言模型)|作為(?:一個)?(?:AI|人工智慧)|我是(?:一个)?(?:AI|人工智能|语言模型)|(?:没有|未)(?:提供|上传|找到|检测到)(?:任何)?图)/u
]

/** Whether a text declines to describe instead of describing. What it quotes does not count. */
export function isRefusal(text: string): boolean {
  const words = ownWords(text).trim()
  return refusals.some((refusal) => refusal.test(words))
}
