/** Beings that are no person: dolls, figures of tales and of faiths, whose gender everybody is told. */
export const figures: readonly string[] = [
  'snow(?:man|men|woman|women)|scarecrows?|dolls?|robots?|androids?|teddy(?: bears?)?|puppets?|marionettes?|mannequins?|figurines?|nutcrackers?',
  'toy soldiers?|garden gnomes?|gnomes?|mermaids?|angels?|fair(?:y|ies)|witch(?:es)?|wizards?|dragons?|monsters?|aliens?|god|gods|goddess(?:es)?',
  'santa(?: claus)?|father christmas|saint nicholas|jesus(?: christ)?|christ|buddha|virgin mary|madonna|zeus|poseidon|athena|cupid|shiva|ganesha|krishna',
  'superman|batman|spider-?man|superwoman|catwoman|barbie|ken doll|pinocchio|snow white|cinderella|mickey mouse|minnie mouse|donald duck'
]
