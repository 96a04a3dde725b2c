/** The gender that a noun or pronoun says. */
export type Gender = 'female' | 'male'

/** A noun that says somebody's gender, and the neutral word in its place. */
export interface GenderedNoun {
  readonly gender: Gender
  /** Absent where no neutral word says the same. */
  readonly neutral?: string
}

/** Female, male and neutral words of the same meaning; a comma between words, `-` for none. */
const sets: readonly (readonly [string, string, string])[] = [
  ['woman,lady,gal,dame', 'man,guy,gentleman,dude,bloke,fella,gent,chap', 'person'],
  ['women,ladies,gals,dames', 'men,guys,gentlemen,dudes,blokes,fellas,gents,chaps', 'people'],
  ['female', 'male', 'person'],
  ['females', 'males', 'people'],
  ['girl,lass', 'boy,lad', 'child'],
  ['girls,lasses', 'boys,lads', 'children'],
  ['schoolgirl', 'schoolboy', 'schoolchild'],
  ['schoolgirls', 'schoolboys', 'schoolchildren'],
  ['mother,mom,mum,mommy,mummy,mama,momma', 'father,dad,daddy,papa', 'parent'],
  ['mothers,moms,mums,mommies,mummies', 'fathers,dads,daddies', 'parents'],
  ['grandmother,grandma,granny,nana', 'grandfather,grandpa,grandad,granddad', 'grandparent'],
  ['grandmothers,grandmas,grannies', 'grandfathers,grandpas', 'grandparents'],
  ['daughter', 'son', 'child'],
  ['daughters', 'sons', 'children'],
  ['granddaughter', 'grandson', 'grandchild'],
  ['granddaughters', 'grandsons', 'grandchildren'],
  ['sister', 'brother', 'sibling'],
  ['sisters', 'brothers', 'siblings'],
  ['wife,wifey', 'husband,hubby', 'spouse'],
  ['wives', 'husbands', 'spouses'],
  ['girlfriend', 'boyfriend', 'partner'],
  ['girlfriends', 'boyfriends', 'partners'],
  ['aunt,auntie,niece', 'uncle,nephew', 'relative'],
  ['aunts,nieces', 'uncles,nephews', 'relatives'],
  ['businesswoman', 'businessman', 'businessperson'],
  ['businesswomen', 'businessmen', 'businesspeople'],
  ['policewoman', 'policeman', 'police officer'],
  ['policewomen', 'policemen', 'police officers'],
  ['firewoman', 'fireman', 'firefighter'],
  ['firewomen', 'firemen', 'firefighters'],
  ['fisherwoman', 'fisherman', 'fisher'],
  ['fisherwomen', 'fishermen', 'fishers'],
  ['saleswoman,saleslady', 'salesman', 'salesperson'],
  ['saleswomen', 'salesmen', 'salespeople'],
  ['spokeswoman', 'spokesman', 'spokesperson'],
  ['chairwoman', 'chairman', 'chairperson'],
  ['sportswoman', 'sportsman', 'athlete'],
  ['sportswomen', 'sportsmen', 'athletes'],
  ['horsewoman', 'horseman', 'rider'],
  ['horsewomen', 'horsemen', 'riders'],
  ['servicewoman', 'serviceman', 'service member'],
  ['servicewomen', 'servicemen', 'service members'],
  ['camerawoman', 'cameraman', 'camera operator'],
  ['camerawomen', 'cameramen', 'camera operators'],
  ['waitress', 'waiter', 'server'],
  ['waitresses', 'waiters', 'servers'],
  ['stewardess,air hostess', 'steward', 'flight attendant'],
  ['stewardesses,air hostesses', 'stewards', 'flight attendants'],
  ['actress', '-', 'actor'],
  ['actresses', '-', 'actors'],
  ['hostess', '-', 'host'],
  ['hostesses', '-', 'hosts'],
  ['ballerina', '-', 'ballet dancer'],
  ['ballerinas', '-', 'ballet dancers'],
  ['-', 'mailman,postman', 'mail carrier'],
  ['-', 'mailmen,postmen', 'mail carriers'],
  ['-', 'workman', 'worker'],
  ['-', 'workmen', 'workers'],
  ['-', 'repairman,handyman', 'repairer'],
  ['-', 'repairmen', 'repairers'],
  ['craftswoman', 'craftsman', 'craftsperson'],
  ['craftswomen', 'craftsmen', 'craftspeople'],
  ['-', 'batsman', 'batter'],
  ['-', 'batsmen', 'batters'],
  ['congresswoman', 'congressman', 'member of congress'],
  ['cowgirl', 'barman,doorman,garbageman,milkman,gunman,swordsman,strongman', '-'],
  ['cowgirls', 'barmen,doormen,gunmen,delivery boy,ball boy,altar boy,bellboy,busboy,paperboy', '-'],
  [
    'ball girl,flower girl,call girl,showgirl,barmaid,landlady,maid,maiden,housewife',
    'bachelor,landlord',
    '-'
  ],
  ['mistress,heiress,seamstress,hostess,heroine,matriarch', 'patriarch,househusband', '-'],
  ['stepmother,stepmom', 'stepfather,stepdad', 'stepparent'],
  ['stepdaughter', 'stepson', 'stepchild'],
  ['stepsister', 'stepbrother', 'stepsibling'],
  ['godmother', 'godfather', 'godparent'],
  ['goddaughter', 'godson', 'godchild'],
  ['mother-in-law', 'father-in-law', 'parent-in-law'],
  ['sister-in-law,daughter-in-law,mother-to-be', 'brother-in-law,son-in-law,father-to-be', '-'],
  ['widow,spinster,damsel,madam,missus,homegirl,tomboy', 'widower,sir', '-'],
  [
    'priestess,sorceress,enchantress,huntress,governess,songstress,shepherdess,usherette,comedienne',
    '-',
    '-'
  ],
  [
    'aviatrix,dominatrix,masseuse,chanteuse,prioress,abbess,murderess,villainess,giantess,poetess',
    'masseur',
    '-'
  ],
  ['bride', 'groom,bridegroom', 'newlywed'],
  ['brides', 'grooms,bridegrooms', 'newlyweds'],
  ['sis,duchess,duchesses', 'bro,bros', '-'],
  ['fiancée,bridesmaid,bridesmaids', 'fiancé,groomsman,groomsmen,best man', '-']
]

