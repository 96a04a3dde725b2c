import type { CaptionParts } from './parts.ts'

export const en: CaptionParts = {
  subjects: [
    'A brown dog with a blue collar',
    'Two cyclists in yellow jackets',
    'A red leather backpack with two pockets',
    'Three children with umbrellas',
    'An old fishing boat with a torn sail',
    'A bowl of tomato soup with basil leaves',
    'A black bicycle with a wicker basket',
    'A person in a green raincoat',
    'Several wooden chairs and a round table',
    'A grey cat with white paws'
  ],
  places: [
    'in front of a small brick house',
    'at the edge of a frozen lake',
    'on a narrow street in the old town',
    'beside a large window',
    'under a tall chestnut tree'
  ],
  details: [
    ', with snow-covered mountains in the background',
    ' while the sun sets behind the hills',
    ', seen from above'
  ],
  drawings: [
    'Screenshot of the settings page',
    'Bar chart of monthly sales',
    'Diagram of the water cycle',
    'Map of the bus lines',
    'Table of opening hours'
  ],
  contents: [
    ' with a search field above three columns',
    ' with arrows between four labelled boxes',
    ', in which the last row is highlighted',
    ' with a legend in the lower right corner'
  ],
  mixed: [
    'Plaza Mayor in Madrid with the Casa de la Panadería on the north side',
    'Menu of a restaurant reading “Spaghetti alla puttanesca con olive nere”',
    'Volkswagen Beetle parked outside the Gasthaus zum Goldenen Hirschen in Würzburg',
    'Login dialog with the buttons "Abbrechen" and "Anmelden mit Google"',
    'Plate of boeuf bourguignon, pommes dauphinoise and a crème brûlée',
    'Diagram: Kafka sends events to Flink, Flink writes to PostgreSQL and Elasticsearch',
    'Nginx, Redis and PostgreSQL containers in a Docker Compose network',
    'Sushi with wasabi, ginger and soy sauce on a black plate',
    'Oscar Niemeyer in front of the Palácio do Planalto in Brasília',
    'Grafana dashboard with CPU, memory and network panels'
  ]
}
