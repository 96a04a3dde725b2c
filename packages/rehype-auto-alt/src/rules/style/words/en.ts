import { animals, genderedNouns, neutralNouns } from './english-people.ts'
import { genderedCompounds } from './gendered-compounds.ts'
import type { StyleWords } from './style-words.ts'

const nounsOfPeople = [...genderedNouns.keys()].filter((noun) => !/^(?:fe)?male$/u.test(noun))

/** A word of what is read on a sign, up to where the picture goes on. */
const readWord =
  '(?!(?:and|with|while|on|in|at|by|next|behind|beside|near|under|above|from|for|over|held|hung|holding|wearing|is|are|as|an?)(?![a-z]))[^\\s.,;]+'
/** Goods that are sold by gender. */
const goods =
  'gifts?|presents?|perfumes?|colognes?|fragrances?|watch(?:es)?|shoes?|boots?|sneakers?|sandals?|heels?|toys?|clothes|clothing|fashion|outfits?|(?:hair)?styles?|(?:hair)?cuts?|bikes?|bicycles?|jackets?|coats?|hats?|bags?|wallets?|jeans|shirts?|dress(?:es)?|shorts|socks|gloves|made|magazines?|products?|razors?|vitamins?|rings?|jewell?ery|costumes?|section|restrooms?|toilets?'

