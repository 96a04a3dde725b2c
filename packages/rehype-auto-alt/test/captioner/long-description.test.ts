import { describe, expect, it } from 'vitest'

import type { Options } from '../../src/index.ts'
import { askingSite } from './asking-site.ts'

const long = 'Sales rise from 10 million in 2023 to 40 million in 2025. The steepest rise is in 2024.'
const chart = {
  alt_text: 'Bar chart: sales rise from year to year',
  kind: 'chart',
  visible_text: '',
  confidence: 0.9,
  long_description: long
}
const options: Options = { longDescription: 'describedby' }

describe('a long description', () => {
  it('is asked for with what is drawn, stored beside the alternative, and comes with it', async () => {
    const site = await askingSite({ answer: () => chart })
    await site.picture('content/chart.png', 'red')
    const autoAlt = site.open(options)
    const [outcome] = await autoAlt.captionAll([site.use('chart.png')])
    expect(outcome).toMatchObject({ kind: 'filled', alt: chart.alt_text, description: long })
    await autoAlt.flush()
    expect(JSON.stringify(site.server.requests[0]?.body)).toContain('long_description')
    const [record] = Object.values(await site.captions())
    expect(Object.keys(record ?? {}).at(-1)).toBe('description')
    expect(record?.['description']).toBe(long)
    const [again] = await site.open({ ...options, frozen: true }).captionAll([site.use('chart.png')])
    expect(again).toMatchObject({ description: long })
  })

  it.each([
    ['without the option', {}, {}],
    ['for an image that names a link', options, { href: '/shop' }]
  ])('is not asked for %s', async (_what, given, where) => {
    const site = await askingSite({ answer: () => ({ ...chart, long_description: '' }) })
    await site.picture('content/chart.png', 'red')
    const autoAlt = site.open(given)
    await autoAlt.captionAll([site.use('chart.png', where)])
    expect(site.server.requests).toHaveLength(1)
    expect(JSON.stringify(site.server.requests[0]?.body)).not.toContain('long_description')
  })

  it.each([
    ['of another kind of picture', { kind: 'photo' }],
    ['that refuses', { long_description: 'I’m sorry, but I cannot describe this chart.' }],
    ['that is data', { long_description: '{"2023": 10, "2024": 20}' }],
    [
      'in another language',
      { long_description: 'Der Umsatz steigt von Jahr zu Jahr, am meisten in den letzten Monaten.' }
    ],
    ['that does not end', { long_description: 'Sales rise from 10 million in 2023 to nearly 40…' }],
    ['that is far too long', { long_description: `${long} `.repeat(50) }]
  ])('%s is not stored', async (_what, more) => {
    const site = await askingSite({ answer: () => ({ ...chart, ...more }) })
    await site.picture('content/chart.png', 'red')
    const autoAlt = site.open(options)
    await autoAlt.captionAll([site.use('chart.png')])
    await autoAlt.flush()
    const [record] = Object.values(await site.captions())
    expect(record?.alt).toBe(chart.alt_text)
    expect(record).not.toHaveProperty('description')
  })

  it('that is there is never overwritten, also where the alternative is asked for again', async () => {
    const site = await askingSite({
      answer: ({ number }) => ({ ...chart, alt_text: `Chart of sales, number ${number}` })
    })
    await site.picture('content/chart.png', 'red')
    const first = site.open(options)
    await first.captionAll([site.use('chart.png')])
    await first.flush()
    const [[key, record] = ['', { alt: '' }]] = Object.entries(await site.captions())
    const mine = 'What I write myself.'
    await site.write(
      'alt-text.json',
      JSON.stringify({ captions: { [key]: { ...record, description: mine } } })
    )
    const again = site.open(options, { refresh: 'generated' })
    const [outcome] = await again.captionAll([site.use('chart.png')])
    await again.flush()
    expect(outcome).toMatchObject({ alt: 'Chart of sales, number 2', description: mine })
    expect((await site.captions())[key]).toMatchObject({ alt: 'Chart of sales, number 2', description: mine })
  })
})
