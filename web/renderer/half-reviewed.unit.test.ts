import { beforeAll, describe, expect, test } from '@jest/globals'
import { articles } from '../content/fixtures/articles.ts'
import { conditions } from '../content/fixtures/conditions.ts'
import { faqs } from '../content/fixtures/faqs.ts'
import { ids } from '../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { startReading } from '../content/content.ts'
import type { Snapshot } from '../content/snapshot.ts'
import { rendererForTests } from './build-for-tests.ts'
import { wordsOf } from './html-for-tests.ts'
import type { Renderer } from './load.ts'

const BUILD_TIME_MS = 300_000
type Part = 'reviewer' | 'lastReviewed'

const ARTICLE = '/articles/first-esketamine-visit/'

let renderer: Renderer
beforeAll(async () => {
  renderer = await rendererForTests()
}, BUILD_TIME_MS)

/** The site without a part of each review of a document. */
function siteWithout(part: Part): Snapshot {
  const documents = [...articles, ...conditions, ...faqs].map((document) => {
    const copy = structuredClone(document)
    if (part === 'reviewer') delete copy.fields.reviewer
    else delete copy.fields.lastReviewed
    return copy
  })
  return fixtureSnapshot({ documents })
}

async function bodyOf(snapshot: Snapshot, path: string): Promise<string> {
  const { status, body } = await renderer.render({ path }, startReading(snapshot).content)
  expect([path, status]).toEqual([path, 200])
  return body
}

describe.each<Part>(['reviewer', 'lastReviewed'])('an article without its %s', (part) => {
  test.each([ARTICLE, '/articles/', `${ARTICLE}index.md`, '/people/jordan-reyes/'])(
    'is nowhere said to be reviewed: %s',
    async (path) => {
      const whole = await bodyOf(fixtureSnapshot(), path)
      expect(reviewsTold(whole).length).toBeGreaterThan(0)

      expect(reviewsTold(await bodyOf(siteWithout(part), path))).toEqual([])
    },
  )

  test('says that it is not, and keeps what else it says of itself', async () => {
    const words = wordsOf(await bodyOf(siteWithout(part), ARTICLE))
    expect(words).toContain('Review Not yet reviewed by a clinician Next review due September 20, 2027')
    expect(words).toContain('Written by Editorial team')
  })
})

test.each([ARTICLE, '/articles/', `${ARTICLE}index.md`])(
  'an article whose reviewer is not on the site is nowhere said to be reviewed: %s',
  async (path) => {
    const snapshot = fixtureSnapshot({ without: [`people:${ids.reviewer}`] })
    expect(reviewsTold(await bodyOf(snapshot, path))).toEqual([])
  },
)

/** Where a page says that something was reviewed: in its words, in data for machines, or by a link. */
function reviewsTold(page: string): string[] {
  return [
    ...(page.match(/(?<!Not yet |not yet )\breviewed\b(?! by a clinician)[^<"]{0,40}/gi) ?? []),
    ...(page.match(/"(?:reviewedBy|lastReviewed)":"?[^,]*/g) ?? []),
  ]
}
