import type {
  Article,
  Clinic,
  Condition,
  Crisis,
  Faq,
  Media,
  Navigation,
  Page,
  Person,
  Redirect,
  Search,
  Topic,
} from '@careword/shared/payload-types.ts'
import { block, citation, link, linkTo, paragraph, richText, words } from '../../testing/rich-text.ts'

/** Documents that the full ones refer to, by id. */
export type Targets = Record<'condition' | 'article' | 'faq' | 'page' | 'topic' | 'person' | 'media', string>

type Stored = 'id' | 'createdAt' | 'updatedAt' | 'deletedAt' | '_status' | 'revision'
type Full<Document, Also extends keyof Document = never> = Required<Omit<Document, Stored | Also>>

/** Every kind of node that a text can hold. */
export function fullText(targets: Targets): Page['body'] {
  return richText(
    element('heading', { tag: 'h2', children: paragraph('A heading').children }),
    paragraph(
      'Words, ',
      link('https://example.org/'),
      ' ',
      linkTo('articles', targets.article),
      citation('anand2023'),
    ),
    element('list', {
      listType: 'bullet',
      tag: 'ul',
      start: 1,
      children: [element('listitem', { value: 1, children: paragraph('An item').children })],
    }),
    element('quote', { children: paragraph('A quote').children }),
    element('table', {
      children: [
        element('tablerow', {
          children: [
            element('tablecell', { headerState: 1, colSpan: 1, rowSpan: 1, children: [paragraph('A cell')] }),
          ],
        }),
      ],
    }),
    { type: 'upload', version: 3, format: '', relationTo: 'media', value: targets.media, fields: {} },
    block('callout', { title: 'A callout', body: words('Its text') }),
    block('careCard', { level: 'urgent', heading: 'A care card', body: words('Its text') }),
    block('faqList', { heading: 'Questions', faqs: [targets.faq] }),
    block('outcome', {
      what: 'people who were better',
      outOf: 100,
      group: { label: 'with', count: 55 },
      comparison: { label: 'without', count: 41 },
      note: 'After a month.',
      source: 'anand2023',
    }),
    block('treatmentStatus', treatmentStatus()),
  )
}

function element(type: string, fields: object): Record<string, unknown> {
  return { type, version: 1, direction: null, format: '', indent: 0, ...fields }
}

const treatmentStatus = () => ({
  treatment: 'Ketamine',
  use: 'depression',
  status: 'offLabel' as const,
  detail: 'Approved for anaesthesia.',
  source: 'anand2023',
})

const governance = (targets: Targets) => ({
  authors: [targets.person],
  reviewer: targets.person,
  lastReviewed: '2026-05-04T12:00:00.000Z',
  reviewDue: '2027-05-04T12:00:00.000Z',
  sources: [
    {
      key: 'anand2023',
      title: 'A trial',
      authors: 'Anand and others',
      publisher: 'A journal',
      year: 2023,
      url: 'https://example.org/trial',
      doi: '10.1000/1',
      pmid: '123',
    },
  ],
  changeNotes: [{ date: '2026-05-05T12:00:00.000Z', kind: 'major' as const, text: 'New numbers.' }],
  seo: { title: 'In a search', description: 'What a search shows.', image: targets.media },
  publishedAt: '2026-05-06T08:00:00.000Z',
  starterContent: true,
})

export function fullArticle(targets: Targets): Full<Article> {
  return {
    title: 'A full article',
    slug: 'a-full-article',
    summary: 'With everything.',
    hero: targets.media,
    body: fullText(targets),
    keyPoints: [{ point: 'One point.' }],
    conditions: [targets.condition],
    topics: [targets.topic],
    related: [targets.article],
    ...governance(targets),
  }
}

export function fullCondition(targets: Targets): Full<Condition, 'articles' | 'faqs'> {
  const text = fullText(targets)
  return {
    name: 'A full condition',
    abbreviation: 'AFC',
    alsoKnownAs: [{ name: 'Another name' }],
    slug: 'a-full-condition',
    summary: 'With everything.',
    keyFacts: [{ fact: 'A fact.' }],
    icd10Codes: [{ code: 'F33.2', label: 'A label' }],
    overview: text,
    symptoms: text,
    diagnosis: text,
    standardTreatments: text,
    evidence: [{ statement: 'It helps some.', grade: 'moderate', source: 'anand2023' }],
    treatmentStatuses: [treatmentStatus()],
    risks: text,
    whenToGetHelp: text,
    ...governance(targets),
  }
}

export function fullFaq(targets: Targets): Full<Faq> {
  return {
    question: 'Is everything here?',
    slug: 'is-everything-here',
    answer: fullText(targets),
    conditions: [targets.condition],
    topic: targets.topic,
    order: 7,
    ...governance(targets),
  }
}

export function fullPage(targets: Targets): Full<Page> {
  return {
    title: 'A full page',
    slug: 'a-full-page',
    summary: 'With everything.',
    body: fullText(targets),
    ...governance(targets),
  }
}

export function fullPerson(targets: Targets): Full<Person> {
  return {
    kind: 'person',
    name: 'A full person',
    slug: 'a-full-person',
    credentials: 'MD',
    role: 'Psychiatrist',
    bio: words('About.'),
    photo: targets.media,
    conflictsOfInterest: 'None',
  }
}

export function fullTopic(): Full<Topic> {
  return { name: 'A full topic', slug: 'a-full-topic', description: 'All about it.' }
}

export function fullRedirect(targets: Targets): Full<Redirect> {
  const reference = { relationTo: 'articles' as const, value: targets.article }
  return { from: '/full/', to: { type: 'reference', reference, url: '/also/' } }
}

/** What an editor says of a picture; the CMS adds the rest. */
export function fullMedia(): Partial<Media> {
  return { alt: 'A calm colour.', decorative: true, credit: 'The clinic', focalX: 40, focalY: 60 }
}

export function fullClinic(): Full<Clinic> {
  return {
    name: 'Harbour Clinic',
    telephone: '+1 555 0100',
    address: '1 Harbour Street',
    openingHours: [{ days: 'Monday to Friday', hours: '9 to 5' }],
    timeZone: 'America/New_York',
    feedbackAddress: 'https://example.org/feedback',
    disclosureOfInterest: 'The clinic offers these treatments.',
  }
}

export function fullCrisis(): Full<Crisis> {
  return {
    heading: 'In a crisis',
    introduction: 'You are not alone.',
    lines: [
      {
        name: 'Lifeline',
        description: 'At any hour.',
        contacts: [{ kind: 'call', value: '988', hint: 'Press 1 for veterans' }],
      },
    ],
    lastVerifiedOn: '2026-05-04T12:00:00.000Z',
    lastVerifiedBy: 'verifier@example.org',
  }
}

export function fullNavigation(targets: Targets): Full<Navigation> {
  return {
    header: [
      { label: 'Home', link: { kind: 'section', section: '/' } },
      { label: 'About', link: { kind: 'document', document: { relationTo: 'pages', value: targets.page } } },
    ],
    footer: [{ label: 'Elsewhere', link: { kind: 'url', url: 'https://example.org/' } }],
  }
}

export function fullSearch(): Full<Search> {
  return { synonyms: [{ words: ['ketamine', 'esketamine'] }] }
}
