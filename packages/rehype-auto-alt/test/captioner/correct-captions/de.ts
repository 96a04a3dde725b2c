import type { CaptionParts } from './parts.ts'

export const de: CaptionParts = {
  subjects: [
    'Ein brauner Hund mit blauem Halsband',
    'Zwei Radfahrende in gelben Jacken',
    'Ein roter Lederrucksack mit zwei Taschen',
    'Drei Kinder mit Regenschirmen',
    'Ein altes Fischerboot mit zerrissenem Segel',
    'Eine Schüssel Tomatensuppe mit Basilikum',
    'Ein schwarzes Fahrrad mit Weidenkorb',
    'Eine Person im grünen Regenmantel',
    'Mehrere Holzstühle und ein runder Tisch',
    'Eine graue Katze mit weißen Pfoten'
  ],
  places: [
    'vor einem kleinen Backsteinhaus',
    'am Ufer eines zugefrorenen Sees',
    'in einer engen Gasse der Altstadt',
    'neben einem großen Fenster',
    'unter einer hohen Kastanie'
  ],
  details: [
    ', im Hintergrund verschneite Berge',
    ', während die Sonne hinter den Hügeln untergeht',
    ', von oben gesehen'
  ],
  drawings: [
    'Bildschirmfoto der Einstellungen',
    'Balkendiagramm der monatlichen Umsätze',
    'Schaubild des Wasserkreislaufs',
    'Karte der Buslinien',
    'Tabelle der Öffnungszeiten'
  ],
  contents: [
    ' mit einem Suchfeld über drei Spalten',
    ' mit Pfeilen zwischen vier beschrifteten Kästen',
    ', in der letzten Zeile hervorgehoben',
    ' mit einer Legende unten rechts'
  ],
  mixed: [
    'Screenshot des Dashboards mit Login-Button, Sidebar und Header im Dark Mode',
    'Schaltfläche „Save changes and continue to the next step“ unter dem Formular',
    'Das Empire State Building und das Chrysler Building in Manhattan bei Nacht',
    'Freddie Mercury bei Live Aid im Wembley Stadium, die Faust erhoben',
    'Workflow in GitHub Actions: Build, Test und Deploy laufen nacheinander',
    'Cover des Albums „The Dark Side of the Moon“ von Pink Floyd',
    'Terminal mit der Ausgabe von git status und npm install',
    'Der Trevi-Brunnen auf der Piazza di Trevi in Rom',
    'Kubernetes-Cluster mit Control Plane, Worker Nodes und Load Balancer',
    'Smoothie-Bowl mit Granola, Blueberries und Peanut Butter auf einem Holztisch'
  ]
}
