import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleUrl, type RuleId } from '../../src/rules/rule-id.ts'
import { repository } from './linted-copy.ts'

const pages = join(repository, 'docs/rules')

// The ids are a type and gone at run time: they are read where they are written.
const source = readFileSync(join(repository, 'packages/rehype-auto-alt/src/rules/rule-id.ts'), 'utf8')
const ruleIds = [...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(([, id]) => id as RuleId)

describe('Every rule has a page that explains it', () => {
  test('the rules are found', () => {
    expect(ruleIds).toContain('missing-alt')
    expect(ruleIds).toContain('decorative-proposal')
    expect(ruleIds).toContain('gendered-words')
  })

  test.each(ruleIds)('%s', (ruleId) => {
    const path = join(pages, `${ruleId}.md`)
    expect(existsSync(path), `docs/rules/${ruleId}.md is missing`).toBe(true)
    const page = readFileSync(path, 'utf8')
    expect(page.split('\n')[0]).toBe(`# ${ruleId}`)
    expect(headingsOf(page)).toEqual(['What it means', 'Wrong', 'Right', 'How to fix'])
    for (const part of partsOf(page)) expect(part.trim()).not.toBe('')
    expect(exampleOf(page, 'Wrong')).not.toBe(exampleOf(page, 'Right'))
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
  })

  test.each(ruleIds)('messages about %s link to its page', (ruleId) => {
    expect(ruleUrl(ruleId)).toMatch(new RegExp(`/docs/rules/${ruleId}\\.md$`))
  })

  test('no page is left of a rule that is gone', () => {
    const names = readdirSync(pages).map((name) => name.replace(/\.md$/, ''))
    expect(names.filter((name) => name !== 'README').toSorted()).toEqual(ruleIds.toSorted())
  })
})

function headingsOf(page: string): string[] {
  return [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)
}

function partsOf(page: string): string[] {
  return page.split(/^## .+$/m).slice(1)
}

function exampleOf(page: string, heading: string): string {
  const example = new RegExp(`^## ${heading}$[\\s\\S]*?^\`\`\`\\w+$([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1]
  expect(example, `no example under "${heading}"`).toBeDefined()
  return example ?? ''
}
