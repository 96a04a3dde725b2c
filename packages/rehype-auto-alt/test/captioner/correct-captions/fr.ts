import type { CaptionParts } from './parts.ts'

export const fr: CaptionParts = {
  subjects: [
    'Un chien brun avec un collier bleu',
    'Deux cyclistes en veste jaune',
    'Un sac à dos en cuir rouge à deux poches',
    'Trois enfants avec des parapluies',
    'Un vieux bateau de pêche à la voile déchirée',
    'Un bol de soupe à la tomate et au basilic',
    'Un vélo noir avec un panier en osier',
    'Une personne en imperméable vert',
    'Plusieurs chaises en bois et une table ronde',
    'Un chat gris aux pattes blanches'
  ],
  places: [
    'devant une petite maison en briques',
    'au bord d’un lac gelé',
    'dans une rue étroite de la vieille ville',
    'à côté d’une grande fenêtre',
    'sous un grand marronnier'
  ],
  details: [
    ', avec des montagnes enneigées à l’arrière-plan',
    ' pendant que le soleil se couche derrière les collines',
    ', en vue de dessus'
  ],
  drawings: [
    'Capture d’écran des paramètres',
    'Diagramme en barres des ventes mensuelles',
    'Schéma du cycle de l’eau',
    'Plan des lignes de bus',
    'Tableau des horaires d’ouverture'
  ],
  contents: [
    ' avec un champ de recherche au-dessus de trois colonnes',
    ' avec des flèches entre quatre cases légendées',
    ', la dernière ligne en surbrillance',
    ' avec une légende en bas à droite'
  ],
  mixed: [
    'Tableau de bord Grafana avec les panneaux CPU, mémoire et réseau',
    'Bouton « Save changes and continue » sous le formulaire',
    'Le Golden Gate Bridge de San Francisco dans la brume',
    'Les Rolling Stones en concert à Hyde Park',
    'Workflow GitHub Actions avec les étapes build, test et deploy',
    'Pochette de l’album « The Wall » de Pink Floyd',
    'Terminal affichant le résultat de git status et de npm install',
    'Le pont du Rialto sur le Grand Canal de Venise',
    'Cluster Kubernetes avec trois nœuds et un équilibreur de charge',
    'Burger, cookies et milkshake sur le comptoir d’un food truck'
  ]
}
