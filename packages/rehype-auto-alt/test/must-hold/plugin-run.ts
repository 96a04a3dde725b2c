// Builds all pages in ./content with the plugin, as a site's own script would: `node plugin-run.ts`.
// Prints how many alternatives the HTML of all pages holds, and the summary.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import rehypeAutoAlt, { createAutoAlt } from 'rehype-auto-alt'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'

const autoAlt = createAutoAlt({}, { log: { info: () => {}, warn: () => {} } })
const processor = unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(rehypeAutoAlt, autoAlt)
  .use(rehypeStringify)
const folder = join(process.cwd(), 'content')
let alternatives = 0
for (const name of await readdir(folder)) {
  const path = join(folder, name)
  const page = await processor.process(new VFile({ path, value: await readFile(path, 'utf8') }))
  alternatives += String(page).match(/ alt="[^"]+"/gu)?.length ?? 0
}
await autoAlt.flush()
const { summary } = await autoAlt.report()
process.stdout.write(JSON.stringify({ alternatives, summary }))
