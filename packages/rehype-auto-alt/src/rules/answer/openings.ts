/**
 * Openings that only say that there is a picture. A screen reader has said so already.
 * "Screenshot", "map", "chart", "drawing" and the like stay: they tell what kind of picture it is.
 */
export const openings: readonly RegExp[] = [
  // English: "An image of …", "This photo shows …", "In this picture, …"
  /^(?:(?:this|here|it) is )?(?:(?:an?|the|this) )?(?:close-?up |black[- ]and[- ]white |colou?r(?:ed|ful)? |stock )?(?:image|picture|photo|photograph|pic|photographic image)(?: (?:of|showing|depicting|featuring|displaying|portraying|that shows|which shows|shows|depicts|features|displays|portrays)|:) +/iu,
  /^in (?:this|the) (?:image|picture|photo|photograph),? +/iu,
  /^(?:the|this) (?:image|picture|photo|photograph) (?:is|seems to be|appears to be) (?:of )?(?=an? |the )/iu,
  // German
  /^(?:(?:ein|das|dieses|auf dem) )?(?:bild|foto|fotografie|abbildung|aufnahme)(?: von| zeigt:?|:) +/iu,
  /^(?:eine|die|diese) (?:fotografie|abbildung|aufnahme)(?: von| zeigt:?|:) +/iu,
  /^auf (?:dem|diesem|der|dieser) (?:bild|foto|abbildung|aufnahme) (?:ist|sind|sieht man) +/iu,
  // French, Spanish, Portuguese, Italian, Dutch
  /^(?:(?:une?|l[’']|la|cette|le) ?)?(?:image|photo|photographie|illustration photographique)(?: (?:de|du|des|montre|montrant|représentant|représente) +| d[’'](?:une? +)?|: *)(?=\S)/iu,
  /^(?:(?:una?|la|esta|el) )?(?:imagen|foto|fotografía)(?: (?:de|del|que muestra|muestra|mostrando)|:) +/iu,
  /^(?:(?:uma|a|esta|o) )?(?:imagem|foto|fotografia)(?: (?:de|que mostra|mostra|mostrando)|:) +/iu,
  /^(?:(?:un[’']?|una|l[’']|la|questa) ?)?(?:immagine|foto|fotografia)(?: (?:di|che mostra|mostra|raffigurante)|:) +/iu,
  /^(?:(?:een|de|deze) )?(?:afbeelding|foto)(?: (?:van|met|toont|die)|:) +/iu,
  // Russian, Polish
  /^(?:на )?(?:этом )?(?:изображени[ие]|фото|фотографи[ия]|картинк[ае])(?: (?:изображен[аоы]?|показан[аоы]?|показывает))?[:,]? +/iu,
  /^(?:(?:to )?(?:zdjęcie|obraz|obrazek|fotografia)(?: (?:przedstawia|pokazuje|przedstawiające)|:)|na zdjęciu(?: (?:jest|są|widać))?:?) +/iu,
  // Japanese, Chinese
  /^(?:この)?(?:画像|写真)(?:は|には|：|:)、? */u,
  /^(?:这是?|這是?|此)?(?:一?[张張幅])?(?:图片|圖片|照片|图像|圖像)(?:显示|顯示|展示)(?:了|的是)? */u
]

/** Labels that models put before their answer. */
export const label: RegExp =
  /^(?:alt(?:ernative)?[- ]?text|alt|caption|image description|description|answer|(?:main )?subject|alternativtext|bildbeschreibung|texte alternatif|texto alternativo|testo alternativo|alternatieve tekst|альтернативный текст|tekst alternatywny|代替テキスト|替代文[字本])(?: \([^)]{1,30}\))?\s*[:=：]\s*/iu

