import type { CaptionParts } from './parts.ts'

export const pt: CaptionParts = {
  subjects: [
    'Um cão castanho com uma coleira azul',
    'Dois ciclistas de casaco amarelo',
    'Uma mochila vermelha de couro com dois bolsos',
    'Três crianças com guarda-chuvas',
    'Um velho barco de pesca com a vela rasgada',
    'Uma tigela de sopa de tomate com manjericão',
    'Uma bicicleta preta com um cesto de vime',
    'Uma pessoa com uma capa de chuva verde',
    'Várias cadeiras de madeira e uma mesa redonda',
    'Um gato cinzento de patas brancas'
  ],
  places: [
    'em frente a uma pequena casa de tijolo',
    'à beira de um lago gelado',
    'numa rua estreita do centro histórico',
    'ao lado de uma janela grande',
    'debaixo de um castanheiro alto'
  ],
  details: [
    ', com montanhas cobertas de neve ao fundo',
    ' enquanto o sol se põe atrás das colinas',
    ', visto de cima'
  ],
  drawings: [
    'Captura de ecrã das definições',
    'Gráfico de barras das vendas mensais',
    'Esquema do ciclo da água',
    'Mapa das linhas de autocarro',
    'Tabela dos horários de abertura'
  ],
  contents: [
    ' com um campo de pesquisa acima de três colunas',
    ' com setas entre quatro caixas legendadas',
    ', com a última linha destacada',
    ' com uma legenda no canto inferior direito'
  ],
  mixed: [
    'Painel do Grafana com gráficos de CPU, memória e rede',
    'Botão “Save changes and continue” por baixo do formulário',
    'A ponte Golden Gate de São Francisco no meio do nevoeiro',
    'Os Rolling Stones num concerto no Hyde Park',
    'Fluxo do GitHub Actions com as etapas build, test e deploy',
    'Capa do álbum “The Wall” dos Pink Floyd',
    'Terminal com o resultado de git status e npm install',
    'A Plaza Mayor de Madrid com a estátua de Felipe III',
    'Cluster Kubernetes com três nós e um balanceador de carga',
    'Notebook, smartphone e fones de ouvido sobre uma mesa'
  ]
}
