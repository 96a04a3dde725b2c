import { Command, CommanderError, Option } from 'commander'

import { AutoAltError } from '../errors/auto-alt-error.ts'
import { scrubSecrets } from '../providers/scrub-secrets.ts'
import { type Io, exitStatus } from './io.ts'
import { type Flags, addOptionFlags } from './option-flags.ts'

const examples = {
  all: `
Examples:
  $ auto-alt generate                       fill alt-text.json for the images of all pages
  $ auto-alt generate --dry-run content/    say what would be asked, and ask nobody
  $ auto-alt fill --frozen dist/            write stored captions into built HTML
  $ auto-alt caption photo.jpg              caption one image and print it`,
  generate: `
Examples:
  $ auto-alt generate
  $ auto-alt generate --dry-run "content/**/*.md"
  $ auto-alt generate --provider ollama:gemma3 --language de
  $ auto-alt generate --refresh flagged
  $ auto-alt generate --format json > report.json`,
  fill: `
Examples:
  $ auto-alt fill dist/
  $ auto-alt fill --frozen --on-missing error dist/
  $ auto-alt fill --empty-alt missing _site/`,
  caption: `
Examples:
  $ auto-alt caption src/assets/backpack.jpg
  $ auto-alt caption --language fr --format json *.png`
}

/**
 * Runs the command line.
 *
 * @param args Arguments after the name of the command.
 * @returns Exit status: 0 done, 1 images left under `--on-missing error`, 2 could not work.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status: number = exitStatus.done
  const program = new Command('auto-alt')
    .description('Text alternatives for the images of a website: find, caption once, keep, review.')
    .option('--debug', 'show where an error comes from')
    .addHelpText('after', examples.all)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text)
    })

  const command = (name: string, description: string, help: string): Command =>
    addOptionFlags(
      program
        .command(name)
        .description(description)
        .option('--debug', 'show where an error comes from')
        .addOption(new Option('--format <format>', 'of the summary').choices(['pretty', 'json']).default('pretty'))
    ).addHelpText('after', help)

  command('generate', 'Fill the captions file for the images that pages show. Touches no page.', examples.generate)
    .argument('[paths...]', 'pages, folders or globs: .md .markdown .mdx .html .htm (default: the project)')
    .option('--dry-run', 'say what would be asked, with tokens, and ask nobody')
    .option('--frozen', 'ask nobody and write nothing')
    .addOption(
      new Option('--refresh [which]', 'ask again for what nobody reviewed').choices(['generated', 'flagged']).preset('generated')
    )
    .action(async (paths: string[], flags: Flags) => {
      const { generate } = await import('./commands/generate.ts')
      status = await generate(paths, flags, io)
    })

  command('fill', 'Caption the images of built HTML and write the captions into it.', examples.fill)
    .argument('<paths...>', 'built HTML: files, folders or globs')
    .option('--frozen', 'stored captions only (default in CI)')
    .option('--no-frozen', 'ask for what is missing, also in CI')
    .option('--dry-run', 'say what would be asked and written, and do neither')
    .action(async (paths: string[], flags: Flags) => {
      const { fill } = await import('./commands/fill.ts')
      status = await fill(paths, flags, io)
    })

  command('caption', 'Caption single image files and print the captions.', examples.caption)
    .argument('<images...>', 'image files')
    .option('--dry-run', 'say what would be asked, with tokens, and ask nobody')
    .action(async (paths: string[], flags: Flags) => {
      const { caption } = await import('./commands/caption.ts')
      status = await caption(paths, flags, io)
    })

  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.couldNotWork
    io.stderr.write(`${inWords(error, args.includes('--debug'))}\n`)
    return exitStatus.couldNotWork
  }
}

/** A user's error is its message; anything else is ours to mend and says so. Secrets never show. */
function inWords(error: unknown, debug: boolean): string {
  const isOurs = AutoAltError.isInstance(error)
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error && (debug || !isOurs) ? `\n${error.stack ?? ''}` : ''
  const lead = isOurs ? 'auto-alt: ' : 'auto-alt: this is a bug, please report it: '
  return scrubSecrets(`${lead}${message}${stack}`)
}
