import type { RichTextNode } from '@careword/shared/public-document.ts'
import { markup, type Markup } from '../page/markup.ts'
import { pictureMarkup } from '../page/picture-markup.ts'
import { warn, type Place } from './place.ts'

/** The column of text is 37rem wide at most, and takes the whole of a phone. */
const TEXT_COLUMN = '(min-width: 40rem) 37rem, 92vw'

/**
 * Renders a picture in the text. One that was deleted is left out, with a warning: whoever takes a picture down must not take the
 * pages down that show it.
 */
export function figure(node: RichTextNode, place: Place): Markup {
  const id = node.value
  const picture =
    node.relationTo === 'media' && typeof id === 'string' ? place.page.content.media(id) : undefined
  if (!picture) {
    warn(
      place,
      'it has a picture that is no longer in the library; the page is shown without it. Remove it, or choose another one.',
    )
    return markup``
  }
  const credit = picture.credit !== undefined && markup`<figcaption>Picture: ${picture.credit}</figcaption>`
  return markup`<figure class="picture">${pictureMarkup(picture, { sizes: TEXT_COLUMN })}${credit}</figure>`
}
