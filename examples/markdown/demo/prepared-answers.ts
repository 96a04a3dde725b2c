import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type ProtocolDouble, nearestPicture, startProtocolDouble } from '@auto-alt/protocol-double'

/** Starts a server on this machine that gives prepared answers for the pictures of a site. */
export async function startPreparedAnswers(folder: string): Promise<ProtocolDouble> {
  const prepared = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as Record<
    string,
    string[]
  >
  const files = Object.keys(prepared)
  const pictureIn = await nearestPicture(files.map((file) => join(folder, file)))
  return await startProtocolDouble({
    models: ['prepared-answers'],
    async answer({ image, text }) {
      const path = image && (await pictureIn(image.bytes))
      const name = files.find((file) => join(folder, file) === path)
      const answers = name === undefined ? [] : (prepared[name] ?? [])
      const isRepair = /\d+ characters; at most/u.test(text)
      return answers[isRepair ? 1 : 0] ?? answers.at(-1) ?? 'A picture that no answer was prepared for'
    }
  })
}
