/**
 * Words of one language that the rules of style look for. Each entry is a piece of a regular expression, matched
 * as a whole word and without regard to capitals.
 */
export interface StyleWords {
  /** Whether words stand apart. Japanese and Chinese write them in one. */
  readonly spaced: boolean
  /** Nouns for people, the gendered ones left out. */
  readonly people: readonly string[]
  /** Nouns that say somebody's gender. */
  readonly gendered: readonly string[]
  /** Words that say somebody's age. */
  readonly age: readonly string[]
  /** Words that say where somebody's forebears come from. */
  readonly ethnicity: readonly string[]
  /** Words that say what somebody feels. */
  readonly feelings: readonly string[]
  /** Words that are a guess only beside a noun for people: an old town is no guess. */
  readonly ofPeople: {
    readonly gender: readonly string[]
    readonly age: readonly string[]
    readonly ethnicity: readonly string[]
    readonly feelings: readonly string[]
  }
  /** Words that may stand between such a word and the noun: "young bearded man". */
  readonly between: readonly string[]
  /** What joins a noun and such a word behind it: "who is". */
  readonly copula: readonly string[]
  /** Praise and advertising. */
  readonly praise: readonly string[]
  /** Talk about the picture as a picture. */
  readonly camera: readonly string[]
  /** Animals, and words for people and of age that are right before and behind one: "mother elephant". */
  readonly animals?: {
    readonly nouns: readonly string[]
    readonly before: readonly string[]
    /** Words that may stand between one before it and the animal. */
    readonly between: readonly string[]
    readonly behind: readonly string[]
  }
  /** Set phrases in which these words are about something else. */
  readonly harmless: readonly string[]
  /** Works of art: the people in them are what an artist made of them. */
  readonly artworks: readonly string[]
  /** Words behind a work of art that lead to what it shows: "statue of". `''` where the genitive alone does. */
  readonly shows: readonly string[]
}
