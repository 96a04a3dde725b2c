import { type Command, InvalidArgumentError, Option } from 'commander'

import type { Options } from '../options/options.ts'

const list = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

const number = (value: string): number => {
  const parsed = Number(value)
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('It takes a number.')
  return parsed
}

/** Adds the options of `Options` to a command, as flags. */
export function addOptionFlags(command: Command): Command {
  return command
    .optionsGroup('What to read:')
    .option('--root <folder>', 'project root (default: folder of the nearest package.json)')
    .option('--public-dir <folder>', 'folder that answers /x.png; repeat for several', list)
    .option('--base <prefix>', 'URL prefix of the site (default: /)')
    .option('--include <glob>', 'images to look at; repeat for several', list)
    .option('--exclude <glob>', 'images never to read nor send; repeat for several', list)
    .option('--component <name>', 'a component that is an image; repeat for several', list)
    .addOption(choice('--empty-alt <meaning>', 'what an empty alternative means (default: auto)', ['auto', 'decorative', 'missing']))
    .option('--no-config', 'do not read auto-alt.config.{ts,js,json}')
    .optionsGroup('Whom to ask:')
    .option('--provider <name>', 'preset, preset:model, auto or none (default: auto)')
    .option('--model <id>', 'model id')
    .option('--base-url <url>', 'an OpenAI-compatible server, up to /v1')
    .option('--local-only', 'refuse any provider that is not on this machine')
    .option('--concurrency <n>', 'most requests at a time', number)
    .option('--retries <n>', 'tries more for a request that failed for a passing reason (default: 3)', number)
    .option('--max-requests <n>', 'most requests this run may send', number)
    .option('--max-tokens <n>', 'most tokens this run may use', number)
    .option('--no-context', 'send the image without words of the page')
    .option('--prompt <text>', 'extra instructions for the model')
    .optionsGroup('What to write:')
    .option('--captions <file>', 'captions file (default: alt-text.json)')
    .option('--language <tag>', 'language where pages name none (default: en)')
    .option('--max-length <n>', 'most characters of a caption (default: 120)', number)
    .option('--full-stop', 'end captions with a full stop')
    .addOption(choice('--publish <which>', 'which captions reach a page (default: clean)', ['clean', 'approved', 'all']))
    .addOption(choice('--decorative <how>', 'what to do where the model sees decoration (default: propose)', ['propose', 'accept']))
    .addOption(choice('--context-key <what>', 'one caption for each image or each page (default: image)', ['image', 'page']))
    .addOption(choice('--on-missing <what>', 'for an image that stays without (default: warn)', ['warn', 'error', 'ignore']))
    .option('--provenance', 'mark what a model wrote with data-alt-origin="ai"')
    .optionsGroup('Options:')
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices)
}

/** Values of the flags, as commander names them. */
export type Flags = Readonly<Record<string, unknown>>

/** Options that the flags of a command ask for; only what was given. */
export function optionsFromFlags(flags: Flags): Options {
  const { baseUrl, component, config, context, maxRequests, maxTokens, provider } = flags
  const same = [
    'root', 'publicDir', 'base', 'include', 'exclude', 'emptyAlt', 'model', 'localOnly', 'concurrency', 'retries',
    'prompt', 'captions', 'language', 'maxLength', 'fullStop', 'publish', 'decorative', 'contextKey', 'onMissing',
    'provenance', 'frozen'
  ]
  const given: Record<string, unknown> = Object.fromEntries(same.map((name) => [name, flags[name]]))
  if (baseUrl !== undefined) given['baseURL'] = baseUrl
  if (component !== undefined) given['components'] = component
  if (config === false) given['config'] = false
  if (context === false) given['context'] = false
  if (provider !== undefined) given['provider'] = provider === 'none' ? false : provider
  if (maxRequests !== undefined || maxTokens !== undefined) {
    given['budget'] = { requests: maxRequests, tokens: maxTokens }
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Options
}
