import { describe, expect, it } from 'vitest'
import { styleFaults } from '../../src/rules/style/style-faults.ts'

type Table = Readonly<Record<'wrong' | 'fine', readonly (string | readonly [string, string])[]>>

const tables: Record<string, Table> = {
  de: {
    wrong: [
      ['Ein Mann füttert Tauben', 'gendered-words: Mann'],
      ['Zwei Mädchen auf einer Schaukel', 'gendered-words: Mädchen'],
      ['Eine Lehrerin vor der Tafel', 'gendered-words: Lehrerin'],
      ['Ältere Menschen im Park', 'guessed-age: Ältere'],
      ['Eine asiatische Familie beim Essen', 'guessed-ethnicity: asiatische'],
      ['Eine glückliche Familie am Strand', 'guessed-feelings: glückliche'],
      ['Atemberaubende Aussicht auf die Berge', 'praise: Atemberaubende'],
      ['Nahaufnahme einer Blume', 'camera-talk: Nahaufnahme']
    ],
    fine: [
      'Schneemann mit einer Möhre als Nase',
      'Der Mann im Mond',
      'Bronzestatue eines Mannes auf einem Pferd',
      'Lehrerinnen und Lehrer in der Aula',
      'Eine alte Kirche zwischen jungen Bäumen',
      'Ein Kind mit seinem Ball',
      'Eine Person mit ihrem Hund',
      'Damenschuhe in Rot',
      'Junge Katzen in einem Korb',
      'Thomas Mann am Schreibtisch',
      'Schwarze Schuhe neben einem weißen Hemd'
    ]
  },
  es: {
    wrong: [
      ['Un hombre monta a caballo', 'gendered-words: hombre'],
      ['Una niña con su perro', 'gendered-words: niña'],
      ['Una persona joven con gafas', 'guessed-age: joven'],
      ['Una persona asiática en un mercado', 'guessed-ethnicity: asiática'],
      ['Una familia feliz en la playa', 'guessed-feelings: feliz'],
      ['Una hermosa puesta de sol', 'praise: hermosa'],
      ['Primer plano de una flor', 'camera-talk: Primer plano de']
    ],
    fine: [
      'Dos niños juegan en la playa',
      'Muñeco de nieve en un jardín',
      'Estatua de un hombre a caballo',
      'Ropa para hombre en un perchero',
      'Casa vieja con persianas verdes',
      'Camisa negra de manga larga',
      'Un jugador lanza el balón',
      'Letrero con el texto «Feliz cumpleaños»'
    ]
  },
  fr: {
    wrong: [
      ['Un homme à vélo', 'gendered-words: homme'],
      ['Deux filles jouent au ballon', 'gendered-words: filles'],
      ['Une personne âgée sur un banc', 'guessed-age: personne âgée'],
      ['Une personne noire devant une vitrine', 'guessed-ethnicity: noire'],
      ['Une famille heureuse à table', 'guessed-feelings: heureuse'],
      ['Un magnifique coucher de soleil', 'praise: magnifique'],
      ["Gros plan d'une fleur", "camera-talk: Gros plan d'une"]
    ],
    fine: [
      'Deux enfants jouent dans le sable',
      'Bonhomme de neige dans un jardin',
      "Statue d'un homme à cheval",
      'Chaussures pour femmes en vitrine',
      'Une vieille porte en bois',
      "Carte mère d'ordinateur",
      'Jeunes pousses de salade',
      'Chat noir sur un mur blanc'
    ]
  },
  pt: {
    wrong: [
      ['Um homem anda de bicicleta', 'gendered-words: homem'],
      ['Uma menina com um cachorro', 'gendered-words: menina'],
      ['Uma pessoa jovem com óculos', 'guessed-age: jovem'],
      ['Pessoas felizes em uma festa', 'guessed-feelings: felizes'],
      ['Um lindo pôr do sol', 'praise: lindo'],
      ['Uma cadeira com fundo desfocado', 'camera-talk: fundo desfocado']
    ],
    fine: [
      'Duas crianças brincam na areia',
      'Boneco de neve no jardim',
      'Estátua de um homem a cavalo',
      'Casa velha na esquina',
      'Gato preto em um muro',
      'Sapatos femininos vermelhos',
      'Porta do banheiro de mulheres'
    ]
  },
  it: {
    wrong: [
      ['Un uomo in bicicletta', 'gendered-words: uomo'],
      ['Una bambina con un cane', 'gendered-words: bambina'],
      ['Due anziani su una panchina', 'guessed-age: anziani'],
      ['Una famiglia felice al mare', 'guessed-feelings: felice'],
      ['Uno splendido tramonto sul mare', 'praise: splendido'],
      ['Primo piano di un fiore', 'camera-talk: Primo piano di']
    ],
    fine: [
      'Due bambini giocano sulla spiaggia',
      'Pupazzo di neve in giardino',
      'Statua di un uomo a cavallo',
      'Scarpe da donna rosse',
      'Vecchia porta di legno',
      'Scheda madre di un computer',
      'Un giocatore lancia la palla'
    ]
  },
  nl: {
    wrong: [
      ['Een man op een fiets', 'gendered-words: man'],
      ['Een meisje met haar hond', 'gendered-words: meisje'],
      ['Een bejaard echtpaar op een bank', 'guessed-age: bejaard'],
      ['Een prachtige zonsondergang', 'praise: prachtige'],
      ['Een bloem met een onscherpe achtergrond', 'camera-talk: onscherpe achtergrond']
    ],
    fine: [
      'Twee kinderen spelen in het zand',
      'Sneeuwman met een hoed',
      'Standbeeld van een man te paard',
      'Herenschoenen naast een stoel',
      'Oude deur met een koperen klink',
      'Een persoon met lang haar',
      'Jonge plantjes in een bak'
    ]
  },
  ru: {
    wrong: [
      ['Мужчина едет на велосипеде', 'gendered-words: Мужчина'],
      ['Две девочки с собакой', 'gendered-words: девочки'],
      ['Пожилой человек на скамейке', 'guessed-age: Пожилой'],
      ['Счастливая семья за столом', 'guessed-feelings: Счастливая'],
      ['Красивый закат над морем', 'praise: Красивый'],
      ['Цветок крупным планом', 'camera-talk: крупным планом']
    ],
    fine: [
      'Двое детей играют на песке',
      'Снеговик во дворе',
      'Статуя мужчины на коне',
      'Старая деревянная дверь',
      'Чёрная кошка на стене',
      'Женская обувь на полке',
      'Человек держит табличку',
      'Красная площадь зимой'
    ]
  },
  pl: {
    wrong: [
      ['Mężczyzna jedzie na rowerze', 'gendered-words: Mężczyzna'],
      ['Dwie dziewczynki z psem', 'gendered-words: dziewczynki'],
      ['Starsza osoba na ławce', 'guessed-age: Starsza'],
      ['Szczęśliwa rodzina przy stole', 'guessed-feelings: Szczęśliwa'],
      ['Piękny zachód słońca', 'praise: Piękny']
    ],
    fine: [
      'Dwoje dzieci bawi się w piasku',
      'Bałwan w ogrodzie',
      'Posąg mężczyzny na koniu',
      'Stare drewniane drzwi',
      'Czarny kot na murze',
      'Męskie buty na półce',
      'Osoba trzyma tabliczkę'
    ]
  },
  ja: {
    wrong: [
      ['男性が自転車に乗っている', 'gendered-words: 男性'],
      ['女の子が犬と遊んでいる', 'gendered-words: 女の子'],
      ['高齢者がベンチに座っている', 'guessed-age: 高齢者'],
      ['楽しそうに笑う家族', 'guessed-feelings: 楽しそうに'],
      ['海に沈む美しい夕日', 'praise: 美しい'],
      ['花のクローズアップ', 'camera-talk: クローズアップ']
    ],
    fine: [
      '子ども二人が砂浜で遊んでいる',
      '庭に立つ雪だるま',
      '港に立つ自由の女神像',
      '女性用トイレの標識',
      '彼岸花が咲く土手',
      '古い木の扉',
      '黒い猫が塀の上に座っている'
    ]
  },
  zh: {
    wrong: [
      ['一个男人骑自行车', 'gendered-words: 男人'],
      ['小女孩和她的狗', 'gendered-words: 女孩, 她'],
      ['老人坐在长椅上', 'guessed-age: 老人'],
      ['开心的一家人在海边', 'guessed-feelings: 开心的'],
      ['海边美丽的日落', 'praise: 美丽的'],
      ['一朵花的特写', 'camera-talk: 特写']
    ],
    fine: [
      '两个孩子在沙滩上玩',
      '院子里的雪人',
      '港口的自由女神像',
      '一把吉他靠在墙边',
      '其他选项的设置页面',
      '红色女士手提包',
      '写着“生日快乐”的蛋糕'
    ]
  }
}

describe.each(Object.entries(tables))('style in %s', (language, { wrong, fine }) => {
  const faults = (text: string): string[] =>
    styleFaults(text, { language }).map(({ ruleId, words }) => `${ruleId}: ${words.join(', ')}`)

  it.each(wrong)('%s is wrong', (...row) => {
    const [text, fault] = row.flat()
    expect(faults(text ?? '')).toContain(fault)
  })

  it.each(fine)('%s is fine', (...row) => {
    expect(faults(row.flat()[0] ?? '')).toEqual([])
  })
})

it('knows a language by any of its tags', () => {
  expect(styleFaults('Ein Mann', { language: 'de-AT' })).toHaveLength(1)
  expect(styleFaults('一個男人', { language: 'zh-Hant' })).toHaveLength(1)
  expect(styleFaults('En man', { language: 'sv' })).toEqual([])
})
