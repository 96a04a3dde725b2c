import type { CaptionParts } from './parts.ts'

export const it: CaptionParts = {
  subjects: [
    'Un cane marrone con il collare blu',
    'Due ciclisti con la giacca gialla',
    'Uno zaino rosso di pelle con due tasche',
    'Tre bambini con gli ombrelli',
    'Una vecchia barca da pesca con la vela strappata',
    'Una ciotola di zuppa di pomodoro con basilico',
    'Una bicicletta nera con un cestino di vimini',
    'Una persona con un impermeabile verde',
    'Alcune sedie di legno e un tavolo rotondo',
    'Un gatto grigio con le zampe bianche'
  ],
  places: [
    'davanti a una piccola casa di mattoni',
    'sulla riva di un lago ghiacciato',
    'in una strada stretta del centro storico',
    'accanto a una grande finestra',
    'sotto un alto castagno'
  ],
  details: [
    ', con montagne innevate sullo sfondo',
    ' mentre il sole tramonta dietro le colline',
    ', in una vista dall’alto'
  ],
  drawings: [
    'Schermata delle impostazioni',
    'Grafico a barre delle vendite mensili',
    'Schema del ciclo dell’acqua',
    'Mappa delle linee degli autobus',
    'Tabella degli orari di apertura'
  ],
  contents: [
    ' con un campo di ricerca sopra tre colonne',
    ' con frecce tra quattro riquadri con etichette',
    ', con l’ultima riga evidenziata',
    ' con una legenda in basso a destra'
  ],
  mixed: [
    'Dashboard di Grafana con i pannelli di CPU, memoria e rete',
    'Pulsante «Save changes and continue» sotto il modulo',
    'Il Golden Gate Bridge di San Francisco nella nebbia',
    'I Rolling Stones in concerto a Hyde Park',
    'Workflow di GitHub Actions con i passaggi build, test e deploy',
    'Copertina dell’album «The Wall» dei Pink Floyd',
    'Terminale con il risultato di git status e npm install',
    'La Sagrada Família di Barcellona vista da Plaça de Gaudí',
    'Cluster Kubernetes con tre nodi e un load balancer',
    'Smartphone, laptop e smartwatch su una scrivania'
  ]
}
