import type { StyleWords } from './style-words.ts'

export const italian: StyleWords = {
  spaced: true,
  people: [
    'person[ae]|gente|bambini|neonat[oi]|adult[oi]|coppi[ae]|famigli[ae]|amici|giocator[ei]|lavorator[ei]|student[ei]|turist[ai]|turisti',
    'atlet[ai]|atleti|medic[oi]|insegnant[ei]|ciclist[ai]|ciclisti|soldat[oi]|musicist[ai]|cantant[ei]|ballerini|gruppo|figli'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    'attric[ei]|hostess|poliziott[ae]|maestra|nipot[ei]|suocer[oa]|cognat[oa]|(?<=^)(?:Lei|Lui)(?= \\p{Ll})',
    'uomo|uomini|donn[ae]|signor[ae]|signor[ei]|signorin[ae]|dam[ae]|bambino|bambin[ae]|ragazzo|ragazz[ae]|ragazzin[ao]|ragazzi(?=na)',
    'madr[ei]|mamm[ae]|padr[ei]|papà|nonn[aoei]|figlio|figli[ae]|fratell[oi]|sorell[ae]|mogli[e]?|marit[oi]|fidanzat[ao]|zi[ao]|cameriera|giocatric[ei]|lavoratric[ei]|ballerin[ae]|dottoress[ae]|studentess[ae]|infermier[ae]'
  ],
  age: [
    'anzian[oaie]|adolescent[ei]|di mezza età|terza età|vecchiett[oaie]|ragazzin[oaie]|ventenn[ei]|ottantenn[ei]'
  ],
  ethnicity: [
    'caucasic[oaie]|caucasiche|di pelle (?:scura|chiara|nera|olivastra)|dalla pelle (?:scura|chiara|nera)|di origine (?:asiatica|africana|araba)|afroamerican[oaie]'
  ],
  feelings: [
    'felicemente|allegramente|tristemente|con (?:gioia|orgoglio|tristezza|entusiasmo)|si godono|si gode|godendosi|si diverton[o]|divertendosi'
  ],
  ofPeople: {
    gender: ['femminil[ei]|maschil[ei]'],
    age: ['giovan[ei]|vecchi[oae]?|piccol[oaie](?= (?:bambin|ragazz))'],
    ethnicity: [
      'asiatic(?:o|a|i|he)|african[oaie]|ner[oaie]|bianc(?:o|a|hi|he)|arab[oaie]|indian[oaie]|cines[ei]|giappones[ei]|europe[oaie]|latin[oaie]'
    ],
    feelings: [
      'felic[ei]|allegr[oaie]|trist[ei]|arrabbiat[oaie]|orgoglios[oaie]|preoccupat[oaie]|nervos[oaie]|annoiat[oaie]|entusiast[aei]|eccitat[oaie]'
    ]
  },
  between: ['e|molto|alt[oaie]|sorrident[ei]'],
  copula: ['(?:che )?(?:è|sono|sembra|sembrano)'],
  praise: [
    'bellissim[oaie]|bell[oaie]|bei|splendid[oaie]|meraviglios[oaie]|stupend[oaie]|mozzafiato|incantevol[ei]|affascinant[ei]|spettacolar[ei]|incredibil[ei]',
    'pittoresc(?:o|a|hi|he)|idilliac(?:o|a|i|he)|adorabil[ei]|delizios[oaie]|maestos[oaie]|magnific(?:o|a|i|he)|suggestiv[oaie]|carin[oaie]'
  ],
  camera: [
    "primo piano (?:di|del|della|su)|primissimo piano|inquadratura (?:di|dall|dal)|ripresa (?:aerea|dall[’']alto)|scatto (?:di|del)|catturat[oaie] (?:in|da|durante|con|nel|nella)|sfondo (?:sfocato|sfuocato)",
    "(?:angolo|lato|sfondo|centro|parte)(?: (?:superiore|inferiore|sinistr[oa]|destr[oa]))? dell(?:a foto|[’']immagine)|(?:l[’']immagine|la foto|questa (?:immagine|foto)) (?:mostra|è|cattura|presenta)"
  ],
  harmless: [
    '(?:borsa|borse|orologi?o?|camici[ae]|profum[oi]|giacc(?:a|he)|cappott[oi]|biciclett[ae]) (?:da |per )?(?:uomo|uomini|donna|donne|signor[ae]|bambin[oa])',
    'uomo ragno|uomo vitruviano|uomini rana|pupazzo di neve|(?:bagno|abbigliamento|scarpe|moda) (?:da |per )?(?:uomo|uomini|donna|donne|signor[ae]|bambin[oa]|ragazz[oa])|festa d(?:ella|el) (?:mamma|papà)|madre (?:terra|natura|teresa)|scheda madre|lingua madre|babbo natale|gioco della dama',
    '(?:elefant(?:e|essa)|ors[oa]|gatt[oa]|cagn[oa]|mucca|leonessa) (?:madre|padre|figlio)|cuccioli|(?:mamma|papà) (?:elefante|orsa|gatta|leonessa|orso)|buon compleanno|(?:faccina|volto) (?:felice|triste)|belle arti|bella copia|bianco e nero|nostra signora'
  ],
  artworks: [
    '(?:statu[ae]|scultur[ae]|bust[oi]|figurin[ae]|quadr[oi]|dipint[oi]|affresc(?:o|hi)|mosaic[oi]|riliev[oi]|bambol[ae]|monument[oi]|incision[ei]|manichin[oi])'
  ],
  shows: ['di|raffigurante|che raffigura|che rappresenta|con|del|della']
}
