import { shortened } from '../../content/shortened.ts'
import { plainText } from '../rich-text/plain-text.ts'
import type { Governed } from './governance.ts'

/** Search engines show about this many characters. */
const DESCRIPTION_LENGTH = 160

/** What search results and shared links say of a page. */
export function descriptionOf({ collection, fields }: Governed): string {
  if (fields.seo?.description !== undefined) return fields.seo.description
  return shortened(collection === 'faqs' ? plainText(fields.answer) : fields.summary, DESCRIPTION_LENGTH)
}
