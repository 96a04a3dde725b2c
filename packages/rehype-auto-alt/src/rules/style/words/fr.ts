import type { StyleWords } from './style-words.ts'

export const french: StyleWords = {
  spaced: true,
  people: [
    'personnes?|gens|enfants?|bébés?|adultes?|couples?|familles?|amis|joueurs?|travailleurs?|élèves?|étudiants?|touristes?|sportifs?',
    'médecins?|professeurs?|cyclistes?|soldats?|musiciens?|chanteurs?|danseurs?|groupe|ouvriers?|employés?'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    "actrices?|institutrices?|policières?|mariées? et son mari|coiffeuses?|patineuses?|gendres?|nièces?|neveux?|cousines?|(?<=^)(?:Elles?|Il)(?! (?:y |pleut|neige|fait|faut|est \\d|s['’]agit|n['’]y))(?= \\p{Ll})",
    'hommes?|femmes?|dames?|messieurs|monsieur|garçons?|fille(?:s|tte|ttes)?|garçonnets?|mères?|maman|pères?|papa|grands?-(?:mères?|pères?)|mamie|papi',
    'frères?|sœurs?|soeurs?|épou(?:se|x)|mari|tantes?|oncles?|copine|demoiselles?|joueuses?|serveuses?|chanteuses?|danseuses?|étudiantes?|infirmières?|ouvrières?|vendeuses?|skieuses?'
  ],
  age: [
    "adolescent(?:e|s|es)?|personnes? âgées?|d[’']âge (?:mûr|moyen)|bambins?|vieillards?|septuagénaires?|octogénaires?|seniors?|âgée?s? de \\d+ ans"
  ],
  ethnicity: [
    "caucasien(?:ne)?s?|(?:à la )?peau (?:noire|foncée|mate|claire|blanche)|d[’']origine (?:africaine|asiatique|arabe|maghrébine)|afro-américaine?s?"
  ],
  feelings: [
    "joyeusement|tristement|gaiement|fièrement|avec (?:joie|fierté|enthousiasme|tristesse)|profit(?:e|ent|ant) (?:de|du|des|d[’']\\p{L}+)|s[’']amus(?:e|ent|ant)"
  ],
  ofPeople: {
    gender: ['féminin(?:e|s|es)?|masculin(?:e|s|es)?'],
    age: ['jeunes?|vieux|vieil(?:le|les)?|petite?s?(?= (?:fille|garçon))|âgée?s?'],
    ethnicity: [
      'asiatiques?|africaine?s?|noire?s?|blanc(?:he)?s?|arabes?|indien(?:ne)?s?|chinoise?s?|japonaise?s?|latinos?|européen(?:ne)?s?|maghrébine?s?'
    ],
    feelings: [
      'heureu(?:x|ses?)|joyeu(?:x|ses?)|tristes?|fâchée?s?|fi(?:er|ère)s?|inqui(?:et|ète)s?|nerveu(?:x|ses?)|enthousiastes?|ravie?s?|excitée?s?'
    ]
  },
  between: ['et|très|grande?s?|petite?s?|souriante?s?|barbu'],
  copula: ["(?:qui )?(?:est|sont|semble|semblent|a l[’']air)"],
  praise: [
    'magnifiques?|superbes?|splendides?|époustouflante?s?|merveilleu(?:x|ses?)|charmante?s?|adorables?|mignon(?:ne)?s?|spectaculaires?|somptueu(?:x|ses?)',
    'pittoresques?|idylliques?|ravissante?s?|délicieu(?:x|ses?)|sublimes?|majestueu(?:x|ses?)|incroyables?|jolie?s?|belles?|beau|beaux|envoûtante?s?'
  ],
  camera: [
    "(?:très )?gros plans? (?:de|d[’']\\p{L}+|sur|du)|plan (?:large|moyen|rapproché|serré) (?:de|d[’']\\p{L}+|sur)|vue rapprochée (?:de|d[’']\\p{L}+)|photographiée?s? (?:de|en|depuis|sur)|prise? de vue|capturée?s? (?:en|par|depuis|sur|au)|arrière-plan flou|fond flou",
    "(?:gauche|droite|bas|haut|centre|fond|bord|arrière-plan|premier plan) de l[’']image|(?:l[’']image|la photo|cette (?:image|photo)) (?:montre|est|a été|capture|présente)"
  ],
  harmless: [
    '(?:toilettes?|sacs?|montres?|pulls?|chemises?|parfums?|manteaux?|vélos?) (?:pour |de |des )(?:hommes?|femmes?|dames?|filles?|garçons?)',
    'bonhommes? de neige|hommes?-grenouilles?|sage-femme|(?:toilettes?|chaussures?|vêtements?|mode|vestiaires?) (?:pour |de )?(?:hommes?|femmes?|dames?|filles?|garçons?)|garçon de café|jeu de dames|notre[- ]dame|fête des (?:mères|pères)|carte mère|père noël|maison mère|langue maternelle|mère nature|frères lumière|sacré-cœur',
    '(?:éléphant|lion|lionne|chat|chatte|ours|ourse|vache|chien|chienne|tigresse|cane|poule)s? (?:mère|père|fille)|bébés? (?:éléphants?|pandas?|tigres?|chats?)|beaux-arts|visage (?:triste|heureux)|joyeu(?:x|ses?) (?:anniversaire|noël|fêtes)|belle-île|beau[- ]?bourg|noir et blanc|vieux (?:port|lyon|maître)s?'
  ],
  artworks: [
    '(?:statue|sculpture|buste|figurine|tableau|peinture|fresque|mosaïque|relief|poupée|monument|gravure|marionnette|mannequin)s?'
  ],
  shows: ["de|d[’']une?|d[’']|représentant|montrant|avec"]
}
