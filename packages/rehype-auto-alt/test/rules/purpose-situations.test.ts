import { expect, describe, test } from 'vitest'

import { userText } from '../../src/providers/prompt/user-text.ts'
import { decisionsFor, requestOf, usesIn } from './situation.ts'

/** A situation: what it is, the piece of the page, and what is done about each image in it. */
type Situation = readonly [what: string, page: string, ...decisions: string[]]

/** They show something: a model describes them, and is told what stands around them. */
const informative: Situation[] = [
  ['a picture on its own', '<p><img src="dog.jpg"></p>', 'informative'],
  [
    'a label beside a short text',
    '<p><img src="phone.png"> 0123 456 7890</p>',
    'informative; after “0123 456 7890”'
  ],
  [
    'a picture that adds to the text',
    '<p>Off-duty dogs wear no harness.</p><p><img src="dog.jpg"></p>',
    'informative; before “Off-duty dogs wear no harness.”'
  ],
  [
    'instructions without words',
    '<ol><li>Turn the cap.</li><li><img src="turn-cap.png"></li></ol>',
    'informative; before “Turn the cap.”'
  ],
  [
    'an impression',
    '<h2>Our spirit</h2><p><img src="family.jpg"></p><p>We are there for you.</p>',
    'informative; heading “Our spirit”; after “We are there for you.”'
  ],
  [
    'the format of a file',
    '<p><a href="/report">Annual report</a> <img src="pdf.png"></p>',
    'informative; before “Annual report”'
  ],
  [
    'a figure with a caption',
    '<figure><img src="chart.png"><figcaption>Sales in 2025</figcaption></figure>',
    'informative; beside “Sales in 2025”; caption “Sales in 2025”'
  ],
  ['a picture of words', '<h1><img src="we-are-open.png"></h1>', 'informative'],
  [
    'a chart with its data below',
    '<h2>Visitors</h2><p><img src="visitors.png"></p><table><tr><td>May<td>120</table>',
    'informative; heading “Visitors”; after “May”'
  ],
  [
    'a picture of a product',
    '<h2>Leather backpack</h2><img src="backpack.jpg"><p>35 litres, red.</p>',
    'informative; heading “Leather backpack”; after “35 litres, red.”'
  ],
  [
    'a map with places on it',
    '<img src="map.png" usemap="#m"><map name="m"><area href="/a" alt="North"></map>',
    'informative'
  ],
  ['an avatar beside a name', '<p><img src="ada.jpg"> Ada Brown</p>', 'informative; after “Ada Brown”'],
  ['a picture in a table', '<table><tr><td><img src="red.png"><td>Red</table>', 'informative; after “Red”'],
  [
    'a picture in Markdown',
    '# Trip\n\nWe left early.\n\n![](dunes.jpg)\n\nThe wind was strong.\n',
    'informative; heading “Trip”; before “We left early.”; after “The wind was strong.”'
  ],
  [
    'a picture by reference',
    'See ![][dunes] here.\n\n[dunes]: dunes.jpg\n',
    'informative; before “See”; after “here.”'
  ]
]

/** Nobody is asked about them, and nothing is written. */
const decorative: Situation[] = [
  ['a border', '<p><img src="line.png" alt=""></p>', 'decorative'],
  ['an atmosphere, by role', '<img src="sky.jpg" role="presentation">', 'decorative'],
  ['an icon that is hidden', '<a href="/shop">Shop <img src="arrow.svg" aria-hidden="true"></a>', 'hidden'],
  ['a pixel that counts', '<img src="pixel.gif" width="1" height="1">', 'too small to show anything'],
  ['one that its author keeps to himself', '<div data-auto-alt="off"><img src="x.png"></div>', 'left alone'],
  [
    'part of a picture of parts',
    '<div role="img" aria-label="4 of 5"><img src="star.png"><img src="star.png"></div>',
    'hidden',
    'hidden'
  ]
]

