import { describe, expect, it } from 'vitest'
import { styleFaults } from '../../src/rules/style/style-faults.ts'

function faults(text: string, given = ''): string[] {
  return styleFaults(text, { language: 'en', given }).map(
    ({ ruleId, words }) => `${ruleId}: ${words.join(', ')}`
  )
}

describe('guesses and praise in English are named with their words', () => {
  it.each([
    ['A man riding his horse', 'gendered-words: man, his'],
    ['Three ladies chat while a gentleman serves tea', 'gendered-words: ladies, gentleman'],
    ['A nurse checks her watch', 'gendered-words: her'],
    ['A couple with their dog, he in black and she in white', 'gendered-words: he, she'],
    ['A businessman and a waitress', 'gendered-words: businessman, waitress'],
    ["The boys' bicycles lean on a fence", 'gendered-words: boys'],
    ['A cat sleeps on his lap, a dog sits behind her', 'gendered-words: his, her'],
    ['A female firefighter on a ladder', 'gendered-words: female'],
    ['A Man riding a bus', 'gendered-words: Man'],
    ['Two bros on a sofa', 'gendered-words: bros'],
    ['A person named John Miller at a desk', 'unfounded-name: John Miller'],
    ['An elderly couple on a bench', 'guessed-age: elderly'],
    ['Young people with phones', 'guessed-age: Young'],
    ['A toddler and a teenager', 'guessed-age: toddler, teenager'],
    ['A person in their thirties at a laptop', 'guessed-age: in their thirties'],
    ['A tall, young surfer', 'guessed-age: young'],
    ['An Asian person behind a counter', 'guessed-ethnicity: Asian'],
    ['A white child and a Black child', 'guessed-ethnicity: white, Black'],
    ['A dark-skinned person with an umbrella', 'guessed-ethnicity: dark-skinned'],
    ['A happy family at a table', 'guessed-feelings: happy'],
    ['People enjoying a picnic', 'guessed-feelings: enjoying'],
    ['A child who looks sad', 'guessed-feelings: looks sad'],
    ['A stunning view of a beautiful valley', 'praise: stunning, beautiful'],
    ['A close-up shot of a flower', 'camera-talk: close-up shot of'],
    ['A car captured from below with a blurred background', 'camera-talk: captured from, blurred background'],
    ['A cat on the left side of the image', 'camera-talk: side of the image']
  ])('%j', (text, fault) => {
    expect(faults(text)).toContain(fault)
  })
})

// Each stands for a kind of false alarm: the words are there and guess nothing about a person.
const fine: Record<string, string[]> = {
  'words made of other words': [
    'A man-made lake behind a dam',
    'Manhole cover in a wet street',
    'Human skeleton in a display case',
    'Snowman with a carrot nose',
    'Yellow walkman with headphones',
    'Motherboard with two memory slots',
    'A half-man, half-horse figure on a vase'
  ],
  'set phrases': [
    'Terminal with a man page',
    'Boy band on a stage',
    'A plate of girl scout cookies',
    'Earrings of mother-of-pearl',
    'Guy wires hold up a mast',
    "Men's running shoes, side view",
    "Door of a women's locker room",
    "A poster for Mother's Day",
    'A happy birthday banner over a table',
    'A bar shows its happy hour menu',
    'Toddler bed with a guard rail',
    'Baby grand piano in a hall',
    'His or her signature goes here',
    'Dogs are man’s best friend'
  ],
  animals: [
    'A mother elephant with her calf',
    'A lioness licks her cub',
    'A dog carries his ball',
    'Queen bee among workers',
    'King penguin and its chick',
    'Female blackbird on a nest',
    'Three elephants: a male, a female and a calf',
    'A hen and her chicks',
    'Young elephants play in mud',
    'Asian elephant at a water hole',
    'Old English sheepdog on a lawn'
  ],
  things: [
    'Narrow street in the old town',
    'A young tree tied to a stake',
    'African violet in a clay pot',
    'Chinese cabbage at a market stall',
    'White shirt on a hanger',
    'Black cat on a wall',
    'French fries and a Greek salad',
    'Old wooden door with a brass handle',
    'Male USB connector beside a female one',
    'The ship on her maiden voyage'
  ],
  'works of art': [
    'Statue of a man on a horse, holding his hat',
    'Oil painting of an old man with his dog',
    'Bronze bust of a woman',
    'Restroom sign with a man and a woman',
    'Bar chart of men and women by age group'
  ],
  'what is readable': ['A cake with the words Happy Birthday', 'A folder named Assets in a list of files'],
  'what is visible': [
    'A smiling person holds a trophy',
    'A crying baby in a high chair',
    'Two people in white shirts shake hands',
    'Trees in the background, a bench in the foreground',
    'A photographer looks through a camera',
    'American football player in a red jersey'
  ],
  'what is quoted': [
    'A mug that says "World\'s best dad"',
    'Sign reading “Beautiful homes for sale”',
    'A T-shirt with the words ‘Happy man’'
  ]
}

describe.each(Object.entries(fine))('%s are no guess', (_, texts) => {
  it.each(texts)('%j', (text) => {
    expect(faults(text)).toEqual([])
  })
})

describe('what the page or the picture says may be said', () => {
  it.each([
    ['Marie Curie in her laboratory', 'In Paris, Marie Curie discovered radium.'],
    ['Marie Curie, a woman in a dark dress, at her desk', 'The life of Marie Curie'],
    ['Barack Obama speaks at his desk', 'A letter by President Barack Obama'],
    ['Marie in her kitchen', 'Every morning Marie bakes bread.'],
    ['The man behind the counter holds his hat', 'The man behind the counter'],
    ['Ferry to the Isle of Man', 'How to travel to the Isle of Man'],
    ['A beautiful garden', 'The beautiful garden behind the house'],
    ['Two young adults with helmets', 'A course for young adults']
  ])('%j where the page says %j', (text, given) => {
    expect(faults(text, given)).toEqual([])
  })

  it.each([
    ['A woman in her laboratory', 'Marie Curie discovered radium.', 'gendered-words: woman, her'],
    ['Marie Curie and a man with his hat', 'Marie Curie discovered radium.', 'gendered-words: man, his'],
    ['A man beside Marie Curie with his hat', 'Marie Curie discovered radium.', 'gendered-words: man, his'],
    ['An engineer shows his badge', 'Acme makes badges.', 'gendered-words: his'],
    ['Laboratory with her microscope', 'Our Laboratory', 'gendered-words: her'],
    ['A man at a desk', 'How to read a man page.', 'gendered-words: man'],
    ['An old person at a desk', 'The old town', 'guessed-age: old'],
    ['A woman at her desk', 'She said that her day was long.', 'gendered-words: woman, her']
  ])('but %j keeps its fault where the page says %j', (text, given, fault) => {
    expect(faults(text, given)).toContain(fault)
  })

  it('takes the text in the picture as given', () => {
    const text = 'A shirt with Beautiful people on it'
    expect(styleFaults(text, { language: 'en', visibleText: 'BEAUTIFUL PEOPLE' })).toEqual([])
  })
})
