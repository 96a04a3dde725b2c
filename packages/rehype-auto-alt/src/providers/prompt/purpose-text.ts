import { mostBeside, plainPageText } from '../page-text.ts'
import type { DescribeRequest } from '../provider.ts'

/** What the picture is there for, and so what its alternative has to say. */
export function purposeText({ beside, purpose, translation }: DescribeRequest): string {
  switch (purpose.kind) {
    case 'informative':
      if (beside !== undefined && translation === undefined && plainPageText(beside, mostBeside) !== '') {
        return 'Write the text alternative of this picture. It is heard together with the words “Heard beside the picture” below: say what they leave out. If they leave nothing out, say in few words what is shown.'
      }
      return 'Write the text alternative of this picture.'
    case 'link':
      if (purpose.title !== undefined) {
        return 'This picture is the only content of a link. Write a text alternative that names the page that the link leads to, by its title below without the name of the website; name the picture itself only as far as that helps. It is not decorative.'
      }
      if (purpose.target !== undefined) {
        return 'This picture is the only content of a link. Write a text alternative that says in plain words where the link leads, and gives no address; name the picture itself only as far as that helps. It is not decorative.'
      }
      return 'This picture is the only content of a link. Write a text alternative that serves as the name of the link: say in few words what is shown. It is not decorative.'
    case 'button':
      return 'This picture is the only content of a button. Write a text alternative that says what the button does. It is not decorative.'
  }
}
