/**
 * Compounds that end like "fireman" and "cowgirl" and are none: words, surnames of heroes, things. Cowboys are seen by
 * their dress.
 */
const noCompounds =
  '(?:hu|ger|ro|nor|otto|cai|cay|talis|sha|turko|mussul|brah|speci|abdo|acu|regi|sta|se|hy|ye|cycla|bitu|dol|fora|lu|ru|nu|' +
  'albu|fla|ceru|ra|des|het|fir|to|dober|pull|snow|super|bat|spider|iron|aqua|ant|walk|hang|bogey|boogey|pac|mega|mer|catwo|he)m[ae]ns?' +
  '|(?:super|bat|cat|wonder|snow)wom[ae]n|super(?:girl|boy)s?|(?:tall|high|low|play|game|dough|haut|cow|fat)boys?|mala(?:dy|dies)'

/** "anchorman", "salesgirl", "landlady": whatever else says a gender at its end. */
export const genderedCompounds: string = `(?!(?:${noCompounds})(?![a-z]))[a-z]{2,}(?:wom[ae]n|m[ae]n|girls?|boys?|lady|ladies)`
