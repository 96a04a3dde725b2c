/** Words with which models decline, in the languages they most often decline in, whatever was asked for. */
const refusals: readonly RegExp[] = [
  /\b(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:really |very |so )?(?:sorry|unable|not able|afraid)\b/iu,
  /\b(?:i|we) (?:can(?:['’]?t|not)|could(?:n['’]t| not)|won['’]?t|will not|do(?:n['’]t| not)|am unable to) (?:\w+ly )?(?:help|assist|see|view|identify|describe|provide|access|comply|process|analy[sz]e|determine|generate|create|fulfil|open|display|make out|have (?:access|the ability))\b/iu,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model|text[- ]based)\b/iu,
  /\b(?:unable to|cannot|can['’]?t) (?:see|view|access|process|describe|load|display) (?:the |this |any |your )?(?:image|picture|photo|content)/iu,
  /\b(?:no image|the image) (?:was|is|has been|could) (?:not (?:be )?)?(?:provided|attached|uploaded|included|loaded|visible|available)\b/iu,
  /\bplease (?:re-?)?(?:upload|provide|share|attach|send)(?: me| us)? (?:(?:the|an?|your|another|this|that) )?(?:[a-z]+er |different |new |actual )?(?:image|picture|photo|file|link|url|more)\b/iu,
  /\b(?:against|violates?) (?:my|our|the) (?:guidelines|polic(?:y|ies)|content polic(?:y|ies))\b/iu,
  /\b(?:es tut mir leid|tut mir leid|ich kann (?:das|dieses|diese|dir|ihnen|leider|nicht|kein)|leider kann ich|als ki\b|kein bild (?:vorhanden|angehängt))/iu,
  /\b(?:je suis désolée?|désolée?,|je ne (?:peux|suis) pas|en tant qu[’']ia|aucune image)\b/iu,
  /\b(?:lo siento|no puedo (?:ver|ayudar|describir|identificar|proporcionar)|como (?:modelo|ia)|no se (?:ha )?proporcion)/iu,
  /\b(?:desculpe|sinto muito|não (?:posso|consigo) (?:ver|ajudar|descrever|identificar)|como (?:uma ia|modelo))/iu,
  /\b(?:mi dispiace|non (?:posso|riesco a) (?:vedere|aiutar|descrivere|identificare))/iu,
  /\b(?:het spijt me|ik kan (?:niet|geen|deze|dit)|helaas kan ik)\b/iu,
  /(?:извините|простите|я не могу (?:увидеть|помочь|описать|определить)|к сожалению, я)/iu,
  /\b(?:przykro mi|przepraszam|nie mogę (?:pomóc|opisać|zobaczyć|zidentyfikować))/iu,
  /(?:申し訳(?:ありません|ございません)|お手伝いできません|画像(?:を|が)(?:確認|表示|見る)(?:でき|こと))/u,
  /(?:抱歉|对不起|對不起|我(?:无法|無法|不能)(?:看|帮|幫|描述|识别|識別|提供)|作为(?:一个)?(?:AI|人工智能))/u
]

/** Words that the picture shows, such as those of an error message in a screenshot. */
const quoted = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」/gu

/** Whether a text declines to describe instead of describing. What it quotes does not count. */
export function isRefusal(text: string): boolean {
  const ownWords = text.replace(quoted, '')
  return refusals.some((refusal) => refusal.test(ownWords))
}
