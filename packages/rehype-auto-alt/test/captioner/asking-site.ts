import { join } from 'node:path'
import {
  startProtocolDouble,
  type ProtocolDouble,
  type ProtocolDoubleOptions
} from '@auto-alt/protocol-double'
import { onTestFinished } from 'vitest'

import { type AutoAlt, type AutoAltSetting, createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import type { Options } from '../../src/options/options.ts'
import type { ImageUse, PageContext } from '../../src/rules/image-use.ts'
import { type Site, makeSite } from '../support/site.ts'

/** A project, and a server on this machine that describes its pictures. */
export interface AskingSite extends Site {
  readonly server: ProtocolDouble
  /** Everything that was said to the user, in order. */
  readonly said: string[]
  /** A shared object that asks the server. */
  open(options?: Options, setting?: AutoAltSetting): AutoAlt
  /** A place where an image stands. */
  use(source: string, where?: Where): ImageUse
}

/** Where an image stands. Default: alone at the top of `content/page.md`. */
export interface Where {
  page?: string
  href?: string
  lang?: string
  offset?: number
  context?: Partial<PageContext>
  siteRoot?: string
}

/** Makes the project and starts the server; both are gone when the test ends. */
export async function askingSite(behaviour: ProtocolDoubleOptions = {}): Promise<AskingSite> {
  const site = await makeSite()
  const server = await startProtocolDouble(behaviour)
  onTestFinished(() => server.close())
  const said: string[] = []
  const say = (message: string): void => void said.push(message)
  return {
    ...site,
    server,
    said,
    open: (options = {}, setting = {}) =>
      createAutoAlt(
        { provider: 'vllm:double', baseURL: server.url, ...options },
        { cwd: site.root, env: {}, kind: 'ask', log: { info: say, warn: say }, ...setting }
      ),
    use: (source, where = {}) => useIn(site.root, source, where)
  }
}

function useIn(root: string, source: string, where: Where): ImageUse {
  const name = where.page ?? 'content/page.md'
  const offset = where.offset ?? 0
  return {
    page: {
      name,
      file: join(root, name),
      ...(where.siteRoot !== undefined && { siteRoot: join(root, where.siteRoot) })
    },
    place: { line: 1 + offset, column: 1, offset },
    element: 'img',
    sources: [source],
    verdict: 'missing',
    alt: null,
    purpose: where.href === undefined ? { kind: 'informative' } : { kind: 'link', href: where.href },
    context: { headings: [], ...where.context },
    ...(where.lang !== undefined && { lang: where.lang }),
    tiny: false,
    off: false
  }
}
