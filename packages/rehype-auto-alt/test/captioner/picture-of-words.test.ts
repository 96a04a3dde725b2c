import { describe, expect, it } from 'vitest'

import { askingSite } from './asking-site.ts'

interface Shown {
  readonly alt_text: string
  readonly visible_text: string
  readonly kind?: string
}

async function captionOf({ alt_text, kind = 'text', visible_text }: Shown, href?: string) {
  const site = await askingSite({ answer: () => ({ alt_text, kind, visible_text, confidence: 0.9 }) })
  await site.picture('content/sign.png', 'yellow')
  const [outcome] = await site
    .open({ publish: 'all' })
    .captionAll([site.use('sign.png', href === undefined ? {} : { href })])
  return { outcome, requests: site.server.chats.length }
}

describe('a picture of words', () => {
  it('gets the words, not what is said about them', async () => {
    const { outcome, requests } = await captionOf({
      alt_text: 'A yellow sign with black letters',
      visible_text: 'Closed on Mondays\nfrom October'
    })
    expect(outcome).toMatchObject({ alt: 'Closed on Mondays from October', problems: [] })
    expect(requests).toBe(1)
  })

  it('gets what the model made of them, where that is the same but for letter case', async () => {
    const { outcome } = await captionOf({ alt_text: 'Closed on Mondays', visible_text: 'CLOSED ON MONDAYS' })
    expect(outcome).toMatchObject({ alt: 'Closed on Mondays' })
  })

  it('is shortened at a sentence and flagged, without asking for words that nobody can shorten', async () => {
    const first = 'The harbour office is closed on Mondays from October until the end of March.'
    const { outcome, requests } = await captionOf({
      alt_text: 'A sign with opening hours',
      visible_text: `${first} In urgent cases please ring the bell at the side entrance of the main building.`
    })
    expect(outcome).toMatchObject({ alt: first.slice(0, -1), problems: ['needs-review'] })
    expect(requests).toBe(1)
  })

  it('is not asked about again where the model gives nothing but too many words', async () => {
    const words =
      'The harbour office is closed on Mondays from October until the end of March. In urgent cases ring the bell at the side entrance.'
    const { outcome, requests } = await captionOf({ alt_text: words, visible_text: words.toUpperCase() })
    expect(outcome).toMatchObject({ problems: ['needs-review'] })
    expect(requests).toBe(1)
  })

  it('that is no picture of words keeps its description', async () => {
    const photo = { alt_text: 'A ferry at the quay', visible_text: 'MS Seagull', kind: 'photo' }
    expect((await captionOf(photo)).outcome).toMatchObject({ alt: 'A ferry at the quay' })
  })

  it('whose words are none keeps its description', async () => {
    const numbers = { alt_text: 'A ticket number on a yellow slip', visible_text: '4711' }
    expect((await captionOf(numbers)).outcome).toMatchObject({ alt: 'A ticket number on a yellow slip' })
  })

  it('that names a link may say more, as long as its words are in it', async () => {
    const inside = { alt_text: 'Timetable: all departures from Kiel', visible_text: 'Timetable' }
    expect((await captionOf(inside, '/ferries')).outcome).toMatchObject({ alt: inside.alt_text })
    const beside = { alt_text: 'All departures from Kiel', visible_text: 'Time table' }
    expect((await captionOf(beside, '/ferries')).outcome).toMatchObject({ alt: 'Time table' })
  })
})
