import type { CaptionParts } from './parts.ts'

export const ja: CaptionParts = {
  subjects: [
    '青い首輪をつけた茶色い犬',
    '黄色い上着を着た二人のサイクリスト',
    'ポケットが二つある赤い革のリュックサック',
    '傘をさした三人の子ども',
    '帆の破れた古い漁船',
    'バジルの葉をのせたトマトスープ',
    '籐のかごがついた黒い自転車',
    '緑のレインコートを着た人',
    'いくつかの木の椅子と丸いテーブル',
    '白い足の灰色の猫'
  ],
  places: [
    '小さなレンガの家の前にいる',
    '凍った湖のほとりに見える',
    '旧市街の細い通りにある',
    '大きな窓のそばにある',
    '高い栗の木の下にある'
  ],
  details: ['。背景には雪をかぶった山々が見える', '。丘の向こうに夕日が沈んでいく', 'を上から見たところ'],
  join: (subject, place, detail) => `${place}${subject}${detail}`,
  drawings: [
    '設定画面のスクリーンショット',
    '月ごとの売上を示す棒グラフ',
    '水の循環を表した図',
    'バス路線の地図',
    '営業時間の一覧表'
  ],
  contents: [
    '。三つの列の上に検索欄がある',
    '。四つの箱が矢印でつながれている',
    '。最後の行が強調されている',
    '。右下に凡例がある'
  ],
  mixed: [
    'GrafanaのダッシュボードにCPUとメモリのパネルが並んでいる',
    'フォームの下にある「Save changes and continue」ボタン',
    '霧に包まれたサンフランシスコのGolden Gate Bridge',
    'Hyde Parkで演奏するThe Rolling Stones',
    'GitHub Actionsのワークフロー。build、test、deployの順に進む',
    'Pink Floydのアルバム「The Wall」のジャケット',
    'git statusとnpm installの結果を表示したターミナル',
    'ベルリンのPariser Platzに立つブランデンブルク門',
    'KubernetesクラスタとLoad Balancerの構成図',
    'Visual Studio CodeでREADME.mdを開いた画面'
  ]
}
