import type { CaptionParts } from './parts.ts'

export const pl: CaptionParts = {
  subjects: [
    'Brązowy pies z niebieską obrożą',
    'Dwoje rowerzystów w żółtych kurtkach',
    'Czerwony skórzany plecak z dwiema kieszeniami',
    'Troje dzieci z parasolami',
    'Stara łódź rybacka z podartym żaglem',
    'Miska zupy pomidorowej z listkami bazylii',
    'Czarny rower z wiklinowym koszykiem',
    'Osoba w zielonym płaszczu przeciwdeszczowym',
    'Kilka drewnianych krzeseł i okrągły stół',
    'Szary kot z białymi łapkami'
  ],
  places: [
    'przed małym domem z cegły',
    'na brzegu zamarzniętego jeziora',
    'na wąskiej uliczce starego miasta',
    'obok dużego okna',
    'pod wysokim kasztanowcem'
  ],
  details: [', w tle ośnieżone góry', ', gdy słońce zachodzi za wzgórzami', ', widok z góry'],
  drawings: [
    'Zrzut ekranu z ustawieniami',
    'Wykres słupkowy miesięcznej sprzedaży',
    'Schemat obiegu wody w przyrodzie',
    'Mapa linii autobusowych',
    'Tabela godzin otwarcia'
  ],
  contents: [
    ' z polem wyszukiwania nad trzema kolumnami',
    ' ze strzałkami między czterema podpisanymi polami',
    ', ostatni wiersz jest wyróżniony',
    ' z legendą w prawym dolnym rogu'
  ],
  mixed: [
    'Panel Grafany z wykresami procesora, pamięci i sieci',
    'Przycisk „Save changes and continue” pod formularzem',
    'Most Golden Gate w San Francisco we mgle',
    'The Rolling Stones podczas koncertu w Hyde Parku',
    'Przepływ pracy GitHub Actions z krokami build, test i deploy',
    'Okładka albumu „The Wall” zespołu Pink Floyd',
    'Terminal z wynikiem poleceń git status i npm install',
    'Brama Brandenburska przy placu Pariser Platz w Berlinie',
    'Klaster Kubernetes z trzema węzłami i load balancerem',
    'Laptop, smartfon i tablet na biurku'
  ]
}
