import { expect, test } from 'vitest'

import { captionedSite } from '../support/captioned-site.ts'
import { changed, render } from './pipelines.ts'

test('an image that is all of a link says what the page is called that the link leads to, as its author wrote it', async () => {
  const site = await captionedSite('cat')
  await site.add('dog')
  await site.write('content/about.md', '---\ntitle: Us & "them" <b>\n---\n# Other\n')
  const { file, html, without } = await render(site, '[![](dog.png)](about.md) and [![](cat.png)](/gone)\n')
  expect(html).toBe(
    changed(without, {
      'md"><img src="dog.png" alt="">': 'md"><img src="dog.png" alt="Us &#x26; &#x22;them&#x22; <b>">',
      'gone"><img src="cat.png" alt="">': 'gone"><img src="cat.png" alt="CAPTION cat">'
    })
  )
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['link-purpose'])
  expect(file.data['autoAlt']).toMatchObject({ images: [{ outcome: { source: 'link' } }, {}] })
})
