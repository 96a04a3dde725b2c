import { animals, genderedNouns, neutralNouns } from './english-people.ts'
import type { StyleWords } from './style-words.ts'

const nounsOfPeople = [...genderedNouns.keys()].filter((noun) => !/^(?:fe)?male$/u.test(noun))
const plainAnimals = animals.join('|')
/** Words between "mother" and the animal. */
const breeds =
  '(?:african|asian|indian|polar|grizzly|brown|black|white|grey|gray|wild|fluffy|small|large|big|bengal|siberian|snow|sea|farm|humpback|killer|emperor|king|golden|labrador|border|orange|tabby|spotted|striped|and)'

export const english: StyleWords = {
  spaced: true,
  people: neutralNouns,
  gendered: [
    ...nounsOfPeople,
    '(?:fe)?male(?= [a-z]{2,}(?:er|or|ist|ian|ee)s?(?![a-z]))',
    '(?<=(?<![a-z])(?:an?|one|the|another|young|adult|elderly|asian|black|white) )(?:fe)?male(?= (?:in|on|at|with|wearing|holding|standing|sitting|is|was|who|whose|and|near|next|has|looking|walking|riding|playing|running|jumping|sits|stands|walks|holds|wears|smiles|looks|rides|plays|runs|talks|speaks)(?![a-z])|[.,;]|$)'
  ],
  age: [
    'elderly|middle-?aged|teenaged?|teenagers?|teens?|toddlers?|adolescents?|preschoolers?|tweens?|octogenarians?|youngsters?',
    'senior citizens?|pensioners?|youths|in (?:his|her|their) (?:early |mid-?|late )?(?:teens|\\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties)',
    '(?<=(?<![a-z])(?:an?|two|three|the) )(?:[1-9]?\\d|two|three|four|five|six|seven|eight|nine|ten|twelve)-years?-olds?(?= (?:in|on|with|at|is|are|who|and|plays?|sits?|stands?|rides?|holds?|playing|sitting|holding|wearing)(?![a-z])|[.,;]|$)'
  ],
  ethnicity: [
    'caucasians?|(?:dark|light|fair|brown|pale|olive|black|white)-skinned|(?:dark|light|fair|brown|pale|olive) skin(?:ned)?',
    'of (?:african|asian|european|indian|latin|hispanic|arab|middle eastern|east asian|south asian|mixed) (?:descent|origin|ethnicity|heritage|appearance)',
    '(?:people|person|man|woman|child|children) of colou?r'
  ],
  feelings: [
    'happily|joyfully|joyously|sadly|angrily|excitedly|cheerfully|proudly|lovingly|affectionately|tenderly|pensively|anxiously|nervously|enthusiastically|contentedly',
    '(?:with|in|of|expressing|showing|radiating|pure) (?:joy|happiness|sadness|excitement|delight|despair|anger|pride|sorrow|grief|contentment|enthusiasm)',
    '(?:seems?|seeming|appears?|appearing|looks?|looking) (?:to be |very |so |quite )?(?:happy|sad|angry|joyful|cheerful|excited|proud|lonely|anxious|worried|nervous|frustrated|bored|upset|scared|confused|thoughtful|content|pensive)',
    `(?<=(?:${[...neutralNouns, ...nounsOfPeople].join('|')})(?![a-z])[^.]{0,80} )enjoy(?:s|ing|ed)?`,
    '(?:exud|evok|convey|radiat)(?:es?|ing|ed)(?= (?:an? |the )?(?:sense|feeling|air|mood|atmosphere|calm|calmness|warmth|joy|confidence|serenity|peace|happiness|elegance|tranquility))|(?:deep|lost) in thought',
    'a sense of [a-z]+|having (?:a )?(?:fun|a good time|a great time)'
  ],
  ofPeople: {
    gender: ['(?:fe)?male'],
    age: [
      '(?:[1-9]?\\d|two|three|four|five|six|seven|eight|nine|ten|twelve)-years?-old|youthful|young|younger|old|older|aged|little|ageing|aging|senior|juvenile|adolescent'
    ],
    ethnicity: [
      'indigenous|aboriginal|tribal|asian|african|african[- ]american|black|white|brown|hispanic|latin[oax]|latin american|arab|arabic|indian|chinese',
      'japanese|korean|european|american|native american|middle eastern|jewish|muslim|dutch|german|french|italian|spanish',
      'mexican|russian|vietnamese|thai|filipino|pakistani|turkish|british|irish|scandinavian|ethnic|biracial|mixed-race'
    ],
    feelings: [
      '(?:happy|sad|angry|bored|tired|worried|excited)-looking|happy|sad|angry|joyful|joyous|cheerful|excited|proud|lonely|anxious|worried|nervous|frustrated|annoyed|delighted',
      'ecstatic|enthusiastic|bored|depressed|melancholic|contented|content|pensive|contemplative|hopeful|heartbroken|jubilant',
      'thrilled|terrified|scared|frightened|upset|surprised|confused|relaxed|overjoyed|unhappy|enjoy(?:ing|s|ed)?|loving'
    ]
  },
  between: [
    'and|tall|short|small|bearded|blonde?|red-haired|dark-haired|grey-haired|gray-haired|long-haired|bald|smiling|laughing|slim',
    'police|tennis|football|baseball|basketball|soccer|hockey|construction|factory|office|school|college|medical|business|software|professional|muscular|thin|heavyset|barefoot|shirtless|very|lone|single|well-dressed'
  ],
  copula: [
    'who (?:is|are)(?: very)?|is|are|looks?|looking|appears?|appearing|seems?|seeming|feels?|feeling|(?:who )?(?:looks?|appears?|seems?) to be'
  ],
  praise: [
    'beautiful(?:ly)?|stunning(?:ly)?|gorgeous|breath-?taking(?:ly)?|amazing|awesome|wonderful|spectacular|magnificent|majestic',
    'picturesque|lovely|charming|cute|adorable|delightful|mesmeri[sz]ing|captivating|enchanting|exquisite|incredible|marvell?ous',
    'fantastic|superb|delicious(?:-looking)?|mouth-?watering|yummy|appeti[sz]ing|iconic|idyllic|serene|tranquil|handsome',
    'attractive|sexy|high-quality|state-of-the-art|world-class|must-have|cutting-edge|luxurious|impressive|eye-catching',
    'magical|dreamy|whimsical|quaint|flawless|tasty|premium-quality|peaceful(?! (?:protest|demonstration|march|assembly))|unforgettable|elegant(?:ly)?|co[sz]y|sleek|vibrant|pretty (?:woman|girl|lady|flowers?|face|dress|pink|little)|awe-inspiring'
  ],
  camera: [
    'close-?up(?: (?:shot|view|photo|photograph|image|picture))? (?:shot )?of|close up(?: (?:shot|view|photo|photograph|image|picture))? of',
    '(?:wide|wide-angle|medium|long|low-angle|high-angle|aerial|drone|overhead|full|studio|candid|action|product|establishing) shot(?: of)?',
    '(?:a )?shot of (?=an? |the |two |some )|captured (?:in|from|by|at|during|on camera|with|mid-?[a-z]+|as)',
    '(?:photo|image|picture|scene|moment)s? (?:is |was |are )?captur(?:es|ed|ing)|capturing (?:the|a|an) (?:essence|beauty|moment|spirit|atmosphere)',
    'the scene (?:is|shows|captures|depicts|conveys|exudes|evokes)|photographed (?:from|against|in|with)|(?:taken|shot|viewed) from (?:a|an) (?:low|high|aerial) angle|shallow depth of field',
    'depth of field|bokeh|soft focus|(?:blurred|blurry|out-of-focus) background|background is (?:blurred|blurry|out of focus)',
    '(?:left|right|cent(?:er|re)|middle|background|foreground|top|bottom|corner|edge|side) of the (?:frame|image|photo|photograph|picture|shot)',
    'the (?:image|photo|photograph|picture) (?:is|was|shows?|has|appears|features|depicts|captures|displays|also|focuses)'
  ],
  harmless: [
    'man (?:pages?|caves?|buns?|hours?|power|hole|overboard|ray|united)|isle of man|(?:stick|straw|gingerbread|snow|lego|pac|bogey|hang|spider|iron|green|wicker|michelin) ?m[ae]n',
    '(?:boy|girl) (?:scouts?|bands?|groups?)|(?:little|big) brother watch|big brother|guy (?:wires?|ropes?|lines?|fawkes)',
    "lady['’]s slipper|lady(?:bird|bug)s?|lady fingers?|our lady|lady liberty|mother (?:of pearl|tongue|nature|ships?|lode|earth|cells?|plants?|figure)",
    "(?:mother|father)['’]?s['’]? day|father (?:christmas|time)|founding fathers|sister (?:sites?|ships?|cit(?:y|ies)|compan(?:y|ies)|projects?)",
    'daughter (?:cells?|boards?|cards?|nodes?|compan(?:y|ies))|brother (?:printers?|laser)|maiden voyage|maid of honou?r|old maid',
    'his and hers|(?:his|he|him|himself|s) ?(?:or|\\/) ?(?:hers?|she|herself|he)|(?:she|her|hers) ?(?:or|\\/) ?(?:hers?|he|him|his|himself)|pronouns?:? [a-z/ ]+',
    "(?:men|women|boys|girls|ladies|gentlemen)['’]s? (?:[a-z-]+ ){0,2}(?:rooms?|restrooms?|toilets?|bathrooms?|washrooms?|shoes?|boots?|sneakers?|sandals?|jackets?|coats?|clothing|clothes|wear|fashion|shirts?|t-shirts?|dress(?:es)?|watch(?:es)?|hats?|bikes?|teams?|race|final|finals|singles|doubles|football|basketball|soccer|tournament|championships?|league|department|section|choir|college|school|club|sizes?|perfume|bags?|razors?|rights|march|health|day|pavilion)",
    "(?:gentlemen|ladies|men|women) (?:sign|symbol|only)|(?:[a-z]+ )?man['’]s best friend|no man['’]s land",
    'happy (?:birthday|hour|new year|meal|easter|holidays|halloween|valentine|face|faces)|(?:sad|angry|happy|surprised|confused) (?:face|smiley|emoji|emoticon|face icon)s?',
    `(?:mother|father|mom|mum|mama|baby|male|female|young|old|little|brother|sister|bachelor|happy|sad|elderly|adolescent|juvenile),? (?:${breeds} ){0,2}(?:${plainAnimals})`,
    `(?:${plainAnimals}) (?:mothers?|fathers?|moms?|brothers?|sisters?|boys?|girls?|daughters?|sons?)`,
    '(?:fe)?male (?:connectors?|plugs?|sockets?|headers?|jacks?|ends?|threads?|pins?|adapters?|to)|(?:male|female)-to-[a-z]+',
    '(?:baby (?:grand|blue|pink|carrots?|shower|monitor|carriage|food|clothes|bottle|corn|spinach|buggy|stroller|shoes|seat|bump))|dutch bab(?:y|ies)',
    'people (?:carriers?|mover)|child (?:seats?|lock)|kids? (?:menu|meal|zone)|family (?:tree|car|room|home|house|name)|couple of(?! (?:people|men|women|friends|kids|children))',
    "old (?:testament|english|norse|masters?|people[’']s)|senior (?:staff|developers?|engineers?|officers?|officials?|managers?|advisors?|year|students?)",
    '(?:pre-?teen|teen) (?:titans|vogue)|best friends?|old friends?|little people|white people movers?',
    `(?:mother|father) and (?:baby|young|newborn|her|calf|cub|child|infant) (?:${plainAnimals})`,
    "(?:toddler|teen|teenage|senior|elderly|youth)(?:['’]s)? (?:sections?|beds?|rooms?|cent(?:er|re)s?|areas?|homes?|care|magazines?|fiction|books?|seats?|shoes?|clothes|toys?|sizes?|pools?|citizen cent(?:er|re)|discount)",
    '(?:restroom|toilet|bathroom|washroom) (?:sign|door|symbol)s? (?:with|showing|of|for) [^,.;]*',
    "girl with (?:a|the) pearl earring|whistler['’]s mother|(?:m[ae]n|wom[ae]n|boy|girl|male|female)(?: and (?:wom[ae]n|m[ae]n|female|male))? (?:symbol|icon|emoji|pictogram|figure)s?",
    // Statistics: "Bar chart of men and women by age".
    '(?<=(?:(?:bar|pie|line|area|column|stacked|bubble|donut) (?:chart|graph)s?|(?:age|population) pyramids?|histograms?|infographics?)(?![a-z])[^.]{0,80}(?<!(?:two|three|four|five|several|some|of young) ))(?:(?:wo)?men|(?:fe)?males?|boys|girls)',
    'american (?:football|flag)|black and white|white and black|red, white and blue'
  ],
  artworks: [
    '(?:statue|sculpture|bust|figurine|effigy|carving|bas-relief|relief|monument|mannequin|doll|puppet|painting|fresco|mosaic|engraving|tapestry|marionette|wax figure|action figure|carved figure|memorial|woodcut|etching|lithograph|icon|symbol|pictogram|emoji|(?:restroom|toilet|bathroom|washroom) sign|(?:toy|lego|carved|clay|wax|stick) figure)s?'
  ],
  shows: ['of|showing|depicting|representing|portraying|shaped like|in the shape of']
}
