import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The browser on this machine; `undefined` where there is none. */
export const browserPath: string | undefined = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => {
    try {
      accessSync(path)
      return true
    } catch {
      return false
    }
  })
