import type { StyleWords } from './style-words.ts'

export const polish: StyleWords = {
  spaced: true,
  people: [
    'osob(?:a|y|ę|ą|ie)|osób|osobami|osobom|ludzi(?:e|om|ach)?|ludźmi|człowiek(?:a|owi|iem)?|dzieck[oaui]|dzieckiem|dzieci|dziećmi|dzieciom|niemowl(?:ę|ęta|ęcia|ąt)|doros(?:ły|ła|li|łych)|par(?:a|y|ę|ą)|rodzin(?:a|y|ę|ą)|przyjaci(?:ele|ół)',
    'gracz(?:a|e|y|em)?|pracowni(?:k|ka|cy|ków)|student(?:a|ów|em)?|studenci|tury(?:sta|sty|ści|stów)|sportow(?:iec|ca|cy|ców)|lekarz(?:a|e|y|em)?|nauczyciel(?:a|e|i|em)?|grup(?:a|y|ę|ą)|uczni(?:owie|ów)'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    'aktork(?:a|i|ę|ą)|aktorek|stewardes(?:a|y|ę|ą)|policjantk(?:a|i|ę|ą)|wnuk(?:a|iem|i)?|wnuczk(?:a|i|ę|ą)|sąsiadk(?:a|i|ę|ą)|(?<=^)(?:Ona|On)(?= \\p{Ll})',
    'mężczyz(?:na|ny|nę|ną|nie|n|nom|nami|nach)|mężczyźn(?:i|ie)|kobi(?:eta|ety|etę|etą|et|etom|etami|etach|ecie)|chłop(?:iec|ca|cu|cem|cy|ców|com|cami)|chłopak(?:a|i|iem|ów|owi)?|chłopczyk|dziewczyn(?:a|y|ę|ą|ie|om|ami|ka|ki|kę|ką|ek|kom|kami)?|dziewcząt|dziewczęta',
    'matk(?:a|i|ę|ą|om|ami)|matek|mam(?:a|y|ę|ą)|ojciec|ojca|ojcem|ojcowie|tat(?:a|y|ę|ą)|babci(?:a|i|ę|ą)|dziad(?:ek|ka|kiem|kowie)|cór(?:ka|ki|kę|ką)|syn(?:a|em|owie|owi)?|siostr(?:a|y|ę|ą)|brat(?:a|em)?|bracia|żon(?:a|y|ę|ą)|mąż|męża|mężem',
    'kelnerk(?:a|i|ę|ą)|studentk(?:a|i|ę|ą)|nauczycielk(?:a|i|ę|ą)|lekark(?:a|i|ę|ą)|piosenkark(?:a|i|ę|ą)|tancerk(?:a|i|ę|ą)|pielęgniark(?:a|i|ę|ą)|biznesmen(?:a|em|i)?|dżentelmen(?:a|i)?'
  ],
  age: [
    'starsz(?:y|a|e|ego|ej|ą|ych|ym|ymi)(?= (?:pan|pani|osob|osób|ludzi|mężczy|kobiet|par|człowiek))|starszych|nastolat(?:ek|ka|ki|ków|kę|kowie)|staruszk(?:a|i|ę|iem|owie)|staruszek|w (?:średnim|podeszłym|młodym) wieku|emeryt(?:a|ka|ci|ów)?|senior(?:a|ka|zy|ów)?'
  ],
  ethnicity: [
    '(?:ciemno|czarno|jasno|biało)skór(?:y|a|e|zy|ego|ej|ych)|(?:o|z) (?:ciemnej|jasnej) (?:skórze|karnacji)|pochodzenia (?:azjatyckiego|afrykańskiego|arabskiego)|czarnoskórzy'
  ],
  feelings: [
    'radośnie|wesoło|smutno|szczęśliwie|dumnie|z (?:radością|dumą|smutkiem|entuzjazmem)|ciesz(?:y|ą|ąc|ący|ąca) się|bawią się świetnie|delektuj(?:e|ą) się'
  ],
  ofPeople: {
    gender: ['męsk(?:i|a|iego)|żeńsk(?:i|a|iego)'],
    age: [
      'młod(?:y|a|e|zi|ego|ej|ą|ych|ym|ymi)|star(?:y|a|zy|ego|ej|ych)|mał(?:y|a|ego|ej|ą)(?= (?:chłop|dziewcz))'
    ],
    ethnicity: [
      'azjatyck(?:i|a|ie|iego|iej)|afrykańsk(?:i|a|ie|iego|iej)|czarn(?:y|a|i|ego|ej)|biał(?:y|a|ego|ej)|biali|arabsk(?:i|a|ie)|hindusk(?:i|a|ie)|chińsk(?:i|a|ie)|japońsk(?:i|a|ie)'
    ],
    feelings: [
      'szczęśliw(?:y|a|e|i|ego|ej|ych)|radosn(?:y|a|e|i|ego|ej|ych)|smutn(?:y|a|e|i|ego|ej)|zadowolon(?:y|a|e|ego|ej)|zadowoleni|dumn(?:y|a|e|i)|zły|zła|zdenerwowan(?:y|a|e)|podekscytowan(?:y|a|e|i)|wesoł(?:y|a|e|ego)|weseli'
    ]
  },
  between: ['i|bardzo|wysok(?:i|a|ie)|uśmiechnięt(?:y|a|e|ego|ej)|brodat(?:y|ego)'],
  copula: ['jest|są|wygląda|wyglądają'],
  praise: [
    'piękn(?:y|a|e|ego|ej|ą|ych|ym|ie)|wspania(?:ły|ła|łe|łego|łej|łą|łych)|przepiękn(?:y|a|e|ego|ej|ą)|zachwycając(?:y|a|e|ego|ej)|malownicz(?:y|a|e|ego|ej|o)|urocz(?:y|a|e|ego|ej|o)|niesamowit(?:y|a|e|ego|ej)',
    'zapierając(?:y|a|e) dech|cudown(?:y|a|e|ego|ej)|majestatyczn(?:y|a|e|ego)|pyszn(?:y|a|e|ego)|śliczn(?:y|a|e|ego|ej)|imponując(?:y|a|e|ego|ej)|sielankow(?:y|a|e|ego)|spektakularn(?:y|a|e|ego)|klimatyczn(?:y|a|e|ego)'
  ],
  camera: [
    'zbliżenie (?:na|przedstawiające)|zbliżenie \\p{L}+(?=$)|ujęcie (?:z|na|przedstawiające|w)|kadr(?:u|em|ze)? (?:z|przedstawia)|uchwycon(?:y|a|e|ego|ej)|sfotografowan(?:y|a|e)|(?:rozmyte|nieostre) tło|na rozmytym tle|w (?:lewej|prawej|górnej|dolnej) części (?:zdjęcia|obrazu|kadru)|w tle zdjęcia|(?:to )?zdjęcie (?:przedstawia|pokazuje|jest|zostało)'
  ],
  harmless: [
    'wyspa man|bałwan|(?:damsk(?:i|a|ie)|męsk(?:i|a|ie)|dziecięc(?:y|a|e)) (?:buty|toaleta|torebka|zegarek|koszula|odzież|kurtka)|dzień (?:matki|ojca|kobiet|dziecka|babci|dziadka)|płyta główna|matk(?:a|i|ę|ą) (?:boska|boskiej|boską|natura|ziemia|ziemi)|święty mikołaj|syn marnotrawny|stare miasto|starego miasta|starszy brat',
    '(?:słonica|niedźwiedzica|kotka|lwica|kaczka)[ -]matka|mama[- ](?:słonica|niedźwiedzica|kotka)|biały dom|czarno-biał(?:y|a|e)|(?:wesoła|smutna) (?:buźka|minka)|wesołych świąt|dziadek do orzechów'
  ],
  artworks: [
    '(?:posąg|pomnik|rzeźb[ayęą]|popiersi[eau]|figur(?:a|y|ka|ki|ę)|obraz(?:u|y|em)?|fresk|mozaik[aię]|płaskorzeźb[ayę]|lalk[aię]|manekin|rycin[aęy])'
  ],
  shows: ['', 'przedstawiając(?:y|a|e)|z|ukazując(?:y|a|e)|w kształcie']
}