export const english: StyleWords = {
  spaced: true,
  people: neutralNouns,
  gendered: [
    ...nounsOfPeople,
    genderedCompounds,
    '(?:fe)?male(?= (?:[a-z]{2,}(?:er|or|ist|ian|ee)|model|figure|silhouette|subject|character|body|torso|face|voice|hand|nude|warrior|form)s?(?![a-z]))',
    "(?<=(?<![a-z])(?:an?|the|one|two|three) )(?:brunettes?|blondes?)(?= (?:in|with|on|at|is|are|looking|wearing|holding|sitting|standing|sits|stands|holds|wears|who)(?![a-z])|['’]s |[.,;]|$)",
    'chicks?(?= (?:in|wearing) (?:an? |the |her )?(?:[a-z]+ )?(?:bikinis?|dress(?:es)?|skirts?|heels|jeans|shorts|sunglasses|hats?)(?![a-z]))',
    '(?<=(?<![a-z])(?:an?|one|the|another|young|adult|elderly|asian|black|white) )(?:fe)?male(?= (?:in|on|at|with|wearing|holding|standing|sitting|is|was|who|whose|and|near|next|has|looking|walking|riding|playing|running|jumping|sits|stands|walks|holds|wears|smiles|looks|rides|plays|runs|talks|speaks)(?![a-z])|[.,;]|$)'
  ],
  age: [
    'elderly|middle[- ]?aged|teenaged?|teenagers?|teens?|toddlers?|adolescents?|preschoolers?|tweens?|octogenarians?|youngsters?',
    'senior citizens?|pensioners?|youths|in (?:his|her|their) (?:early |mid-?|late )?(?:teens|\\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties)',
    '(?:about |around |approximately |aged? |of about )+(?:\\d{1,2}|three|four|five|six|seven|eight|nine|ten|twelve)(?: years? old| years?)?(?= (?:in|on|with|at|is|are|who|and|plays?|sits?)(?![a-z])|[.,;]|$)|(?<=(?<![a-z])(?:an?|two|three|the) )(?:[1-9]?\\d|two|three|four|five|six|seven|eight|nine|ten|twelve)-years?-olds?(?= (?:in|on|with|at|is|are|who|and|plays?|sits?|stands?|rides?|holds?|playing|sitting|holding|wearing)(?![a-z])|[.,;]|$)'
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
      '(?:[1-9]?\\d|two|three|four|five|six|seven|eight|nine|ten|twelve)[- ]years?[- ]old|youthful|young|younger|old|older|aged|little|ageing|aging|senior|juvenile|adolescent'
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
  animals: {
    nouns: animals,
    before: [
      'mother|father|mom|momma|mum|mama|papa|baby|male|female|young|old|little|brother|sister|bachelor|happy|sad|elderly|adolescent|juvenile|(?:mother|father) and (?:baby|young|newborn|her|calf|cub|child|infant)'
    ],
    between: [
      'african|asian|indian|polar|grizzly|brown|black|white|grey|gray|wild|fluffy|small|large|big|bengal|siberian|snow|sea|farm|humpback|killer|emperor|king|golden|labrador|border|orange|tabby|spotted|striped|and'
    ],
    behind: ['mothers?|fathers?|moms?|brothers?|sisters?|boys?|girls?|daughters?|sons?']
  },
  harmless: [
    'man bag(?!s)|man (?:pages?|caves?|buns?|hours?|power|hole|overboard|ray|united)|isle of man|(?:stick|straw|gingerbread|snow|lego|pac|bogey|hang|spider|iron|green|wicker|michelin) ?m[ae]n',
    '(?:boy|girl) (?:scouts?|bands?|groups?)|(?:little|big) brother watch|big brother|guy (?:wires?|ropes?|lines?|fawkes)',
    "lady['’]s slipper|lady(?:bird|bug)s?|lady fingers?|our lady|lady liberty|mother (?:of pearl|tongue|nature|ships?|lode|earth|cells?|plants?|figure)",
    "(?:mother|father)['’]?s['’]? day|father (?:christmas|time)|founding fathers|sister (?:sites?|ships?|cit(?:y|ies)|compan(?:y|ies)|projects?)",
    'daughter (?:cells?|boards?|cards?|nodes?|compan(?:y|ies))|brother (?:printers?|laser)|maiden voyage|maid of honou?r|old maid',
    'his and hers?(?= [a-z])|his and hers|(?:his|he|him|himself|s) ?(?:or|\\/) ?(?:hers?|she|herself|he)|(?:she|her|hers) ?(?:or|\\/) ?(?:hers?|he|him|his|himself)|pronouns?:? [a-z/ ]+',
    "(?:(?:men|women|boys|girls|ladies|gents)['’]?s? (?:and|&|or) )?(?:men|women|boys|girls|ladies|gentlemen)['’]s? (?:[a-z-]+ ){0,2}(?:rooms?|restrooms?|toilets?|bathrooms?|washrooms?|shoes?|boots?|sneakers?|sandals?|jackets?|coats?|hood(?:ie|y)s?|sweat(?:ers?|shirts?|pants)|jeans|shorts|pants|trousers|leggings|socks|gloves|swim(?:wear|suits?)|underwear|scarf|scarves|belts?|wallets?|ties?|rings?|shelters?|razors?|jerseys?|cologne|deodorant|clothing|clothes|wear|fashion|shirts?|t-shirts?|dress(?:es)?|watch(?:es)?|hats?|bikes?|teams?|race|final|finals|singles|doubles|football|basketball|soccer|tournament|championships?|league|department|section|choir|college|school|club|sizes?|perfume|(?:hand)?bags?|razors?|rights|march|health|day|pavilion)",
    "(?:gentlemen|ladies|men|women) (?:sign|symbol|only)|(?:[a-z]+ )?man['’]s best friend|no man['’]s land",
    'happy (?:birthday|hour|new year|meal|easter|holidays|halloween|valentine|face|faces)|(?:sad|angry|happy|surprised|confused) (?:face|smiley|emoji|emoticon|face icon)s?',
    '(?:fe)?male (?:connectors?|plugs?|sockets?|headers?|jacks?|ends?|threads?|pins?|adapters?|to)|(?:male|female)-to-[a-z]+',
    '(?:baby (?:grand|blue|pink|carrots?|shower|monitor|carriage|food|clothes|bottle|corn|spinach|buggy|stroller|shoes|seat|bump))|dutch bab(?:y|ies)',
    'people (?:carriers?|mover)|child (?:seats?|lock)|kids? (?:menu|meal|zone)|family (?:tree|car|room|home|house|name)|couple of(?! (?:people|men|women|friends|kids|children))',
    "old (?:testament|english|norse|masters?|people[’']s)|senior (?:staff|developers?|engineers?|officers?|officials?|managers?|advisors?|year|students?)",
    '(?:pre-?teen|teen) (?:titans|vogue)|best friends?|old friends?|little people|white people movers?',
    "(?:toddler|teen|teenage|senior|elderly|youth)(?:['’]s)? (?:sections?|beds?|rooms?|cent(?:er|re)s?|areas?|homes?|care|magazines?|fiction|books?|seats?|shoes?|clothes|toys?|sizes?|pools?|citizen cent(?:er|re)|discount)",
    '(?:restroom|toilet|bathroom|washroom) (?:sign|door|symbol)s? (?:with|showing|of|for) [^,.;]*',
    "girl with (?:a|the) pearl earring|whistler['’]s mother|(?:m[ae]n|wom[ae]n|boy|girl|male|female)(?: and (?:wom[ae]n|m[ae]n|female|male))? (?:symbol|icon|emoji|pictogram)s?|(?:wo)?man figures?|stick figures?",
    // Statistics: "Bar chart of men and women by age".
    '(?<=(?:(?:bar|pie|line|area|column|stacked|bubble|donut) (?:chart|graph)s?|(?:age|population) pyramids?|histograms?|infographics?)(?![a-z])[^.]{0,80}(?<!(?:two|three|four|five|several|some|of young) ))(?:(?:wo)?men|(?:fe)?males?|boys|girls)',
    // What the thing says, where nothing stands in quotation marks.
    `(?:(?:that|which) (?:says?|reads?)|(?:signs?|shirt|t-shirt|mug|banner|poster|board|sticker|card|hat|cap|label) (?:saying|reading|says|reads)|labell?ed|the words?|the text|the inscription|the slogan)(?: ${readWord}){1,5}`,
    'text on [^:.]{1,30}: [^.]*',
    "(?:mens|womens) (?:[a-z-]+ ){0,2}(?:shoes?|boots?|sneakers?|jackets?|coats?|jeans|shorts|t-shirts?|shirts?|dress(?:es)?|watch(?:es)?|hats?|clothing|wear)|(?:boys|girls|ladies|gents|men|women) (?:t-shirts?|shirts?|shoes|sneakers|boots|sandals|jackets?|hoodies?|jeans|shorts|handbags?|toilets?|restrooms?|swimwear)|(?:wo)?man['’]s (?:health|basketball|soccer|team)",
    `(?:boyfriend|girlfriend|mom|mum|dad) (?:jeans|shirts?|blazers?|shorts|caps?|hats?|shoes|fit|jokes?)|girl power|grandfather clocks?|granny (?:squares?|smith)|grandma['’]s cookies|daddy[- ]?long[- ]?legs|(?:nanny|billy) goats?`,
    `old man and the sea|gentlem[ae]n['’]s clubs?|huntsman spiders?|mr\\.? coffee|king charles|gay (?:men['’]s )?(?:pride|choir)|bachelor(?:ette)? (?:part(?:y|ies)|degrees?|of (?:arts|science))|freshman (?:class|year|dorm)|one-man (?:band|show)|ladies (?:bikes?|bicycles?|night|toilets?)|ladies['’] night`,
    `(?:ladies and gentlemen|men and women|boys and girls)['’]?s? (?:signs?|toilets?|restrooms?|only)|^(?:gentlem[ae]n|lady|ladies|man|woman)['’]s? (?:[a-z]+ ){0,2}(?:watch(?:es)?|gloves?|hats?|coats?|shoes?|boots?|suits?|bicycles?|rings?|bags?)`,
    `(?:${goods})(?: [a-z]+)? for (?:men|women|boys|girls|ladies|gentlemen)(?! [a-z]+ing)|^(?:an? |the )?(?:${goods}) for (?:him|her)`,
    'american (?:football|flag)|black and white|white and black|red, white and blue'
  ],
  artworks: [
    '(?:statue|sculpture|bust|figurine|effigy|carving|bas-relief|relief|monument|mannequin|doll|puppet|painting|fresco|mosaic|engraving|tapestry|marionette|wax figure|action figure|carved figure|memorial|woodcut|etching|lithograph|icon|symbol|pictogram|emoji|(?:restroom|toilet|bathroom|washroom) sign|(?:toy|lego|carved|clay|wax|stick) figure)s?'
  ],
  shows: ['of|showing|depicting|representing|portraying|shaped like|in the shape of']
}
