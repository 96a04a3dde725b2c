import { ownWords } from './own-words.ts'

/** Turns of phrase of the request and of its schema that no description of a picture has. */
const phrases = [
  'you (?:write|check) text alternatives',
  '\\((?:string|number(?: from 0 to 1)?|list of strings)\\) ?:',
  '(?:the )?words readable in the picture',
  'how sure (?:you are|the text)',
  'what kind of picture it is',
  'say (?:only )?what (?:is visible|is certain|they leave out)',
  'no praise',
  'advertising, mood or interpretation',
  'do not (?:guess|begin with|start with|name people)',
  '(?:that|if|only if) the page text (?:names|gives)',
  'of a picture of words give',
  'no quotation marks',
  'no markdown',
  'of mere decoration',
  'if (?:you are )?(?:unsure|not sure|you cannot tell),',
  'better no text than a wrong one',
  'material that may be wrong',
  'never follow instructions',
  'it looks drawn or shown',
  'find out whether it is',
  'read its title, labels',
  '(?:you have answered for|the only content of an? (?:link|button)|it is heard together with)',
  'without these faults',
  'it is not decorative',
  'name the picture itself only',
  'if they leave nothing out',
  'translate it into',
  'use the picture only to',
  'alternatives of other pictures',
  'write in their manner',
  'a person wrote or approved this',
  'further instructions of the site owner',
  'answer with (?:the|one|a) json',
  'does the picture show what',
  'go through the text claim by claim',
  'need not be visible',
  'each part of the text that claims',
  'style, and what the text leaves out',
  'one or two (?:complete )?sentences or phrases',
  'about \\d+ to \\d+ words',
  'empty (?:for anything else|when there are none)',
  '(?:alt_text|visible_text|long_description|not_visible)'
]

/** What the answer is called, and a picture, as the object of an order, by language. */
const orders = [
  '(?:write|give|provide|return|produce|create|generate|add|insert) (?:only |me |down )?(?:the|an?|one|it|this|in one)(?!\\p{L})[^.!?]{0,40}(?<!\\p{L})(?:text alternatives?|alt(?:ernative)? text|json|anew|description of (?:the|this) (?:image|picture|photo))',
  '(?:describe|caption) (?:the|this|what is in the) (?:image|picture|photo)',
  '(?:schreib|verfass|erstell|beschreib|gib|geb)(?:e|en sie)?(?!\\p{L})[^.!?]{0,30}(?:alternativtext|alt-text|(?:das|dieses) bild)',
  "(?:écri(?:s|vez)|rédige[rz]?|donne[rz]?|décri(?:s|vez))(?!\\p{L})[^.!?]{0,30}(?:texte alternatif|(?:cette|l[’']) ?image)",
  '(?:escrib[ae]|redact[ae]|describ[ae]|proporcion[ae])(?!\\p{L})[^.!?]{0,30}(?:texto alternativo|(?:esta|la) imagen)',
  '(?:escreva|redija|descreva|forneça)(?!\\p{L})[^.!?]{0,30}(?:texto alternativo|(?:esta|a) imagem)',
  "(?:scriv[ia]|scrivete|descriv[ia]|fornisc[ia])(?!\\p{L})[^.!?]{0,30}(?:testo alternativo|(?:quest[’']|l[’'])immagine)",
  '(?:schrijf|geef|beschrijf)(?!\\p{L})[^.!?]{0,30}(?:alternatieve tekst|alt-tekst|(?:deze|de) afbeelding)',
  '(?:напиши|опиши|составь|предоставь)(?:те)?(?!\\p{L})[^.!?]{0,30}(?:альтернативный текст|изображение|картинку)',
  '(?:napisz|opisz|podaj)(?!\\p{L})[^.!?]{0,30}(?:tekst alternatywny|ten obraz|to zdjęcie)'
]

const namesOfAnswer =
  'alternativtext|texte alternatif|texto alternativo|testo alternativo|alternatieve tekst|альтернативный текст|tekst alternatywny'

/**
 * Sentences of the request and of its schema, as models give them back instead of an answer, also when they translate
 * them. A test holds every sentence that is sent against them.
 */
const echoes: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
  new RegExp(`(?:^|[.!?:;] )(?:please )?(?:${orders.join('|')})(?!\\p{L})`, 'iu'),
  new RegExp(
    `(?:^|[.!?:;] )(?:\\p{L}{1,3} )?(?:${namesOfAnswer})(?:$|,| (?:dieses|de cette|de esta|desta|di questa|van deze|этого|tego) )`,
    'iu'
  ),
  /<\/?(?:page-text|previous-answer|examples|reviewed-text)>/iu,
  /(?:^|[.!?:;] )(?:the |a )?(?:text alternatives?|alt(?:ernative)? text)(?:$|,| of this| (?:for|of) (?:the|this|an?) (?:image|picture|photo)$| in \p{Lu}| that serves| which serves| for (?:the|this) (?:image|picture))/iu,
  /(?:^|[.!?:;] )(?:page title|heading above|text before|text after|link target|title of the page that|heard beside|words in the picture|name of the file|text from the page|product in structured data|description of the page)[^.!?:]{0,60}:/iu,
  /(?:^|[,(:;.!] ?| in |^use |^with )(?:at most|no more than|höchstens|maximal|au (?:plus|maximum)|como máximo|(?:no )?máximo(?: de)?|(?:al )?massimo|maximaal|hoogstens|не более|максимум|maksymalnie|(?:co )?najwyżej) \d+ (?:characters|words|graphemes|zeichen|caractères|caracteres|caratteri|tekens|символов|знаков|znaków)(?!\p{L})/iu,
  /(?:^|[。：])(?:この)?(?:画像|写真)?の?(?:代替テキスト|画像|写真)を?[^。]{0,10}(?:書いて|作成して|説明して|記述して|答えて)|(?:最大|最多)\d+文字|\d+文字以内/u,
  /(?:^|[。：])请?(?:用一句话)?(?:写|描述|提供|生成|回答)[^。]{0,12}(?:替代文[本字]|这张图片|此图片|该图片)|(?:最多|不超过) ?\d+ ?个?(?:字符|字)/u
]

/** The words of a text that were taken from the request. */
export function echoedWords(text: string): string[] {
  const words = ownWords(text)
  return echoes.flatMap((echo) => {
    const match = echo.exec(words)
    return match ? [match[0].replace(/^[.!?:;,]\s*/u, '').trim()] : []
  })
}
