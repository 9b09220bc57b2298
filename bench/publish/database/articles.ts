import { callout } from '../../../cms/src/seed/blocks.ts'
import { article } from '../../../cms/src/seed/documents/article.ts'
import { bullets, heading, paragraph, quote, steps } from '../../../cms/src/seed/rich-text.ts'
import type { Part } from '../../../cms/src/seed/rich-text.ts'
import type { SourceKey } from '../../../cms/src/seed/sources.ts'
import type { StarterDocument } from '../../../cms/src/seed/starter-document.ts'
import { articleSlug } from '../content/article-slug.ts'
import { headline, sentence, sentences } from './prose.ts'
import { seededRandom } from '../content/random.ts'
import type { Random } from '../content/random.ts'
import { conditionSlug, topicSlug } from './subjects.ts'

/** Sources of the starter content that an article can cite. */
const sources: readonly SourceKey[] = [
  'label',
  'rems',
  'professionals',
  'nimhDepression',
  'rush2006',
  'voineskos2020',
]

/** Pictures of the starter content. */
const pictures = [
  'sunrise',
  'two-circles',
  'stepping-stones',
  'calm-waves',
  'strata',
  'river',
  'archways',
  'evening-dunes',
]

const SECTIONS = 10
const FIRST_PUBLISHED = Date.UTC(2016, 0, 1)
const HOUR_MS = 3_600_000

/**
 * An article as a clinic writes them: some 60 paragraphs in ten sections, with lists, callouts, a quotation, citations and
 * links. The same number always gives the same article.
 *
 * @param number from 0; it names earlier articles only, so that all of them can be created in order
 * @param of how many conditions and topics there are to belong to
 */
export function generatedArticle(
  number: number,
  of: { conditions: number; topics: number },
): StarterDocument<'articles'> {
  const random = seededRandom(number + 1)
  const earlier = Array.from({ length: Math.min(3, number) }, (_, back) => articleSlug(number - 1 - back))
  const document = article({
    slug: articleSlug(number),
    title: `${headline(random)} (${number + 1})`,
    published: '2026-01-01',
    summary: sentences(2, random),
    hero: random.pick(pictures),
    topics: [topicSlug(number % of.topics)],
    conditions: [conditionSlug(number % of.conditions)],
    keyPoints: Array.from({ length: 4 }, () => sentence(random)),
    body: Array.from({ length: SECTIONS }, (_, section) => sectionOf(section, earlier, random)).flat(),
    related: earlier,
  })
  return {
    collection: 'articles',
    slug: document.slug,
    build: (writing) => ({
      ...document.build(writing),
      // Set at once: the articles that it names exist already.
      ...document.later?.(writing),
      publishedAt: new Date(FIRST_PUBLISHED + number * HOUR_MS).toISOString(),
      reviewer: writing.idOf('person:editorial-team'),
      lastReviewed: '2026-09-01T12:00:00.000Z',
      reviewDue: '2028-09-01T12:00:00.000Z',
      starterContent: false,
    }),
  }
}

function sectionOf(section: number, earlier: readonly string[], random: Random): Part[] {
  const cited = `${sentence(random)}[^${random.pick(sources)}]`
  const target = earlier.length > 0 ? `article:${random.pick(earlier)}` : 'https://www.nimh.nih.gov/'
  return [
    heading(2, headline(random)),
    paragraph(cited),
    paragraph(`**${random.pick(['Good to know', 'Remember', 'In short'])}.** ${sentence(random)}`),
    paragraph(`${sentence(random)} You can [read more about this](${target}).`),
    extraOf(section, random),
    heading(3, headline(random)),
    paragraph(sentences(2, random)),
    paragraph(`${sentence(random)}[^${random.pick(sources)}]`),
    paragraph(sentence(random)),
  ]
}

function extraOf(section: number, random: Random): Part {
  const items = Array.from({ length: 3 }, () => sentence(random))
  switch (section % 4) {
    case 0:
      return bullets(...items)
    case 1:
      return callout(headline(random), paragraph(sentence(random)), paragraph(sentence(random)))
    case 2:
      return steps(...items)
    default:
      return quote(sentences(2, random))
  }
}
