/**
 * The allow-list of what may leave the CMS: for each collection and global, the top-level fields that the change feed gives.
 *
 * A field that is not named here is internal. Adding a field to the public site starts with a line here.
 */
const governance = [
  'authors',
  'reviewer',
  'lastReviewed',
  'reviewDue',
  'sources',
  'changeNotes',
  'seo',
  'publishedAt',
  'starterContent',
] as const

export const publicFields = {
  conditions: [
    'name',
    'abbreviation',
    'alsoKnownAs',
    'slug',
    'summary',
    'keyFacts',
    'icd10Codes',
    'overview',
    'symptoms',
    'diagnosis',
    'standardTreatments',
    'evidence',
    'treatmentStatuses',
    'risks',
    'whenToGetHelp',
    ...governance,
  ],
  articles: [
    'title',
    'slug',
    'summary',
    'hero',
    'body',
    'keyPoints',
    'conditions',
    'topics',
    'related',
    ...governance,
  ],
  faqs: ['question', 'slug', 'answer', 'conditions', 'topic', 'order', ...governance],
  pages: ['title', 'slug', 'summary', 'body', ...governance],
  topics: ['name', 'slug', 'description'],
  people: ['kind', 'name', 'slug', 'credentials', 'role', 'bio', 'photo', 'conflictsOfInterest'],
  media: [
    'alt',
    'decorative',
    'credit',
    'contentHash',
    'filename',
    'mimeType',
    'width',
    'height',
    'focalX',
    'focalY',
    'sizes',
  ],
  redirects: ['from', 'to'],
  clinic: [
    'name',
    'telephone',
    'address',
    'openingHours',
    'timeZone',
    'feedbackAddress',
    'disclosureOfInterest',
  ],
  crisis: ['heading', 'introduction', 'lines', 'lastVerifiedOn'],
  navigation: ['header', 'footer'],
  search: ['synonyms'],
} as const

/** Collections whose documents have drafts: published is what `_status` says. */
export const draftCollections = ['conditions', 'articles', 'faqs', 'pages', 'people'] as const

/** Whether it is a collection whose documents have drafts. */
export function hasDrafts(collection: string): collection is DraftCollection {
  return (draftCollections as readonly string[]).includes(collection)
}

/** Every collection that the public site may show. */
export const publicCollections = [...draftCollections, 'topics', 'media', 'redirects'] as const

/** Every global that the public site may show. */
export const publicGlobals = ['clinic', 'crisis', 'navigation', 'search'] as const

export type DraftCollection = (typeof draftCollections)[number]
export type PublicCollection = (typeof publicCollections)[number]
export type PublicGlobal = (typeof publicGlobals)[number]
/** The first part of a document's identity: its collection, or the name of a global (whose id is the same name). */
export type DocumentCollection = PublicCollection | PublicGlobal
