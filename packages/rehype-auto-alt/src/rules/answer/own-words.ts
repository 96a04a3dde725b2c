/** What stands in quotation marks. A single one between letters is an apostrophe. */
const quoted =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|`[^`]*`|(?<![\p{L}\p{N}])['‘‚][^'’‘]*['’‘](?![\p{L}\p{N}])/gu

/** What says that the words after it, up to the end of the sentence, are those that are shown. */
const introductions: readonly RegExp[] = [
  /\b(?:says|saying|reads|asks|warns|states|stating|label(?:l)?ed|titled|entitled|captioned|inscribed|marked)\b/iu,
  /\b(?:with|bears?|bearing|has|shows?|showing|displays?|displaying) (?:the |an? )?(?:\p{L}+ )?(?:words?|text|message|caption|title|inscription|heading|label|slogan|lettering|error)\b/iu,
  // As written: in small letters it may be what somebody does.
  /\b(?:reading|asking|warning|called|named)\b(?=:|,? \p{Lu})/u,
  /(?:\b(?:mit (?:der )?(?:Auf|Be)schrift|mit (?:dem|den|der) (?:Text|Worten|Hinweis|Meldung|Titel)|auf dem steht|auf der steht|darauf steht|beschriftet mit)|(?:schild|meldung|schaltfläche|plakat|aufkleber):?)(?![\p{L}])/iu,
  /(?:\b(?:indiquant|disant|qui (?:dit|indique)|avec (?:le texte|les mots|l[’']inscription|la mention|le message)|intitulée?|où on lit|portant (?:la mention|l[’']inscription))|\b(?:panneau|bouton|message d[’']erreur|bannière|affiche):?)(?![\p{L}])/iu,
  /(?:\b(?:que dice|diciendo|con (?:el texto|la leyenda|las palabras|la inscripción|el mensaje)|titulad[oa]|rotulad[oa])|\b(?:letrero|botón|cartel|mensaje de error|pancarta):?)(?![\p{L}])/iu,
  /(?:\b(?:que diz|dizendo|com (?:o texto|a inscrição|as palavras|a frase|a mensagem)|intitulad[oa])|\b(?:placa|botão|cartaz|mensagem de erro|faixa):?)(?![\p{L}])/iu,
  /(?:\b(?:che dice|con (?:la scritta|il testo|le parole|il messaggio)|intitolat[oa])|\b(?:cartello|pulsante|manifesto|messaggio di errore|striscione):?)(?![\p{L}])/iu,
  /(?:\b(?:met (?:de tekst|het opschrift|de woorden|de boodschap)|waarop staat|getiteld)|\b(?:bord|knop|foutmelding|spandoek):?)(?![\p{L}])/iu,
  /(?:с надписью|с текстом|со словами|гласит|написано|табличка|кнопка|плакат|сообщение об ошибке):?(?![\p{L}])/iu,
  /(?:z napisem|z tekstem|ze słowami|głosi|(?<!\p{L})tabliczka|(?<!\p{L})przycisk|(?<!\p{L})plakat|komunikat):?(?![\p{L}])/iu,
  /(?:写着|寫著|寫着|标有|標有|写有|标语|標語|显示着|错误信息|错误提示)[：:]?/u
]

/** A thing that shows words, before a colon: all that follows is what it shows. */
const shownAfterColon =
  /(?<![\p{L}])(?:signs?|screenshot|screen|error|button|banner|poster|label|notice|dialog(?:ue)?|slide|meme|cartoon|comic|headline|sticker|t-?shirt|mug|card|letter|quote|speech bubble|cover|billboard|graffiti|slogan|chat|conversation|tweet|terminal|console|window|pop-?up|alert|infographic|plaque|leaflet|flyer|bildschirmfoto|fehlermeldung|meldung|schild|schaltfläche|plakat|banner|chat|capture d[’']écran|message d[’']erreur|panneau|bouton|affiche|captura(?: de pantalla)?|mensaje de error|letrero|botón|cartel|captura de tela|mensagem de erro|placa|botão|cartaz|schermata|messaggio di errore|cartello|pulsante|schermafbeelding|foutmelding|bord|knop|скриншот|снимок экрана|сообщение|табличка|кнопка|плакат|zrzut ekranu|komunikat|tabliczka|przycisk|plakat)(?![\p{L}])[^.!?:]{0,80}[:：]/iu

/**
 * The words of a description that speak for themselves: without what it quotes, and without what it says that a sign,
 * a button or an error message says.
 */
export function ownWords(text: string): string {
  const unquoted = text.replace(quoted, ' … ')
  const colon = shownAfterColon.exec(unquoted)
  const told = colon ? unquoted.slice(0, colon.index + colon[0].length) : unquoted
  return told
    .split(/(?<=[.!?])\s+|(?<=[。！？])/u)
    .map((sentence) => withoutShown(sentence))
    .join(' ')
}

function withoutShown(sentence: string): string {
  // Japanese says behind the words that they are written; Chinese, what shows them.
  let rest = sentence
    .replace(/^.*?(?:と(?:書かれ|表示され|記され|いう))/u, '')
    .replace(/^.{1,20}(?:的?(?:标志|標誌|告示牌|按钮|按鈕|字样|字樣|标牌|海报))[。！]?$/u, '')
  for (const introduction of introductions) {
    const match = introduction.exec(rest)
    if (match) rest = rest.slice(0, match.index + match[0].length)
  }
  return rest
}
