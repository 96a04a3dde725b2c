import { type Command, InvalidArgumentError, Option } from 'commander'

/** Collects the values of a flag that is given several times. */
export const list = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

/** Reads the value of a flag that takes a number. */
export const number = (value: string): number => {
  const parsed = Number(value)
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('It takes a number.')
  return parsed
}

/**
 * Adds every option of `Options` that bears on captions to a command, as a flag of that name. What is on or off has
 * both forms, so that a flag can overrule the config file; help shows the one that changes the default.
 */
export function addOptionFlags(command: Command): Command {
  addAskingFlags(addReadingFlags(command))
  return addCaptionFlags(command.optionsGroup('What to write:'))
    .option('--full-stop', 'end captions with a full stop')
    .addOption(unseen('--no-full-stop'))
    .addOption(
      choice(
        '--on-missing <what>',
        'for an image that stays without, or a page that cannot be read (default: warn)',
        ['warn', 'error', 'ignore']
      )
    )
    .option('--provenance', 'mark what a model wrote with data-alt-origin="ai"')
    .addOption(unseen('--no-provenance'))
    .option('--social', 'write og:image:alt and the like where a caption is stored')
    .addOption(unseen('--no-social'))
    .addOption(
      choice('--long-description <how>', 'long descriptions of charts (default: none)', [
        'describedby',
        'details',
        'none'
      ])
    )
    .optionsGroup('Options:')
}

/** Adds the options that decide who is asked, as `addOptionFlags` does. */
export function addProviderFlags(command: Command): Command {
  return addAskingFlags(command)
    .option('--language <tag>', 'language of the description (default: en)')
    .option('--max-length <n>', 'most characters of it (default: 120)', number)
    .optionsGroup('What to read:')
    .option('--root <folder>', 'project root (default: folder of the nearest package.json)')
    .addOption(unseen('--config'))
    .option('--no-config', 'do not read auto-alt.config.{ts,js,json}')
    .optionsGroup('Options:')
}

/** Adds the options that an audit takes, as `addOptionFlags` does. */
export function addAuditFlags(command: Command): Command {
  addReadingFlags(command)
  return addCaptionFlags(command.optionsGroup('What counts:'))
    .option('--rule <rule=level>', 'off, warn or error for a rule, as too-long=off; repeat for several', list)
    .optionsGroup('Options:')
}

/** Adds the options that an evaluation takes, as `addOptionFlags` does. */
export function addEvalFlags(command: Command): Command {
  addAskingFlags(addReadingFlags(command))
  return addCaptionFlags(command.optionsGroup('What counts:'))
    .option('--full-stop', 'captions end with a full stop')
    .addOption(unseen('--no-full-stop'))
    .optionsGroup('Options:')
}

/** Where pages and images are. */
function addReadingFlags(command: Command): Command {
  return command
    .optionsGroup('What to read:')
    .option('--root <folder>', 'project root (default: folder of the nearest package.json)')
    .option('--public-dir <folder>', 'folder that answers /x.png; repeat for several', list)
    .option('--roots <folder>', 'folder that images may be read from; repeat for several', list)
    .option('--base <prefix>', 'URL prefix of the site (default: /)')
    .option('--include <glob>', 'images to look at; repeat for several', list)
    .option('--exclude <glob>', 'images never to read nor send; repeat for several', list)
    .option('--components <name>', 'a component that is an image; repeat for several', list)
    .option('--remote-allow <host>', 'a host whose images may be fetched; repeat for several', list)
    .option(
      '--remote-private <host:port>',
      'one that may be on this machine or network; repeat for several',
      list
    )
    .addOption(
      choice('--empty-alt <meaning>', 'what alt="" means (default: auto)', ['auto', 'decorative', 'missing'])
    )
    .addOption(unseen('--config'))
    .option('--no-config', 'do not read auto-alt.config.{ts,js,json}')
}

/** Who writes captions. */
function addAskingFlags(command: Command): Command {
  return command
    .optionsGroup('Whom to ask:')
    .option(
      '--provider <name>',
      'preset, preset:model, auto or none; repeat for a list (default: auto)',
      list
    )
    .option('--model <id>', 'model id')
    .option('--base-url <url>', 'an OpenAI-compatible server, up to /v1')
    .option('--api-key <key>', 'its key; AUTO_ALT_API_KEY does not end up in the shell history')
    .option(
      '--ocr',
      'read the words in pictures with tesseract.js, as a hint for the model or as their alternative'
    )
    .addOption(unseen('--no-ocr'))
    .option('--ocr-language <tag>', 'language of these words; repeat for several (default: --language)', list)
    .option('--ocr-confidence <n>', 'least confidence of a word, 0 to 1 (default: 0.7)', number)
    .option('--bill-to <name>', 'organisation that Hugging Face bills (default: HF_BILL_TO)')
    .option('--stream', 'take answers as a stream')
    .addOption(unseen('--no-stream'))
    .addOption(choice('--batch-api <how>', 'how batches are sent (default: files)', ['files', 'groups']))
    .option('--batch-base-url <url>', "a server's address for batches, up to /v1")
    .option('--local-only', 'refuse any provider that is not on this machine')
    .addOption(unseen('--no-local-only'))
    .option(
      '--concurrency <n>',
      'most requests at a time (default: 8; 1 for a server on this machine)',
      number
    )
    .option('--retries <n>', 'tries more for a request that failed for a passing reason (default: 3)', number)
    .option('--budget-requests <n>', 'most requests this run may send', number)
    .option('--budget-tokens <n>', 'most tokens this run may use', number)
    .option('--budget-usd <n>', 'most US dollars this run may cost', number)
    .option('--price <model=in/out>', 'US dollars for a million tokens; repeat for several', list)
    .addOption(unseen('--context'))
    .option('--no-context', 'send the image without words of the page')
    .addOption(unseen('--voice'))
    .option('--no-voice', 'send no alternatives of the site along as examples of its voice')
    .option('--verify', 'have each caption looked at again by the same model')
    .addOption(unseen('--no-verify'))
    .option('--verify-with <name>', 'have it looked at again by this preset or preset:model')
    .option('--prompt <text>', 'extra instructions for the model')
    .option('--frozen', 'ask nobody, leave the captions file as it is (default in CI for fill)')
    .option('--no-frozen', 'ask also where a run would be frozen')
}

/** Which captions there are, and which of them count. */
function addCaptionFlags(command: Command): Command {
  return command
    .option('--captions <file>', 'captions file (default: alt-text.json)')
    .option('--language <tag>', 'language where pages name none (default: en)')
    .option('--max-length <n>', 'most characters of a caption (default: 120)', number)
    .addOption(
      choice('--publish <which>', 'captions that reach a page (default: clean)', ['clean', 'approved', 'all'])
    )
    .addOption(
      choice('--decorative <how>', 'where the model sees decoration (default: propose)', [
        'propose',
        'accept'
      ])
    )
    .addOption(choice('--context-key <what>', 'one caption for each (default: image)', ['image', 'page']))
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices)
}

function unseen(flags: string): Option {
  return new Option(flags).hideHelp()
}
