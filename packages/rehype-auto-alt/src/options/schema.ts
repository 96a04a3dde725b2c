import * as v from 'valibot'

import { OptionError } from '../errors/option-error.ts'
import { auditRuleIds } from '../rules/findings/audit-rules.ts'
import { reduceLanguage } from '../rules/language.ts'
import type { Options } from './options.ts'

const strings = v.array(v.string())
const positive = v.pipe(v.number(), v.minValue(0))
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each option takes, in words for messages. */
const takes: Readonly<Record<string, string>> = {
  root: 'a path',
  publicDir: 'a path or a list of paths',
  roots: 'a list of paths',
  base: "a URL prefix that begins with '/'",
  captions: 'a path, a Keyv instance or a Keyv storage adapter',
  provider: "a preset name, 'preset:model', a provider object, a list of these, 'auto' or false",
  model: 'a model id',
  baseURL: 'an http or https URL',
  apiKey: 'a key',
  billTo: 'the name of an organisation on Hugging Face',
  stream: 'true or false',
  frozen: 'true or false',
  publish: "'clean', 'approved' or 'all'",
  maxLength: 'a whole number from 20 to 1000',
  fullStop: 'true or false',
  emptyAlt: "'auto', 'decorative' or 'missing'",
  decorative: "'propose' or 'accept'",
  language: 'a BCP 47 language tag such as "en" or "pt-BR"',
  context: 'true or false',
  voice: 'true or false',
  verify: "true, false, a preset name, 'preset:model' or a provider object",
  contextKey: "'image' or 'page'",
  onMissing: "'warn', 'error' or 'ignore'",
  include: 'a list of globs',
  exclude: 'a list of globs',
  components: 'a list of component names',
  remote: '{ allow: hosts, private: host:port pairs }',
  ocr: 'true, false or { languages: a list of languages, confidence: a number from 0 to 1 }',
  localOnly: 'true or false',
  budget: '{ requests: number, tokens: number, usd: number }',
  prices: "{ 'preset:model': { input: number, output: number } }, US dollars for a million tokens",
  batch: "{ api: 'files' or 'groups', baseURL: an http or https URL }",
  concurrency: 'a whole number from 1 to 64',
  retries: 'a whole number from 0 to 10',
  provenance: 'true or false',
  social: 'true or false',
  longDescription: "'describedby', 'details' or false",
  prompt: 'a text, or a function of the image use',
  dev: "'stored', 'generate', false or { mode: 'stored' or 'generate', lan: true or false }",
  ssr: 'true or false',
  rules: `{ rule: 'off', 'warn' or 'error' }, with the rules ${auditRuleIds.join(', ')}`,
  config: 'true or false'
}

const provider = v.union([
  v.string(),
  v.literal(false),
  v.custom<object>(isObject),
  v.array(v.union([v.string(), v.custom<object>(isObject)]))
])

const ruleLevel = v.optional(v.picklist(['off', 'warn', 'error']))

const devMode = v.picklist(['stored', 'generate'])

const address = v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/iu)))

const schema = v.strictObject({
  root: v.optional(v.string()),
  publicDir: v.optional(v.union([v.string(), strings])),
  roots: v.optional(strings),
  base: v.optional(v.pipe(v.string(), v.startsWith('/'))),
  captions: v.optional(v.union([v.pipe(v.string(), v.nonEmpty()), v.custom<object>(isObject)])),
  provider: v.optional(provider),
  model: v.optional(v.pipe(v.string(), v.nonEmpty())),
  baseURL: address,
  apiKey: v.optional(v.string()),
  billTo: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/u))),
  stream: v.optional(v.boolean()),
  frozen: v.optional(v.boolean()),
  publish: v.optional(v.picklist(['clean', 'approved', 'all'])),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(1000))),
  fullStop: v.optional(v.boolean()),
  emptyAlt: v.optional(v.picklist(['auto', 'decorative', 'missing'])),
  decorative: v.optional(v.picklist(['propose', 'accept'])),
  language: v.optional(
    v.pipe(
      v.string(),
      v.check((tag) => reduceLanguage(tag) !== undefined)
    )
  ),
  context: v.optional(v.boolean()),
  voice: v.optional(v.boolean()),
  verify: v.optional(v.union([v.boolean(), v.pipe(v.string(), v.nonEmpty()), v.custom<object>(isObject)])),
  contextKey: v.optional(v.picklist(['image', 'page'])),
  onMissing: v.optional(v.picklist(['warn', 'error', 'ignore'])),
  include: v.optional(strings),
  exclude: v.optional(strings),
  components: v.optional(strings),
  remote: v.optional(v.strictObject({ allow: v.optional(strings), private: v.optional(strings) })),
  ocr: v.optional(
    v.union([
      v.boolean(),
      v.strictObject({
        languages: v.optional(v.pipe(strings, v.minLength(1))),
        confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
      })
    ])
  ),
  localOnly: v.optional(v.boolean()),
  budget: v.optional(
    v.strictObject({
      requests: v.optional(positive),
      tokens: v.optional(positive),
      usd: v.optional(positive)
    })
  ),
  prices: v.optional(v.record(v.string(), v.strictObject({ input: positive, output: positive }))),
  batch: v.optional(v.strictObject({ api: v.optional(v.picklist(['files', 'groups'])), baseURL: address })),
  concurrency: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
  retries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
  provenance: v.optional(v.boolean()),
  social: v.optional(v.boolean()),
  longDescription: v.optional(v.union([v.picklist(['describedby', 'details']), v.literal(false)])),
  prompt: v.optional(v.union([v.string(), v.function()])),
  dev: v.optional(
    v.union([
      devMode,
      v.literal(false),
      v.strictObject({ mode: v.optional(devMode), lan: v.optional(v.boolean()) })
    ])
  ),
  ssr: v.optional(v.boolean()),
  rules: v.optional(v.strictObject(Object.fromEntries(auditRuleIds.map((id) => [id, ruleLevel])))),
  config: v.optional(v.boolean())
})

/**
 * Checks options of any origin.
 *
 * @param from Where they come from, for the message: `auto-alt.config.ts`, `the options of rehypeAutoAlt`.
 * @throws OptionError that names the option and what it takes.
 */
export function checkOptions(options: unknown, from: string): Options {
  if (Array.isArray(options)) throw noObject('a list', from)
  const result = v.safeParse(schema, options ?? {})
  if (result.success) return options === undefined || options === null ? {} : (options as Options)
  const [issue] = result.issues
  const option = v.getDotPath(issue) ?? ''
  if (option === '') throw noObject(issue.received, from)
  const name = option.split('.')[0] ?? option
  const expected = takes[name]
  if (expected === undefined) {
    const known = Object.keys(takes).join(', ')
    throw new OptionError(option, `Unknown option \`${option}\` in ${from}. Known options: ${known}.`)
  }
  // A member that is missing is one as well; then it names the member.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    throw new OptionError(option, `Unknown option \`${option}\` in ${from}. \`${name}\` takes ${expected}.`)
  }
  // A key must not show, nor a password that stands in an address.
  const got = name === 'apiKey' || name === 'baseURL' || name === 'batch' ? '' : ` ${issue.received}`
  throw new OptionError(
    option,
    `Unexpected value${got} for option \`${option}\` in ${from}: it takes ${expected}.`
  )
}

function noObject(got: string, from: string): OptionError {
  return new OptionError('options', `Expected an object with options in ${from}, got ${got}.`)
}
