/** What stands below the help of the program and of each command. */
export const examples = {
  all: `
Examples:
  $ auto-alt audit                          name every image without a text alternative
  $ auto-alt generate                       fill alt-text.json for the images of all pages
  $ auto-alt generate --dry-run content/    say what would be asked, and ask nobody
  $ auto-alt fill --frozen dist/            write stored captions into built HTML
  $ auto-alt caption photo.jpg              caption one image and print it
  $ auto-alt eval --dry-run                 say what it would take to measure the provider

Exit status: 0 done, 1 problems found (audit) or images left without under --on-missing error,
2 could not work.`,
  audit: `
Examples:
  $ auto-alt audit
  $ auto-alt audit --staged --changed-lines
  $ auto-alt audit --baseline --max-warnings 0
  $ auto-alt audit --format sarif > auto-alt.sarif
  $ auto-alt audit --rule too-long=off --rule filename-as-alt=error docs/
  $ auto-alt audit --fix content/

An image whose caption is stored and may be published is no problem: the built page names it.
Exit status: 0 no error, 1 an error or too many warnings, 2 could not work.`,
  generate: `
Examples:
  $ auto-alt generate
  $ auto-alt generate --dry-run "content/**/*.md"
  $ auto-alt generate --provider ollama:gemma3 --language de
  $ auto-alt generate --refresh=flagged
  $ auto-alt generate --format json > report.json

A folder stands for the pages in it that git does not ignore; without git, for all of them.
What begins with a dot, and node_modules, is passed over in a folder.`,
  fill: `
Examples:
  $ auto-alt fill dist/
  $ auto-alt fill --frozen --on-missing error dist/
  $ auto-alt fill --sources content/ --sources docs/ dist/
  $ auto-alt fill --empty-alt missing _site/

/x.png is looked for in the folder that was named, then in the public folders.
In built HTML, alt="" may be Markdown's ![](x) or somebody's decision. --sources reads which in the
pages it was built from, and leaves in silence what they do not tell.`,
  batch: `
Examples:
  $ auto-alt batch submit
  $ auto-alt batch submit --provider inference.net --batch-api groups content/blog/
  $ auto-alt batch status
  $ auto-alt batch collect --wait
  $ auto-alt batch cancel

What is in flight stands in alt-text.batch.json. Commit it, and any machine can collect.
The first image is asked about at once, to see that key, model and parameters work.`,
  providers: `
Examples:
  $ auto-alt providers
  $ auto-alt providers --test
  $ auto-alt providers --test --provider ollama:gemma3

Keys are named, never shown. --test sends one small picture, half yellow and half blue, and no word of yours.
Exit status: 0 done, 1 the description does not fit the picture, 2 nobody could be asked.`,
  eval: `
Examples:
  $ auto-alt eval --dry-run
  $ auto-alt eval --limit 100 --provider openai:gpt-5-mini --provider openai:gpt-5-nano
  $ auto-alt eval --provider ollama:gemma3 --language de content/de/
  $ auto-alt eval --set described.jsonl --budget-usd 1
  $ auto-alt eval --format json > figures.json

Each provider is asked about images that have a good alternative, as if they had none. A line of a set is
{ "image": "path or URL", "alt": "text" }. Answers are kept in the folder, so that the next run asks only
what is new. Several providers share the budget equally.
Exit status: 0 done, 2 could not work.`,
  caption: `
Examples:
  $ auto-alt caption src/assets/backpack.jpg
  $ auto-alt caption --language fr --format json "photos/*.png"

Captions go to standard output, everything else to standard error.`
} as const
