/** What the text is called that was asked for. */
const askedFor =
  'alt(?:ernative)?[- ]?text|text alternative|caption|description|alternativtext|beschreibung|bildunterschrift|texte alternatif|texto alternativo|descripción|descrição|descrizione|testo alternativo|alternatieve tekst|beschrijving|альтернативный текст|описание|tekst alternatywny|opis|代替テキスト|説明|替代文[字本]|描述'
/** "Sure!", "Here is the alt text:" before an answer, in the languages of the style rules. */
const introductions: readonly RegExp[] = [
  /^(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|gerne|natürlich|klar|selbstverständlich|bien sûr|certainement|d[’']accord|claro(?: que sí)?|por supuesto|com certeza|certo|certamente|natuurlijk|zeker|конечно|хорошо|oczywiście|jasne|もちろんです|はい|好的|当然)\s?[!.,。！，:]+ ?(?=\S)/iu,
  new RegExp(
    `^(?:here(?:['’]s| is| are)|this is|the|my|a|one|suggested|possible|proposed|final|hier (?:ist|is)|das ist|der|voici|le|aquí (?:está|tienes?)|el|aqui está|o|ecco|il|de|вот|oto|以下(?:は|が)?|这是|以下是)\\s?(?:[^.:!?。：]{0,50}[\\s’'])?(?:${askedFor})(?:[\\s（(][^.:!?。：]{0,50})?[:：]\\s*`,
    'iu'
  )
]

/** What a model says to the person it takes its reader for, as the last sentence. */
const farewell =
  /(?<=[.!?。！？]) ?(?:(?:please )?let me know\b|feel free to\b|i hope (?:this|that)\b|hope this\b|would you like\b|do you want\b|is there anything\b|if you (?:need|have|want|would|wish)\b|lass(?:en sie)? (?:es )?mich wissen|ich hoffe,? (?:das|dies)|falls du|wenn sie (?:weitere|noch)|n[’']hésitez pas|j[’']espère que|faites-moi savoir|no dudes en|espero que|si necesitas|avísame|espero que|se precisar|me avise|fammi sapere|spero che|se hai bisogno|laat het me weten|ik hoop dat|дайте знать|надеюсь|если вам|daj znać|mam nadzieję|jeśli potrzebujesz|ご不明な点|お気軽に|如果(?:您|你)(?:需要|有)|希望(?:这|這))[^\n]*$/iu

/** An answer without the talk around it. */
export function withoutChat(text: string): string {
  let rest = text.replace(farewell, '')
  for (const introduction of introductions) {
    const cut = rest.replace(introduction, '')
    if (cut !== '') rest = cut
  }
  return rest
}
