import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { auditPage, type AuditSettings } from '../../src/audit/audit-page.ts'
import { noPictures } from '../../src/audit/pictures.ts'
import { actRules } from './act-cases.ts'
import { axeRules } from './axe-cases.ts'
import type { ConformanceCase, ConformanceRule } from './case.ts'

const rules = [...actRules, ...axeRules]
const page = { name: 'case.html', file: '/site/case.html' }
const settings: AuditSettings = {
  components: [],
  emptyAlt: 'auto',
  maxLength: 120,
  rules: {},
  strict: true,
  ignoreCaptions: false,
  social: false,
  pictures: noPictures
}

async function audit({ html }: ConformanceCase): Promise<{ images: string[]; problems: string[] }> {
  const document = `<!doctype html><html lang=en><title>Case</title><body>${html}</body></html>`
  const { images, problems } = await auditPage(page, document, settings)
  return {
    images: images.map(({ element, verdict }) => `${element} ${verdict}`),
    problems: problems.map(({ ruleId }) => ruleId)
  }
}

async function agrees({ problems: failures }: ConformanceRule, each: ConformanceCase): Promise<boolean> {
  const { problems } = await audit(each)
  return problems.some((ruleId) => failures.includes(ruleId)) === (each.outcome === 'failed')
}

describe.each(rules)('$rule', ({ cases }) => {
  test.each(cases)('$title', async (each) => {
    expect((await audit(each)).images).toEqual(each.images)
  })
})

test('every case has a title of its own', () => {
  const titles = rules.flatMap(({ cases }) => cases.map(({ title }) => title))
  expect(new Set(titles).size).toBe(titles.length)
})

test('at least 98 of 100 outcomes are those of the authors of the rules, and the others are explained', async () => {
  const disagreements: string[] = []
  let count = 0
  for (const rule of rules) {
    for (const each of rule.cases) {
      count++
      if (!(await agrees(rule, each))) disagreements.push(each.title)
    }
  }
  const explained = await readFile(new URL('../../../../docs/audit-conformance.md', import.meta.url), 'utf8')
  expect(disagreements.filter((title) => !explained.includes(`\`${title}\``))).toEqual([])
  expect(1 - disagreements.length / count).toBeGreaterThanOrEqual(0.98)
  expect(explained).toContain(`${count - disagreements.length} of ${count} cases`)
})
