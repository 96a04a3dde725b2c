import { createAutoAlt } from 'rehype-auto-alt'
import { reporter } from 'vfile-reporter'

import { buildSite } from './site.ts'

const folder = import.meta.dirname
const autoAlt = createAutoAlt({ root: folder })
const pages = await buildSite(folder, `${folder}/dist`, autoAlt)
await autoAlt.flush()
console.error(reporter(pages, { quiet: true }))