/** What begins like one of these openings and is a name or says what kind of picture it is. */
export const noOpenings: RegExp =
  /^(?:the picture of dorian gray|(?:an? |the )?(?:image|picture|photo|photograph|pic) of the (?:day|week|month|year|moment)|aufnahme von|abbildung von|(?:l[’']|une )?image de (?:marque|synthèse|fond)|(?:une )?photo de (?:profil|groupe|famille|classe|couverture)|(?:una )?(?:imagen de (?:marca|perfil|fondo)|foto de (?:perfil|grupo|familia|portada|archivo))|(?:uma )?(?:imagem de (?:marca|perfil|fundo)|foto de (?:perfil|grupo|família|capa))|(?:una )?(?:immagine di (?:marca|profilo|sfondo|copertina)|foto di (?:gruppo|famiglia|profilo)))(?![\p{L}\p{N}])/iu

/**
 * Openings of models' sentences that say that something is there, by language. A person who writes "There is a step"
 * may mean it; these are taken away from answers only.
 */
export const existence: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^there(?:['’]s| is| are) (?=\p{L}+ \p{L})/iu,
    // With capitals it may be a title ("This Is Spinal Tap").
    /^(?:[Hh]ere is|[Tt]his is|[Ii]t is|[Ii]t['’]s) (?=an? |the |one )/u,
    /^(?:here|these) are (?=\p{L}+ \p{L})/iu,
    /^(?:we|you|i|one) (?:can )?see (?=\p{L})/iu,
    /^(?:shown|pictured|depicted|seen|visible)(?: here)? (?:is|are) (?=\p{L})/iu,
    /^(?:it )?(?:depicts|depicting|showing|shows) (?=an? |the |two |three |several |some |people )/iu
  ],
  de: [
    /^(?:zu sehen|hier|dargestellt|abgebildet) (?:ist|sind) (?=(?:eine?|die|das|der|zwei|drei|mehrere) )/iu,
    /^(?:man sieht|es gibt|wir sehen|zu sehen gibt es) /iu
  ],
  fr: [
    /^(?:(?:sur|dans) (?:cette|l[’']) ?(?:image|photo|photographie),? )?(?:on (?:peut )?voi[rt]|il y a|nous voyons|vous pouvez voir|voici) /iu
  ],
  es: [
    /^(?:en (?:la|esta) (?:imagen|foto|fotografía),? )?(?:se (?:ven?|muestran?|observan?|aprecian?|puede ver)|hay|vemos|podemos ver|aparecen?) (?=\p{L}+ \p{L})/iu
  ],
  pt: [
    /^(?:n(?:a|esta) (?:imagem|foto|fotografia),? )?(?:vemos|vê-se|veem-se|há|podemos ver|é possível ver|aparecem?) (?=\p{L}+ \p{L})/iu
  ],
  it: [
    /^(?:(?:nell[’']|in quest[’'])immagine,? |(?:nella|in questa) (?:foto|fotografia),? )?(?:si ved(?:e|ono)|c[’']è|ci sono|vediamo|possiamo vedere|è raffigurat[oa]|sono raffigurat[ie]) (?=\p{L})/iu
  ],
  nl: [
    /^(?:op (?:de|deze) (?:foto|afbeelding) )?(?:zie je|zien we|we zien|je ziet|er (?:is|zijn)) (?=\p{L}+ \p{L})/iu,
    /^op (?:de|deze) (?:foto|afbeelding) (?:is|zijn|staat|staan) (?=\p{L}+ \p{L})/iu
  ],
  ru: [
    /^на (?:этом |этой )?(?:фото|фотографии|изображении|картинке|снимке) (?:изображен[аоы]?|изображён|показан[аоы]?|запечатл[её]н[аоы]?|вид(?:ен|на|ны)) /iu
  ],
  pl: [
    /^na (?:tym )?(?:zdjęciu|obrazku|obrazie|fotografii) (?:jest|są|znajduj[eą] się|widoczn[yaei]|widnieje) /iu
  ],
  zh: [/^(?:图中|圖中|图片中|圖片中|照片中|画面中|畫面中)(?:有|是|可以看到|显示了?|顯示了?)/u]
}

/** Sentences that end by saying that something can be seen, with what it is as the first group. */
export const frames: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^(?:there (?:is|are)|(?:we|you|i|one) (?:can )?see) (.+?),? (?:in|within) (?:the|this) (?:image|picture|photo|photograph)$/iu,
    /^(.+?) (?:is|are) (?:in|within) (?:the|this) (?:image|picture|photo|photograph)$/iu,
    /^(.+?) (?:is|are|can be) (?:shown|seen|visible|depicted|pictured) (?:in|within) (?:the|this) (?:image|picture|photo|photograph)$/iu
  ],
  de: [
    /^(?:(?:auf|in) (?:dem|diesem|der|dieser) (?:bild|foto|abbildung|aufnahme)|im bild|hier|es) (?:ist|sind) (.+?),? (?:zu sehen|abgebildet|dargestellt|zu erkennen)$/iu,
    /^(.+?) (?:ist|sind) (?:auf|in) (?:dem|diesem|der|dieser) (?:bild|foto|abbildung|aufnahme) (?:zu sehen|abgebildet|dargestellt|zu erkennen)$/iu
  ],
  nl: [
    /^(?:(?:op (?:de|deze) (?:foto|afbeelding)|er) (?:is|zijn)) (.+?),? (?:te zien|afgebeeld|zichtbaar)$/iu
  ],
  ja: [/^(.+)の(?:画像|写真)(?:です|である)?$/u],
  zh: [/^(.+(?<![着了过著過]))的(?:图片|圖片|照片|图像|圖像)$/u]
}