function nouns(): Map<string, GenderedNoun> {
  const found = new Map<string, GenderedNoun>()
  for (const [female, male, neutral] of sets) {
    for (const [gender, words] of [['female', female] as const, ['male', male] as const]) {
      for (const word of words.split(',')) {
        if (word === '-' || found.has(word)) continue
        found.set(word, neutral === '-' ? { gender } : { gender, neutral })
      }
    }
  }
  return found
}

/** The nouns that say somebody's gender, singular and plural. King, queen, nun and monk are seen by dress. */
export const genderedNouns: ReadonlyMap<string, GenderedNoun> = nouns()

/** Nouns for people that say no gender. */
export const neutralNouns: readonly string[] = [
  'persons?|people|individuals?|humans?|child|children|kids?|bab(?:y|ies)|infants?|adults?|couples?|famil(?:y|ies)|friends?',
  'parents?|siblings?|players?|workers?|students?|pupils?|teachers?|professors?|doctors?|nurses?|surgeons?|scientists?',
  'engineers?|athletes?|dancers?|tourists?|travell?ers?|employees?|colleagues?|coworkers?|co-workers?|riders?|surfers?',
  'skiers?|skateboarders?|snowboarders?|cyclists?|bikers?|hikers?|climbers?|swimmers?|joggers?|farmers?|soldiers?',
  'officers?|actors?|singers?|musicians?|guitarists?|chefs?|cooks?|bakers?|customers?|shoppers?|visitors?|passengers?',
  'pedestrians?|patients?|developers?|programmers?|citizens?|residents?|volunteers?|participants?|attendees?|presenters?',
  'artists?|painters?|photographers?|construction workers?|firefighters?|presidents?|politicians?|protest[eo]rs?|crowd',
  'batters?|pitchers?|goalkeepers?|golfers?|gymnasts?|wrestlers?|boxers?|vendors?|sellers?|barbers?|clerks?|hosts?',
  'owners?|trainers?|vets?|veterinarians?|zookeepers?|handlers?|guards?|bodyguards?|drivers?|pilots?|sailors?|astronauts?',
  'runners?|walkers?|fishers?|hunters?|carpenters?|mechanics?|plumbers?|electricians?|tailors?|butchers?|jockeys?|judges?',
  'lawyers?|speakers?|reporters?|journalists?|writers?|poets?|bartenders?|servers?|cashiers?|butlers?|nann(?:y|ies)|midwi(?:fe|ves)',
  'drummers?|pianists?|violinists?|wrestlers?|opponents?|referees?|umpires?|coach(?:es)?|fans?|models?|lumberjacks?|samurai|knights?',
  'baristas?|cops?|captains?|clowns?|guests?|candidates?|leaders?|agents?|assistants?|receptionists?|secretar(?:y|ies)|managers?',
  'executives?|consultants?|inspectors?|librarians?|refugees?|prisoners?|spectators?|onlookers?|commuters?|villagers?|campers?|rowers?',
  'newlyweds?|siblings|twins|grandparents?|cowboys?|toddlers?|teenagers?|teens?|monks?|nuns?|priests?'
]

/** Animals, whose gender and age are no guess about a person. */
export const animals: readonly string[] = [
  'animals?|elephants?|cal(?:f|ves)|giraffes?|zebras?|lions?|lioness(?:es)?|tigers?|tigress|bears?|cubs?|cats?|kittens?|dogs?',
  'pupp(?:y|ies)|horses?|foals?|pon(?:y|ies)|mares?|stallions?|cows?|bulls?|cattle|sheep|ewes?|rams?|lambs?|goats?|pigs?',
  'piglets?|sows?|hens?|roosters?|chicks?|chickens?|ducks?|ducklings?|swans?|cygnets?|goose|geese|goslings?|birds?|eagles?',
  'owls?|penguins?|seals?|walrus(?:es)?|whales?|dolphins?|orcas?|monkeys?|apes?|gorillas?|chimpanzees?|orangutans?',
  'baboons?|kangaroos?|joeys?|koalas?|pandas?|deer|does?|fawns?|stags?|fox(?:es)?|wolf|wolves|rabbits?|bunn(?:y|ies)',
  'squirrels?|mouse|mice|rats?|hamsters?|otters?|hippos?|hippopotamus|rhinos?|rhinoceros|bees?|spiders?|snakes?|turtles?',
  'tortoises?|crocodiles?|alligators?|fish|salmon|sharks?|peacocks?|peahens?|turkeys?|llamas?|alpacas?|camels?|donkeys?',
  'moose|elks?|bison|buffalos?|antelopes?|gazelles?|cheetahs?|leopards?|jaguars?|panthers?|hyenas?|meerkats?|raccoons?',
  'ostrich(?:es)?|flamingos?|pelicans?|parrots?|pigeons?|doves?|storks?|cranes?|robins?|sparrows?|frogs?|butterfl(?:y|ies)',
  'lizards?|retrievers?|terriers?|poodles?|collies?|shepherd dogs?|pets?|herd|flock|ships?|vessels?|sailboats?|boats?'
]
