import type { ReceivedRequest } from '@auto-alt/protocol-double'
import sharp from 'sharp'

import { type Run, runMain, startServer } from '../cli/run-main.ts'
import { type Site, makeSite } from '../support/site.ts'

/** What people say of the pictures of a site, by the colour of each. */
export const saidOf = {
  red: 'Red bag of leather beside a lamp',
  lime: 'Gull on a bollard at the harbour',
  blue: 'Canoe on a narrow path'
} as const

/** Colour of a picture. */
export type Colour = keyof typeof saidOf

/** A site whose pictures people described. */
export interface DescribedSite extends Site {
  readonly server: Awaited<ReturnType<typeof startServer>>['server']
  /** Runs `auto-alt eval` with the models `clean` and `faulty` of one server. */
  run(...args: readonly string[]): Promise<Run>
}

/** What the model `clean` says of each picture. */
export const cleanWords: Readonly<Record<Colour, string>> = {
  red: 'Bag of red leather beside a lamp',
  lime: 'Gull on a post at the harbour',
  blue: 'Two people with a canoe'
}

/** What the model `faulty` says of each picture, whatever language it is asked for. */
export const faultyWords = 'Ein Hund läuft über die Wiese und trägt einen Ball im Maul'

/** Makes the site and starts the server. `heard` notes what was asked about which picture. */
export async function describedSite(
  heard: (colour: Colour, request: ReceivedRequest) => void = () => {}
): Promise<DescribedSite> {
  const { env, server } = await startServer({
    answer: async (request) => {
      const colour = await colourOf(request)
      heard(colour, request)
      return request.body['model'] === 'faulty' ? faultyWords : cleanWords[colour]
    }
  })
  const site = await makeSite({
    'one.md': `# Things\n\n![${saidOf.red}](red.png)\n\nBetween.\n\n![${saidOf.lime}](lime.png)\n`,
    'two.md': `# More\n\n![${saidOf.blue}](blue.png)\n\nWords.\n\n![](red.png)\n\n![IMG_1234.png](lime.png)\n`
  })
  for (const colour of Object.keys(saidOf)) await site.picture(`${colour}.png`, colour)
  const providers = ['--provider', 'vllm:clean', '--provider', 'vllm:faulty']
  const address = env['AUTO_ALT_BASE_URL'] ?? ''
  const run = (...args: readonly string[]): Promise<Run> =>
    runMain(['eval', ...providers, '--base-url', address, ...args], site.root)
  return { ...site, server, run }
}

async function colourOf({ image }: ReceivedRequest): Promise<Colour> {
  const { channels } = await sharp(image?.bytes).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  if (red > Math.max(green, blue)) return 'red'
  return green > blue ? 'lime' : 'blue'
}
