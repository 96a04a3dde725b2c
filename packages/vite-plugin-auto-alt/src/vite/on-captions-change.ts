import type { AutoAlt } from 'rehype-auto-alt'
import { resolve } from 'node:path'
import type { ViteDevServer } from 'vite'

/**
 * Shows pages anew in the dev server after a person edited the captions file.
 *
 * @param current What filled the pages so far.
 * @param forget Called before the pages load again.
 */
export function onCaptionsChange(
  server: ViteDevServer,
  current: () => AutoAlt | undefined,
  forget: () => void
): void {
  const onChange = async (file: string): Promise<void> => {
    const options = await current()?.options()
    if (typeof options?.captions !== 'string' || resolve(options.root, options.captions) !== resolve(file))
      return
    forget()
    server.ws.send({ type: 'full-reload' })
  }
  for (const event of ['add', 'change'] as const) {
    server.watcher.on(event, (file) => void onChange(file).catch(() => {}))
  }
}
