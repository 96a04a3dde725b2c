import type { StyleWords } from './style-words.ts'

export const dutch: StyleWords = {
  spaced: true,
  people: [
    "person(?:en)?|persoon|mens(?:en)?|kind(?:eren)?|baby[’']?s?|volwassenen?|paar|stel|gezin(?:nen)?|vrienden?|spelers?|werknemers?|arbeiders?",
    'studenten?|leraar|leraren|toeristen?|sporters?|artsen?|fietsers?|soldaten?|muzikanten?|zangers?|dansers?|groep|leerlingen?'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    'actrices?|mevrouw|meneer|kleinzoon|kleindochter|nichtjes?|neefjes?|politieagentes?|stewardess(?:en)?|(?<=^)(?:Hij|Zij|Ze)(?= (?:is|was|heeft|\\p{Ll}+t)(?!\\p{L}))',
    "man|mannen|vrouw(?:en)?|dames?|heer|heren|jongen(?:s|tje|tjes)?|meisjes?|moeders?|mama|vaders?|papa|oma[’']?s?|opa[’']?s?|grootmoeder|grootvader",
    'dochters?|zoon|zonen|zoons|broers?|zuss?en|zus|echtgeno(?:ot|te)|tantes?|ooms?|vriendin(?:nen)?|serveersters?|zangeres(?:sen)?|danseres(?:sen)?|lerares(?:sen)?|speelsters?|zakenman|zakenvrouw|brandweerman|politieman|verpleegsters?'
  ],
  age: [
    'bejaard(?:e|en)?|tieners?|peuters?|kleuters?|ouderen?|van middelbare leeftijd|jongeren|senioren?|\\d+-jarige'
  ],
  ethnicity: [
    '(?:donkere|getinte|blanke|lichte) huid(?:skleur)?|met een (?:donkere|getinte|blanke|lichte) huid|van (?:Aziatische|Afrikaanse|Arabische) afkomst|getinte|kaukasische?'
  ],
  feelings: [
    'vrolijk|opgewekt|blij|verdrietig|genie(?:t|ten|tend)|vol (?:trots|vreugde|blijdschap)|enthousiast'
  ],
  ofPeople: {
    gender: ['vrouwelijke?|mannelijke?'],
    age: ['jonge?|oude?|oudere?|bejaarde|kleine(?= (?:jongen|meisje))'],
    ethnicity: [
      'Aziatische?|Afrikaanse?|zwarte|witte|blanke|Arabische|Indiase|Chinese|Japanse|Latijns-Amerikaanse|Europese|Turkse|Marokkaanse'
    ],
    feelings: [
      'gelukkige?|vrolijke|blije|verdrietige|boze?|trotse?|bezorgde?|nerveuze?|verveelde?|eenzame?|enthousiaste'
    ]
  },
  between: ['en|lange|lachende|glimlachende|bebaarde|blonde'],
  copula: ['is|zijn|lijkt|lijken|die'],
  praise: [
    'prachtige?|schitterende?|adembenemende?|betoverende?|schilderachtige?|idyllische?|schattige?|heerlijke?|indrukwekkende?|majestueuze?',
    'fantastische?|geweldige?|spectaculaire?|mooie?|wonderschone?|sfeervolle?|smakelijke?|charmante?|lieflijke?|unieke'
  ],
  camera: [
    '(?:close-up|closeup|detailopname|luchtopname) van|(?:vastgelegd|gefotografeerd) (?:in|op|door|tijdens|vanaf)|onscherpe achtergrond|wazige achtergrond|(?:linkerkant|rechterkant|achtergrond|voorgrond|midden|hoek|rand) van de (?:foto|afbeelding)|(?:de|deze) (?:foto|afbeelding) (?:toont|is|laat)'
  ],
  harmless: [
    'man over boord|sneeuwman|(?:heren|dames)(?:toilet|schoenen|kleding|fiets)|(?:dames|heren|mannen|vrouwen)-\\p{L}+|moeders?dag|vaderdag|moeder (?:aarde|natuur)|onze[- ]lieve[- ]vrouw(?:e)?|oude (?:meesters?|stad)|isle of man|witte huis|dames en heren|de heer der ringen',
    '(?:moeder|vader|baby)(?:olifant|beer|kat|hond|eend)(?:en)?|(?:olifant|beer|kat|hond|leeuw)(?:en)?(?:moeder|vader)|jonge (?:olifant|hond|kat|boom|planten?)|blije (?:hond|kat)|vrolijk (?:kerstfeest|pasen)|blij gezichtje|vrolijk gekleurde?|heer des huizes'
  ],
  artworks: [
    '(?:standbeeld|beeld|sculptuur|buste|schilderij|fresco|mozaïek|reliëf|pop|monument|gravure|etalagepop|beeldje)(?:en)?'
  ],
  shows: ['van|met|dat voorstelt|voorstellende|in de vorm van']
}
