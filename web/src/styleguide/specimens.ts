import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { Picture } from '../../content/content.ts'
import { block, bold, cite, italic, link, list, paragraph, quote, table, text, title } from './writing.ts'

const TODAY = '2026-11-23'
const sources = [
  {
    key: 'paper',
    title: 'A paper with a DOI and a number at PubMed',
    authors: 'Author A, Author B, et al.',
    publisher: 'A journal of medicine',
    year: 2023,
    doi: '10.1000/182',
    pmid: '12345678',
  },
  {
    key: 'page',
    title: 'A page of the web',
    publisher: 'A public body',
    year: 2026,
    url: 'https://example.org/',
  },
  { key: 'unread', title: 'A source that no sentence refers to', year: 2020 },
]

const reviewer: PublicDocument<'people'> = {
  collection: 'people',
  id: 'reviewer',
  version: '',
  fields: {
    kind: 'person',
    name: 'Robin Example',
    slug: '',
    credentials: 'MD, psychiatrist',
    conflictsOfInterest: 'Employed by the clinic. No payments from drug makers.',
  },
}

const question: PublicDocument<'faqs'> = {
  collection: 'faqs',
  id: 'question',
  version: '',
  fields: {
    question: 'How does a question look inside a page?',
    slug: 'a-question',
    answer: text(paragraph('With its answer, its sources, and who reviewed it.', cite('page'))),
    sources,
    reviewer: reviewer.id,
    lastReviewed: '2026-09-20T12:00:00.000Z',
  },
}

const body = text(
  title(2, 'Running text'),
  paragraph(
    'Words can be ',
    bold('strong'),
    ' or ',
    italic('stressed'),
    ', and lead ',
    link('https://example.org/', 'somewhere else'),
    '. A fact has a source.',
    cite('paper'),
    ' It may have two.',
    cite('page'),
  ),
  list('bullet', 'one thing', 'another thing, which is a little longer than the first'),
  list('number', 'first this', 'then that'),
  quote('What somebody said, in words of their own.'),
  title(3, 'A heading of the third level'),
  paragraph('Text below it.'),
  title(4, 'A heading of the fourth level'),
  table(
    ['Effect', 'How many people', 'How long'],
    ['Dizziness', '29 in 100', 'Up to two hours'],
    ['Feeling sick', '28 in 100', 'An hour or two'],
  ),
  title(2, 'Blocks'),
  block('callout', { title: 'A callout', body: text(paragraph('A short text that stands out.')) }),
  block('careCard', {
    level: 'nonUrgent',
    heading: 'Talk with your care team',
    body: text(paragraph('When it can wait.')),
  }),
  block('careCard', {
    level: 'urgent',
    heading: 'Call today',
    body: text(list('bullet', 'when it cannot wait', 'when you are not sure')),
  }),
  block('careCard', {
    level: 'emergency',
    heading: 'Call 911',
    body: text(paragraph('When it is a matter of life and death.')),
  }),
  title(2, 'Numbers'),
  ...[
    { outOf: 100, group: 55, comparison: 41, note: 'A note on what these numbers cannot tell.' },
    { outOf: 100, group: 20, comparison: 27 },
    { outOf: 10, group: 3, comparison: 3 },
    { outOf: 1000, group: 12, comparison: 8 },
  ].map(({ outOf, group, comparison, ...note }) =>
    block('outcome', {
      what: 'people who had the result',
      outOf,
      group: { label: 'with the treatment', count: group },
      comparison: { label: 'without it', count: comparison },
      source: 'paper',
      ...note,
    }),
  ),
  title(2, 'Status of treatments'),
  ...(['approved', 'offLabel', 'notRecommended'] as const).map((status) =>
    block('treatmentStatus', {
      treatment: 'A treatment',
      use: 'a condition',
      status,
      detail: 'What else there is to say.',
      source: 'page',
    }),
  ),
  title(2, 'Questions'),
  block('faqList', { faqs: [question.id] }),
)

const written = {
  title: 'An article',
  slug: 'an-article',
  summary: 'What it says in short.',
  body,
  sources,
  authors: [reviewer.id],
}

const article = (
  id: string,
  fields: Partial<PublicDocument<'articles'>['fields']>,
): PublicDocument<'articles'> => ({
  collection: 'articles',
  id,
  version: '',
  fields: { ...written, ...fields },
})

/** The documents that the styleguide shows. */
export const specimens = {
  reviewed: article('reviewed', {
    reviewer: reviewer.id,
    lastReviewed: '2026-09-20T12:00:00.000Z',
    reviewDue: '2027-09-20T12:00:00.000Z',
  }),
  overdue: article('overdue', {
    publishedAt: '2024-05-06T12:00:00.000Z',
    reviewer: reviewer.id,
    lastReviewed: '2025-05-04T12:00:00.000Z',
    reviewDue: '2026-05-04T12:00:00.000Z',
    changeNotes: [
      { date: '2026-02-03T12:00:00.000Z', kind: 'major', text: 'A new study added.' },
      { date: '2025-05-04T12:00:00.000Z', kind: 'major', text: 'A side effect added.' },
    ],
  }),
  starter: article('starter', { starterContent: true }),
  condition: {
    collection: 'conditions',
    id: 'condition',
    version: '',
    fields: {
      name: 'A condition',
      abbreviation: 'AC',
      slug: '',
      summary: 'What it is, in a sentence or two, as lists show it.',
      sources,
      evidence: (['high', 'moderate', 'low', 'veryLow'] as const).map((grade) => ({
        statement: 'What studies found, for or against a treatment.',
        grade,
        source: 'paper',
      })),
    },
  } satisfies PublicDocument<'conditions'>,
}

/** A small site of their own for the specimens, so that the styleguide needs nothing that is published. */
export const specimenSnapshot: Snapshot = {
  documents: new Map(
    [reviewer, question, ...Object.values(specimens)].map((document) => [
      `${document.collection}:${document.id}`,
      document,
    ]),
  ),
  today: TODAY,
  siteUrl: 'https://example.org',
}

/** A picture that comes with the site. */
export const specimenPicture: Picture = {
  alt: 'Drawing of hills below a low sun',
  credit: 'Careword',
  formats: [],
  fallback: { path: '/specimen.svg', width: 960, height: 540 },
}
