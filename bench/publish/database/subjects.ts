import { condition } from '../../../cms/src/seed/documents/condition.ts'
import { topic } from '../../../cms/src/seed/documents/topic.ts'
import { bullets, heading, paragraph } from '../../../cms/src/seed/rich-text.ts'
import type { StarterDocument } from '../../../cms/src/seed/starter-document.ts'
import { sentence, sentences } from './prose.ts'
import { seededRandom } from '../content/random.ts'

const ARTICLES_A_TOPIC = 50
const ARTICLES_A_CONDITION = 100

/** How many conditions and topics a site with so many articles has: lists stay as long as people can read. */
export function subjectCounts(articles: number): { conditions: number; topics: number } {
  return {
    conditions: Math.max(2, Math.ceil(articles / ARTICLES_A_CONDITION)),
    topics: Math.max(4, Math.ceil(articles / ARTICLES_A_TOPIC)),
  }
}

/** The address of a generated topic. @param number from 0 */
export const topicSlug = (number: number): string => `topic-${number + 1}`

/** The address of a generated condition. @param number from 0 */
export const conditionSlug = (number: number): string => `condition-${number + 1}`

/** A topic that articles are grouped by. */
export function generatedTopic(number: number): StarterDocument<'topics'> {
  const random = seededRandom(1_000_000 + number)
  return topic(topicSlug(number), `Topic ${number + 1}`, sentence(random))
}

/** A condition with all of its texts. */
export function generatedCondition(number: number): StarterDocument<'conditions'> {
  const random = seededRandom(2_000_000 + number)
  const text = () => [
    paragraph(sentences(3, random)),
    bullets(sentence(random), sentence(random), sentence(random)),
    paragraph(`${sentences(2, random)}[^nimhDepression]`),
  ]
  return condition({
    slug: conditionSlug(number),
    name: `Condition ${number + 1}`,
    alsoKnownAs: [],
    published: '2026-01-01',
    summary: sentences(2, random),
    keyFacts: [sentence(random), sentence(random), sentence(random)],
    icd10Codes: [['F33.2', sentence(random)]],
    overview: text(),
    symptoms: text(),
    diagnosis: text(),
    standardTreatments: [heading(3, 'Talking therapies'), ...text()],
    evidence: [{ statement: sentence(random), grade: 'moderate', source: 'rush2006' }],
    treatmentStatuses: [],
    risks: text(),
    whenToGetHelp: text(),
    socialImage: 'calm-waves',
  })
}