/** They name a link or a button, or stand beside what names it. */
const functional: Situation[] = [
  [
    'a logo that leads home',
    '<a href="/"><img src="logo.svg"></a>',
    'named without asking: Acme – Tools for makers'
  ],
  [
    'a logo beside the name of its owner',
    '<a href="/"><img src="logo.svg"> Acme</a>',
    'informative; beside “Acme”; after “Acme”'
  ],
  [
    'an icon beside words in a link',
    '<a href="/cart"><img src="cart.svg"> Cart</a>',
    'informative; beside “Cart”; after “Cart”'
  ],
  [
    'an icon that is all of a link',
    '<a href="/print/this-page"><img src="printer.svg"></a>',
    'link; to “/print/this-page”; in words “this page”'
  ],
  [
    'an icon in a link with a label',
    '<a href="/cart" aria-label="Cart"><img src="cart.svg"></a>',
    'informative'
  ],
  ['a button', '<form action="/search"><button type="submit"><img src="lens.svg"></button></form>', 'button'],
  [
    'a button that the code names',
    '<button id="site-searchToggle"><img src="lens.svg"></button>',
    'button; in code “site search”'
  ],
  [
    'a button with words',
    '<button><img src="lens.svg"> Search</button>',
    'informative; beside “Search”; after “Search”'
  ],
  ['a link that opens a menu', '<a href="#menu"><img src="menu.svg"></a>', 'button; in code “menu”'],
  [
    'a summary that unfolds',
    '<details><summary><img src="more.svg"></summary>Words</details>',
    'button; after “Words”'
  ],
  [
    'the card of a post',
    '<article><a href="first.html"><img src="year.jpg"></a><h2><a href="first.html">Our first year</a></h2></article>',
    'named without asking: Our first year'
  ],
  [
    'a card that is one link',
    '<a href="/blog/first"><img src="year.jpg"><h2>Our first year</h2><p>Much rain</p></a>',
    'informative; beside “Our first year Much rain”'
  ],
  [
    'a product that leads to its page',
    '<li><a href="/shop/backpack?from=list"><img src="backpack.jpg"></a> 89 €</li>',
    'named without asking: Leather backpack'
  ],
  [
    'a small picture that leads to a large one',
    '<a href="large/dunes.jpg"><img src="small/dunes.jpg"></a>',
    'informative'
  ],
  [
    'an icon of a network',
    '<a href="https://github.com/acme/makers-tools"><img src="github.svg"></a>',
    'link; to “https://github.com/acme/makers-tools”; in words “github.com, acme, makers tools”'
  ],
  [
    'an icon of a network beside its name',
    '<a href="https://social.example/@acme"><img src="social.svg"> @acme</a>',
    'informative; beside “@acme”; after “@acme”'
  ],
  [
    'a flag that leads to a language',
    '<ul><li><a href="/de/"><img src="de.svg"></a></li></ul>',
    'link; to “/de”'
  ],
  [
    'a flag beside a language',
    '<a href="/de/" lang="de"><img src="de.svg"> Deutsch</a>',
    'informative; beside “Deutsch”; after “Deutsch”'
  ],
  [
    'a house at the start of a path',
    '<nav><a href="/"><img src="house.svg"></a> › <a href="/shop">Shop</a></nav>',
    'named without asking: Acme – Tools for makers'
  ],
  [
    'an avatar that leads to a person',
    '<a href="../team/ada/"><img src="ada.jpg"></a> <a href="../team/ada/">Ada Brown</a>',
    'named without asking: Ada Brown'
  ],
  [
    'a badge in Markdown',
    '[![](badge.svg)](https://ci.example/acme/build)\n',
    'link; to “https://ci.example/acme/build”; in words “ci.example, acme, build”'
  ],
  [
    'a link by reference in Markdown',
    '[![][logo]][home]\n\n[logo]: logo.svg\n[home]: /\n',
    'named without asking: Acme – Tools for makers'
  ],
  [
    'an icon to write a mail',
    '<a href="mailto:desk@acme.example?subject=Hello"><img src="mail.svg"></a>',
    'named without asking: desk@acme.example'
  ],
  [
    'an icon to call',
    '<a href="tel:+49-30-123456"><img src="phone.svg"></a>',
    'named without asking: +49-30-123456'
  ],
  [
    'a file to download',
    '<a href="/files/price-list_2025.pdf"><img src="pdf.svg"></a>',
    'link; to “/files/price-list_2025.pdf”; in words “price list 2025”'
  ],
  [
    'a download of the page itself',
    '<a href="page.html?print"><img src="printer.svg"></a>',
    'link; to “/blog/page”; in words “page”'
  ],
  [
    'an arrow to the next page',
    '<a href="/blog?page=2" rel="next"><img src="arrow.svg"></a>',
    'link; to “/blog”'
  ]
]

