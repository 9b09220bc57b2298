import type { PublicDocument } from '@careword/shared/public-document.ts'

/** What a document is called where it is mentioned. */
export function titleOf(document: PublicDocument): string {
  switch (document.collection) {
    case 'articles':
    case 'pages':
      return document.fields.title
    case 'conditions':
    case 'topics':
    case 'people':
    case 'clinic':
      return document.fields.name
    case 'faqs':
      return document.fields.question
    case 'media':
      return document.fields.filename ?? document.id
    case 'redirects':
      return document.fields.from
    case 'crisis':
      return document.fields.heading
    default:
      return document.collection
  }
}
