/** Words that some language writes with a capital though they are nobody's name, in lower case. */
export const capitalisedWords: ReadonlySet<string> = new Set(
  [
    'i im ive id ill january february march april may june july august september october november december',
    'monday tuesday wednesday thursday friday saturday sunday christmas easter halloween thanksgiving ramadan hanukkah diwali mother mothers father fathers valentine valentines new year years eve day days',
    // Peoples and languages, of things: "Chinese cabbage", "Greek letters".
    'english french german spanish portuguese italian dutch russian polish japanese chinese korean arabic hebrew greek latin roman',
    'american british irish scottish welsh european african asian indian mexican canadian australian turkish persian egyptian swiss',
    'swedish norwegian danish finnish icelandic austrian hungarian czech romanian ukrainian brazilian cuban thai vietnamese moroccan',
    'mediterranean scandinavian caribbean native celtic viking aztec mayan inca byzantine ottoman victorian gothic baroque renaissance',
    'romanesque georgian edwardian medieval islamic christian buddhist jewish muslim hindu catholic orthodox western eastern northern',
    'southern north south east west earth sun moon mercury venus mars jupiter saturn uranus neptune pluto milky way bible quran buddha',
    'jesus christ santa claus god braille morse celsius fahrenheit roman cyrillic kanji hiragana katakana hispanic caucasian',
    // Breeds and kinds.
    'labrador dalmatian siamese bengal siberian bernese rottweiler chihuahua holstein jersey shetland yorkshire great dane jack russell',
    'saint bernard pomeranian doberman schnauzer pekingese maltese newfoundland cheshire angora merino friesian clydesdale arabian',
    // Things that have kept a capital.
    'ferris wheel polaroid lego jeep velcro bluetooth wi-fi wifi internet web t-shirt t-shirts x-ray x-rays xray vespa frisbee tupperware',
    'venn gantt pareto sankey boolean cartesian gaussian bernoulli fibonacci euler celsius kelvin markdown v-neck u-turn u-shaped',
    'l-shaped s-shaped t-shaped y-axis x-axis a-frame i-beam state university teddy-bear dr mr mrs ms prof sir st',
    // Words of titles: "Extended Monitoring Dashboard".
    'architecture dashboard diagram chart graph overview flow flowchart model example screenshot logo icon map table trace tracing metrics',
    'instrumentation monitoring collector pipeline workflow process structure design interface settings configuration results survey sample',
    'scenario step steps phase part figure version team service services system systems data network platform application user users',
    'server client request response error errors list view page home question title answer summary report status cloud open source api',
    'project products product library framework tool tools test tests build release community developer developers conference meetup',
    // Dutch, French, Polish and Russian.
    'nederlandse nederlands engelse engels duitse duits franse frans italiaanse spaanse chinese japanse amerikaanse belgische europese',
    'kerst kerstboom pasen sinterklaas noël pâques navidad pascua natale pasqua natal páscoa état ziemia ziemi księżyc słońce рождество земля'
  ]
    .join(' ')
    .split(' ')
)

/** Nouns beside which a capitalised word is a label that can be read in the picture. */
export const labelNouns =
  'buttons?|tabs?|menus?|pages?|fields?|panels?|dialogs?|dialogues?|options?|screens?|windows?|sections?|keys?|dropdowns?|drop-downs?|checkbox(?:es)?|links?|labels?|columns?|rows?|views?|forms?|headers?|headings?|logos?|signs?|icons?|pane|sidebar|toolbar|tool|tabs|toggle|settings?|switch|box|boxes|card|cards|node|nodes|step|steps|phase|stage|component|components|block|blocks|layer|layers|service|services|class|classes|method|interface|module|axis|legend|banner|badge|stamp|poster|book|cover|stage|state|states'
