const collections = {
  condition: 'conditions',
  article: 'articles',
  faq: 'faqs',
  page: 'pages',
  topic: 'topics',
  person: 'people',
  picture: 'media',
} as const

type Kind = keyof typeof collections

/** Names a starter document by kind and slug (a picture by its name), for example `faq:can-i-drive-home`. */
export type Reference = `${Kind}:${string}`

/** The collections that starter documents go to. */
export type StarterCollection = (typeof collections)[Kind]

/** A document's identity before it has an id: its collection, and its slug (of a picture, its name). */
export type Target = { collection: StarterCollection; slug: string }

/** Whether a text names a starter document, rather than a web address. */
export function isReference(text: string): text is Reference {
  return Object.hasOwn(collections, text.slice(0, Math.max(0, text.indexOf(':'))))
}

/** What a reference names. */
export function targetOf(reference: Reference): Target {
  const colon = reference.indexOf(':')
  return { collection: collections[reference.slice(0, colon) as Kind], slug: reference.slice(colon + 1) }
}
