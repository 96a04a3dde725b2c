import { Command, CommanderError, Option } from 'commander'

import { addBatchCommands } from './batch/batch-commands.ts'
import { examples } from './examples.ts'
import { errorInWords, withoutSecrets } from './in-words.ts'
import { type Io, exitStatus } from './io.ts'
import {
  addAuditFlags,
  addEvalFlags,
  addOptionFlags,
  addProviderFlags,
  list,
  number
} from './option-flags.ts'
import type { Flags } from './options-from-flags.ts'
import { ownVersion } from './own-version.ts'

/**
 * Runs the command line.
 *
 * @param args Arguments after the name of the command.
 * @returns Exit status: 0 done, 1 problems found or images left under `--on-missing error`, 2 could not work.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status: number = exitStatus.done
  const program = new Command('auto-alt')
    .description('Text alternatives for the images of a website: find, caption once, keep, review.')
    .version(await ownVersion(), '-v, --version', 'print the version')
    .option('--debug', 'show where an error comes from')
    .addHelpText('after', examples.all)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(withoutSecrets(text, args, io.env)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100
    })

  const command = (name: string, description: string, help: string): Command =>
    withOptions(program, name, description).addHelpText('after', help)

  addAuditFlags(
    program
      .command('audit')
      .description('Find images without a text alternative, and poor ones. Changes nothing, asks nobody.')
      .argument('[paths...]', 'pages, folders or globs (default: what git tracks in the project)')
      .option('--debug', 'show where an error comes from')
      .addOption(
        new Option('--format <format>', 'of the report')
          .choices(['pretty', 'json', 'sarif', 'github', 'junit'])
          .default('pretty')
      )
      .option('--staged', 'what the next commit changes, as git holds it')
      .option('--changed-lines', 'with --staged: only images on lines that it changes')
      .option('--baseline [file]', 'report only what is not in it (default: auto-alt-baseline.json)')
      .option('--update-baseline', 'write what is found now into the baseline')
      .option('--max-warnings <n>', 'fail when there are more (default: no limit)', number)
      .option('--strict', 'report images whose alternative only the run time knows')
      .option('--ignore-captions', 'report images without an alternative although a caption is stored')
      .option('--fix', 'write stored captions into the pages')
  )
    .addHelpText('after', examples.audit)
    .action(async (paths: string[], flags: Flags) => {
      const { audit } = await import('./commands/audit.ts')
      status = await audit(paths, flags, io)
    })

  command(
    'generate',
    'Fill the captions file for the images that pages show. Touches no page.',
    examples.generate
  )
    .argument('[paths...]', 'pages, components, folders or globs (default: the project)')
    .option('--dry-run', 'say what would be asked, with tokens, and ask nobody')
    .addOption(
      new Option('--refresh [which]', 'ask again for what nobody reviewed: all of it, or what has problems')
        .choices(['generated', 'flagged'])
        .preset('generated')
    )
    .option('--batch', 'through the Batch API: collect what is done, submit what is left')
    .option('--wait', 'with --batch: go on until all is done')
    .option('--poll <seconds>', 'with --wait: time between two looks (default: 60)', number)
    .action(async (paths: string[], flags: Flags) => {
      const { generate } = await import('./commands/generate.ts')
      status = await generate(paths, flags, io)
    })

  command('fill', 'Caption the images of built HTML and write the captions into it.', examples.fill)
    .argument('<paths...>', 'built HTML: folders, files or globs')
    .option('--dry-run', 'say what would be asked and written, and do neither')
    .option(
      '--sources <path>',
      'Markdown behind the pages, which tells ![](x) from a deliberate alt=""; repeat for several',
      list
    )
    .action(async (paths: string[], flags: Flags) => {
      const { fill } = await import('./commands/fill.ts')
      status = await fill(paths, flags, io)
    })

  command('caption', 'Caption single image files and print the captions.', examples.caption)
    .argument('<images...>', 'image files or globs')
    .option('--dry-run', 'say what would be asked, with tokens, and ask nobody')
    .action(async (paths: string[], flags: Flags) => {
      const { caption } = await import('./commands/caption.ts')
      status = await caption(paths, flags, io)
    })

  addBatchCommands(program, withOptions, {
    io,
    onEnd: (ended) => {
      status = ended
    }
  })

  addEvalFlags(
    program
      .command('eval')
      .description('Measure providers by images that people described. Changes neither captions nor pages.')
      .argument('[paths...]', 'pages, components, folders or globs (default: the project)')
      .option('--debug', 'show where an error comes from')
      .addOption(
        new Option('--format <format>', 'of what is printed').choices(['pretty', 'json']).default('pretty')
      )
      .option('--set <file>', 'images with their alternatives, JSON Lines, instead of pages')
      .option('--limit <n>', 'most images, the same each time (default: all)', number)
      .option('--out <folder>', 'where report and answers go (default: auto-alt-eval)')
      .option('--fresh', 'ask again about what was answered in a former run')
      .option('--dry-run', 'say what would be asked, with tokens and costs, and ask nobody')
  )
    .addHelpText('after', examples.eval)
    .action(async (paths: string[], flags: Flags) => {
      const { evaluate } = await import('./commands/eval.ts')
      status = await evaluate(paths, flags, io)
    })

  addProviderFlags(
    program
      .command('providers')
      .description('List who can describe images, which key each reads, and who is there.')
      .option('--debug', 'show where an error comes from')
      .addOption(new Option('--format <format>', 'of the list').choices(['pretty', 'json']).default('pretty'))
      .option('--test', 'have who is in use describe one picture that this command brings along')
  )
    .addHelpText('after', examples.providers)
    .action(async (flags: Flags) => {
      const { providers } = await import('./commands/providers.ts')
      status = await providers(flags, io)
    })

  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitStatus.done : exitStatus.couldNotWork
    io.stderr.write(`${errorInWords(error, args, io.env, args.includes('--debug'))}\n`)
    return exitStatus.couldNotWork
  }
}

function withOptions(parent: Command, name: string, description: string): Command {
  return addOptionFlags(
    parent
      .command(name)
      .description(description)
      .option('--debug', 'show where an error comes from')
      .addOption(
        new Option('--format <format>', 'of the summary').choices(['pretty', 'json']).default('pretty')
      )
  )
}
