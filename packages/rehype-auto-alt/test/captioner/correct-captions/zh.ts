import type { CaptionParts } from './parts.ts'

export const zh: CaptionParts = {
  subjects: [
    '一只戴着蓝色项圈的棕色小狗',
    '两名穿黄色外套的骑行者',
    '一个有两个口袋的红色皮革背包',
    '三个打着雨伞的孩子',
    '一艘船帆破损的旧渔船',
    '一碗撒着罗勒叶的番茄汤',
    '一辆带藤编车篮的黑色自行车',
    '一个穿绿色雨衣的人',
    '几把木椅和一张圆桌',
    '一只白爪子的灰猫'
  ],
  places: ['在一座小砖房前', '在结冰的湖边', '在老城狭窄的街道上', '在一扇大窗户旁边', '在高大的栗子树下'],
  details: ['，背景是白雪覆盖的群山', '，太阳正落到山丘后面', '，从上方俯视'],
  join: (subject, place, detail) => `${subject}${place}${detail}`,
  drawings: ['设置页面的截图', '每月销售额的柱状图', '水循环示意图', '公交线路图', '营业时间表'],
  contents: [
    '，三列上方有一个搜索框',
    '，四个带标签的方框之间有箭头',
    '，最后一行突出显示',
    '，右下角有图例'
  ],
  mixed: [
    'Grafana仪表板，显示CPU、内存和网络面板',
    '表单下方的“Save changes and continue”按钮',
    '雾中的旧金山Golden Gate Bridge',
    'The Rolling Stones在Hyde Park演出',
    'GitHub Actions工作流，依次执行build、test和deploy',
    'Pink Floyd专辑《The Wall》的封面',
    '终端显示git status和npm install的输出',
    '柏林Pariser Platz广场上的勃兰登堡门',
    'Kubernetes集群与Load Balancer的架构图',
    '在Visual Studio Code中打开README.md的界面'
  ]
}