/** Several pictures, of which one may speak for all. */
const groups: Situation[] = [
  [
    'a rating in five equal stars',
    '<p>Our guests say: <img src="star.png"><img src="star.png"><img src="star.png"></p>',
    'informative; before “Our guests say:”',
    'silent: the first of its row, which is missing, speaks for it',
    'silent: the first of its row, which is missing, speaks for it'
  ],
  [
    'a rating of which the author told the first',
    '<p><img src="s.png" alt="3 of 5"><img src="s.png"><img src="s.png"></p>',
    'named by its author: 3 of 5',
    'silent: the first of its row, which is named, speaks for it',
    'silent: the first of its row, which is named, speaks for it'
  ],
  [
    'a rating with other stars at the end',
    '<p><img src="full.png"><img src="half.png"><img src="empty.png"></p>',
    'informative',
    'informative',
    'informative'
  ],
  [
    'a collection with a caption',
    '<figure><img src="a.jpg"><img src="b.jpg"><figcaption>The castle through time</figcaption></figure>',
    'informative; beside “The castle through time”; caption “The castle through time”',
    'informative; beside “The castle through time”; caption “The castle through time”'
  ],
  [
    'pictures for light and dark in a link',
    '<a href="/"><img src="light.png"><img src="dark.png"></a>',
    'named without asking: Acme – Tools for makers',
    'informative'
  ],
  [
    'a picture in several sizes',
    '<picture><source srcset="wide.avif"><img src="small.jpg"></picture>',
    'informative'
  ]
]

describe('an image that shows something', () => {
  test.each(informative)('%s', async (_, page, ...decisions) => {
    expect(await decisionsFor(page)).toEqual(decisions)
  })
})

describe('an image that is not to be heard of', () => {
  test.each(decorative)('%s', async (_, page, ...decisions) => {
    expect(await decisionsFor(page)).toEqual(decisions)
  })
})

describe('an image in a link or button', () => {
  test.each(functional)('%s', async (_, page, ...decisions) => {
    expect(await decisionsFor(page)).toEqual(decisions)
  })
})

describe('several images that belong together', () => {
  test.each(groups)('%s', async (_, page, ...decisions) => {
    expect(await decisionsFor(page)).toEqual(decisions)
  })
})

test('what a model is told of a badge that leads to another site', async () => {
  const [use] = await usesIn('# Acme\n\n[![](badge.svg)](https://ci.example/acme/build)\n')
  const request = use && (await requestOf(use))
  expect(typeof request === 'object' ? userText(request) : request).toMatchInlineSnapshot(`
    "This picture is the only content of a link. Write a text alternative that says in plain words where the link leads, and gives no address; name the picture itself only as far as that helps. It is not decorative.

    Text from the page:
    <page-text>
    Link target: https://ci.example/acme/build
    Link target in words: ci.example, acme, build
    Page title: Acme
    </page-text>

    Answer with the JSON object."
  `)
})
