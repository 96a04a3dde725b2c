import type { StyleWords } from './style-words.ts'

/** What ends like a noun for people and is none. */
const noCompounds =
  '(?:Schnee|Weihnachts|Jeder|Hampel|Sand|Wasser|Butze|Strohmann|Norm|Schatz|Stroh)mann|Meerjungfrau|Jungfrau(?:en)?|(?:Gebär|Perl|Schrauben|Flügel|Gott|Katzen|Hunde|Elefanten|Bären|Tier|Löwen)mutter|(?:Doktor|Gott)vater|Hauptfrau'

export const german: StyleWords = {
  spaced: true,
  people: [
    'Person(?:en)?|Mensch(?:en)?|Kind(?:e[rs]|ern|es)?|Babys?|Erwachsenen?|Paar(?:es)?|Familien?|Leuten?|Freunden?|Jugendlichen?',
    'Spieler[ns]?|Arbeiter[ns]?|Schüler[ns]?|Lehrer[ns]?|Ärzten?|Arzt|Touristen?|Sportler[ns]?|Läufer[ns]?|Tänzer[ns]?',
    'Student(?:en)?|Studierenden?|Mitarbeiter[ns]?|Mitarbeitenden?|Polizisten?|Sänger[ns]?|Musiker[ns]?|Fahrer[ns]?|Gruppe'
  ],
  gendered: [
    'Mann(?:e?s)?|Männern?|Frau(?! Holle)(?:en)?|Damen?|Herr(?:n|en)?|Mädchens?|Mädels?|Jungs|Bub(?:en)?|Kerle?',
    'Jungen?(?= (?:in|im|mit|am|an|auf|und|kicken|spielen|sitzen|stehen|laufen|lachen|spielt|sitzt|steht|hält|läuft|springt|fährt|trägt|lacht|liest|vor|neben|hinter|beim|isst|trinkt|schaut|wirft|reitet|liegt)(?!\\p{L}))',
    '(?<=(?:dem|den|des|einen|einem|ein|eines|der|die|\\p{Ll}{3,}e[rn]|zwei|drei|vier|mehrere|fünf|viele|einige|alle|beide|paar|von|für|Gruppe) )Jungen?',
    'Mutter|Mütter|Mama|Vaters?|Väter|Papa|Großmutter|Großvater|Oma|Opa|Tochter|Töchter|Sohn(?:es)?|Söhne|Schwestern?|Bruders?|Brüder',
    // Whatever ends like these: "Schuljunge", "Krankenschwester", "Bergmann".
    `(?!(?:${noCompounds})(?!\\p{L}))\\p{L}{3,50}(?:mann|männern?|frau(?:en)?|jungen?|mädchens?|schwestern?|brüdern?|bruder|mutter|mütter|vater|väter|tochter|töchter|sohn|söhne)(?:e?s)?`,
    'Witwen?|Witwer[ns]?|Junggesellen?|Trauzeugin(?:nen)?|Brautjungfern?|Nichten?|Neffen?|Enkelin(?:nen)?|Enkelsohn|Fräuleins?|Blondinen?|Burschen?|Kundin(?:nen)?|Nachbarin(?:nen)?|Anwältin(?:nen)?',
    '(?:Demonstr|Pass|Praktik|Repräsent|Debüt)antin(?:nen)?|(?:Ingenieur|Friseur|Frisör|Regisseur|Redakteur)in(?:nen)?|(?:Aut|Profess|Direkt|Past|Moderat|Kommentat)orin(?:nen)?',
    // A pronoun with nobody before it.
    '(?<=^)(?:Er|Sie)(?= \\p{Ll}{2,}t(?!\\p{L}))',
    'Ehemann|Ehefrau|Tante|Onkel|Freundin(?:nen)?|Geschäfts(?:mann|frau|frauen|männer)|Feuerwehr(?:mann|männer|frau|frauen)|Kamera(?:mann|frau)',
    'Kauf(?:mann|frau)|Fach(?:mann|frau)|Ärztin(?:nen)?|Köchin(?:nen)?|Kollegin(?:nen)?|(?:Tour|Pian|Journal|Poliz|Art|Gitarr|Aktiv|Flor)istin(?:nen)?',
    '(?:Männer|Frauen|Mädchen)(?:gruppen?|hand|hände|gesicht(?:er|s)?|körper|figur|beine)',
    '(?:Student|Präsident|Dozent|Patient|Assistent|Athlet)in(?:nen)?',
    '(?!(?:Glyc|Nitroglyc|Sev|Kath|Cath|Kat)erin)\\p{L}{2,50}erin(?:nen)?(?! und \\p{L}+er(?!\\p{L}))',
    '(?:Lehr|Spiel|Sportl|Läuf|Tänz|Säng|Mitarbeit|Arbeit|Schül|Fahr|Reit|Kelln|Verkäuf|Wissenschaftl|Fußballspiel|Tennisspiel|Musik|Bäck|Schwimm|Radfahr|Surf|Skifahr|Forsch|Besuch)erin(?:nen)?(?! und \\p{L}+er(?!\\p{L}))'
  ],
  age: [
    'Seniore?n?|Seniorin(?:nen)?|Rentner(?:in|innen)?|Kleinkind(?:e[rs]|ern)?|Teenagern?|Teenies?|Jugendlichen?|Jugendliche[rn]|Greis(?:e|in)?',
    '(?:mittleren|fortgeschrittenen|jugendlichen) Alters|\\d+-jährige[rnms]?|mittelalte[rnms]?'
  ],
  ethnicity: [
    '(?:dunkel|hell|braun)häutige[rnms]?|dunkelhäutig|asiatischer Herkunft|afrikanischer Herkunft|mit Migrationshintergrund'
  ],
  feelings: [
    'glücklich|fröhlich|freudig|freudestrahlend|stolz|begeistert|genieß(?:t|en|end)|traurig|wütend',
    'voller (?:Freude|Stolz|Begeisterung|Trauer)|gut gelaunt|gutgelaunt|vergnügt'
  ],
  ofPeople: {
    gender: ['weiblich(?:e[rnms]?)?|männlich(?:e[rnms]?)?'],
    age: [
      'jung(?:e[rnms]?)|jüngere[rnms]?|alte[rnms]?|ältere[rnms]?|betagte[rnms]?|kleine[rnms]?(?= (?:Mädchen|Jungen?))'
    ],
    ethnicity: [
      '(?:asiatisch|afrikanisch|europäisch|arabisch|indisch|chinesisch|japanisch|türkisch|lateinamerikanisch|afroamerikanisch|kaukasisch|schwarz|weiß|farbig)e[rnms]?'
    ],
    feelings: [
      '(?:glücklich|fröhlich|traurig|wütend|stolz|aufgeregt|begeistert|besorgt|nervös|entspannt|gelangweilt|einsam|zufrieden|verzweifelt)(?:e[rnms]?)?'
    ]
  },
  between: [
    'und|große[rnms]?|kleine[rnms]?|lachende[rnms]?|lächelnde[rnms]?|bärtige[rnms]?|blonde[rnms]?|schlanke[rnms]?'
  ],
  copula: ['ist|sind|wirkt|wirken|sieht|sehen|scheint|scheinen|aussehende[rnms]?'],
  praise: [
    '(?:wunderschön|atemberaubend|traumhaft|herrlich|beeindruckend|bezaubernd|malerisch|idyllisch|niedlich|hübsch|köstlich)(?:e[rnms]?)?',
    'lecker(?:e[rnms]?)?|(?:gut ?aussehend|prächtig|spektakulär|fantastisch|zauberhaft|atmosphärisch|hochwertig|einzigartig|unvergesslich|attraktiv|süß aussehend)(?:e[rnms]?)?',
    'schöne[rnms]?|toll(?:e[rnms]?)|wunderbar(?:e[rnms]?)?|stilvoll(?:e[rnms]?)?|majestätisch(?:e[rnms]?)?'
  ],
  camera: [
    'Nahaufnahme(?:n)?|Großaufnahme(?:n)?|Makroaufnahme|Weitwinkelaufnahme|Luftaufnahme aus|Schnappschuss|im Bokeh|unscharfe[rmn]? Hintergrund',
    '(?:Bild|Foto)(?:rand|vordergrund|hintergrund|mitte)(?:es)?|(?:im|Im) (?:Vorder|Hinter)grund des (?:Bildes|Fotos)|fotografiert|(?:das|dieses) (?:Bild|Foto) (?:ist|zeigt|wurde)',
    'in (?:der )?Kamera (?:gehalten|festgehalten)|festgehalten'
  ],
  harmless: [
    '(?:Herren|Damen|Männer|Frauen)(?:toilette|schuhe|WC|mode|rad)|(?:Damen|Herren)-\\p{L}+|der alte Mann und das Meer|Mann und Maus|Mann über Bord',
    'Meine Damen und Herren|(?<stem>\\p{L}{4})\\p{L}{0,50}innen und \\k<stem>\\p{L}*|(?:sein|ihr)e[mnrs]? (?:\\p{Ll}+ )?Jungen?|Frau Holle|Alte Meister|Alten Meistern?|Weiße Haus|Junge(?:n)? (?:Pflanzen?|Triebe)|(?:\\p{L}{1,50}mutter|Mutter) (?:Erde|Natur|Gottes)|Mutter und Schraube|Mutter(?= (?:auf|an) (?:einer|der) Schraube)',
    '(?:Schrauben?|Mütter) und (?:Muttern?|Schrauben?)|kleine[rs]? Bruder|Vater Rhein|(?:Katzen?|Hunde?|Elefanten?|Bären?|Löwen?|Tier)(?:mutter|vater)|\\p{L}{3,50}innen und \\p{L}+er',
    '(?:junge|alte|kleine|glückliche|fröhliche|ältere)[rnms]? (?:\\p{Lu}\\p{L}{0,50})?(?:katze|hund|elefant|bär|löwe|pferd|vogel|kuh|baum|ente|tier)(?:e?[ns]?)?|Kind und Kegel',
    '(?:Der|Die|Das) (?:Mann|Frau) (?:im Mond)|Mann im Mond|Unsere Liebe Frau|Liebe Frau|Freiheitsstatue|Schwarze[rsn]? (?:Wald|Meer)|Kleinkindbereich'
  ],
  artworks: [
    '(?:\\p{L}{0,50}(?:statue|skulptur|figur|büste|gemälde|fresko|mosaik|relief|puppe|denkmal)|Statue|Skulptur|Figur|Büste|Gemälde|Fresko|Mosaik|Relief|Puppe|Denkmal)(?:n|s|en)?'
  ],
  shows: ['von|eines|einer|mit|zeigt|des|der|in Form']
}
