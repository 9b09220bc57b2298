import type { Payload } from 'payload'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import {
  pictureFile,
  publishedArticle,
  publishedCondition,
  publishedFaq,
  publishedPage,
  publishedPerson,
  picture,
  topic,
} from '../../testing/sample-documents.ts'
import {
  fullArticle,
  fullCondition,
  fullFaq,
  fullMedia,
  fullPage,
  fullPerson,
  fullRedirect,
  fullTopic,
} from './full-documents.ts'
import type { Targets } from './full-documents.ts'

/** Creates the documents that the full ones refer to, all published. */
export async function createTargets(payload: Payload): Promise<Targets> {
  return {
    condition: (await publishedCondition(payload)).id,
    article: (await publishedArticle(payload)).id,
    faq: (await publishedFaq(payload)).id,
    page: (await publishedPage(payload)).id,
    person: (await publishedPerson(payload)).id,
    topic: (await payload.create({ collection: 'topics', data: topic() })).id,
    media: (await picture(payload)).id,
  }
}

/** Creates and publishes the full document of a collection. */
export function createFullDocument(
  payload: Payload,
  collection: PublicCollection,
  targets: Targets,
): Promise<{ id: string }> {
  const _status = 'published'
  switch (collection) {
    case 'conditions':
      return payload.create({ collection, data: { ...fullCondition(targets), _status } })
    case 'articles':
      return payload.create({ collection, data: { ...fullArticle(targets), _status } })
    case 'faqs':
      return payload.create({ collection, data: { ...fullFaq(targets), _status } })
    case 'pages':
      return payload.create({ collection, data: { ...fullPage(targets), _status } })
    case 'people':
      return payload.create({ collection, data: { ...fullPerson(targets), _status } })
    case 'topics':
      return payload.create({ collection, data: fullTopic() })
    case 'redirects':
      return payload.create({ collection, data: fullRedirect(targets) })
    case 'media':
      return createFullPicture(payload)
  }
}

async function createFullPicture(payload: Payload): Promise<{ id: string }> {
  const data = await pictureFile()
  const file = { data, mimetype: 'image/png', name: 'full.png', size: data.length }
  return payload.create({ collection: 'media', data: fullMedia(), file })
}
