import type { CaptionParts } from './parts.ts'

export const nl: CaptionParts = {
  subjects: [
    'Een bruine hond met een blauwe halsband',
    'Twee fietsers in gele jassen',
    'Een rode leren rugzak met twee vakken',
    'Drie kinderen met paraplu’s',
    'Een oude vissersboot met een gescheurd zeil',
    'Een kom tomatensoep met basilicum',
    'Een zwarte fiets met een rieten mand',
    'Iemand in een groene regenjas',
    'Een paar houten stoelen en een ronde tafel',
    'Een grijze kat met witte pootjes'
  ],
  places: [
    'voor een klein bakstenen huis',
    'aan de oever van een bevroren meer',
    'in een smal straatje van de binnenstad',
    'naast een groot raam',
    'onder een hoge kastanjeboom'
  ],
  details: [
    ', met besneeuwde bergen op de achtergrond',
    ' terwijl de zon achter de heuvels ondergaat',
    ', van bovenaf gezien'
  ],
  drawings: [
    'Schermafbeelding van de instellingen',
    'Staafdiagram van de maandelijkse verkoop',
    'Schema van de kringloop van het water',
    'Kaart van de buslijnen',
    'Tabel met de openingstijden'
  ],
  contents: [
    ' met een zoekveld boven drie kolommen',
    ' met pijlen tussen vier vakken met tekst',
    ', waarin de laatste rij is gemarkeerd',
    ' met een legenda rechtsonder'
  ],
  mixed: [
    'Grafana-dashboard met panelen voor CPU, geheugen en netwerk',
    'Knop “Save changes and continue” onder het formulier',
    'De Golden Gate Bridge in San Francisco in de mist',
    'The Rolling Stones tijdens een concert in Hyde Park',
    'Workflow van GitHub Actions met de stappen build, test en deploy',
    'Hoes van het album “The Wall” van Pink Floyd',
    'Terminal met de uitvoer van git status en npm install',
    'Het Brandenburger Tor aan de Pariser Platz in Berlijn',
    'Kubernetes-cluster met drie nodes en een load balancer',
    'Laptop, smartphone en tablet op een bureau'
  ]
}
