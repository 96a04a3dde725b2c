import type { StyleWords } from './style-words.ts'

export const portuguese: StyleWords = {
  spaced: true,
  people: [
    'pessoas?|gente|crianças?|bebês?|bebés?|adultos?|casal|casais|famílias?|amigos|jogador(?:es)?|trabalhador(?:es)?|estudantes?|turistas?',
    'atletas?|médicos?|professor(?:es)?|ciclistas?|soldados?|músicos?|cantor(?:es)?|grupo|alunos?|surfistas?'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    'atriz(?:es)?|aeromoças?|policial feminina|sobrinh[oa]s?|net[oa]s?|sogr[oa]s?|cunhad[oa]s?|vendedoras?|(?<=^)(?:Elas?|Ele)(?= \\p{Ll})',
    'homem|homens|mulher(?:es)?|senhoras?|senhor(?:es)?|damas?|cavalheiros?|menin[oa]s?|garot[oa]s?|rapaz(?:es)?|raparigas?|moç[oa]s?',
    'mães?|mamãe|pai|papai|avós?|avô|vovó|filh[oa]s?|irmão|irmãos|irmãs?|espos[oa]s?|marido|namorad[oa]s?|tias?|tios?|garçonete|jogadoras?|cantoras?|professoras?|enfermeiras?|bailarinas?|trabalhadoras?'
  ],
  age: [
    '(?<=(?<!\\p{L})(?:um|uma|o|a) )jovem(?! (?:árvore|planta|elefante|cão|gato|leão))|idos[oa]s?|adolescentes?|jovens|de meia-idade|terceira idade|de \\d+ anos de idade|velhinh[oa]s?'
  ],
  ethnicity: [
    'caucasian[oa]s?|de pele (?:escura|clara|negra|morena)|de (?:origem|ascendência) (?:asiática|africana|árabe)|afro-american[oa]s?|afrodescendentes?'
  ],
  feelings: [
    'alegremente|tristemente|com (?:alegria|orgulho|tristeza|entusiasmo)|aproveita(?:m|ndo)?|divertindo-se|se divertindo|felizes'
  ],
  ofPeople: {
    gender: ['feminin[oa]s?|masculin[oa]s?'],
    age: ['jovem|velh[oa]s?|pequen[oa]s?(?= (?:menin|garot))'],
    ethnicity: [
      'asiátic[oa]s?|african[oa]s?|negr[oa]s?|branc[oa]s?|latin[oa]s?|árabes?|indian[oa]s?|chines(?:a|es|as)?|japonês|japones(?:a|es|as)|europeu?|europei[oa]s?'
    ],
    feelings: [
      'feliz|alegres?|tristes?|animad[oa]s?|orgulhos[oa]s?|preocupad[oa]s?|nervos[oa]s?|entediad[oa]s?|irritad[oa]s?|empolgad[oa]s?'
    ]
  },
  between: ['e|muito|alt[oa]s?|sorridentes?'],
  copula: ['(?:que )?(?:está|estão|é|são|parece|parecem)'],
  praise: [
    'lindíssim[oa]s?|lind[oa]s?|bel[oa]s?|belíssim[oa]s?|bonit[oa]s?|deslumbrantes?|impressionantes?|espetacular(?:es)?|maravilhos[oa]s?|incríve(?:l|is)|encantador(?:a|es|as)?',
    'pitoresc[oa]s?|idílic[oa]s?|adoráve(?:l|is)|fof[oa]s?|delicios[oa]s?|majestos[oa]s?|magnífic[oa]s?|estonteantes?'
  ],
  camera: [
    '(?:close|close-up|plano (?:fechado|aberto|médio)|grande plano|primeiro plano) (?:de|do|da)|tomada (?:aérea|panorâmica)|capturad[oa]s? (?:em|por|pela|no|na|com)|fundo desfocado',
    '(?:canto|lado|fundo|centro|parte)(?: (?:superior|inferior|esquerd[oa]|direit[oa]))? da (?:imagem|foto|fotografia)|(?:a|esta) (?:imagem|foto|fotografia) (?:mostra|é|foi|captura|apresenta)'
  ],
  harmless: [
    '(?:tênis|bolsas?|camisas?|camisetas?|relógios?|perfumes?|casacos?|bicicletas?) (?:de|para) (?:homens?|homem|mulher(?:es)?|senhoras?|menin[oa]s?)',
    'homem-aranha|homens? das cavernas|boneco de neve|(?:banheiro|roupas?|sapatos?|calçados?|moda) (?:de|para|d[ao]s) (?:homens?|homem|mulher(?:es)?|senhoras?|meninas?|meninos?)|dia d(?:as|os|a|o) (?:mães?|pais?)|placa-mãe|mãe natureza|papai noel|pai natal|nossa senhora|jogo de damas|pais(?: natal)?',
    '(?:elefant[ea]|urs[oa]|gat[oa]|cachorr[oa]|vaca|leoa|pat[oa]) (?:mãe|pai|filhote)|mãe (?:elefante|ursa|gata|leoa)|bebê (?:elefante|panda)|feliz (?:aniversário|natal|ano)|(?:rosto|carinha) (?:feliz|triste)|belas artes|preto e branco|belo horizonte'
  ],
  artworks: [
    '(?:estátua|escultura|busto|figura|quadro|pintura|afresco|mosaico|relevo|bonec[oa]|monumento|gravura)s?'
  ],
  shows: ['de|que representa|com|que mostra|do|da']
}
