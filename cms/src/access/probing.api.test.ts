import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article, condition, person, picture } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let anybody: Editor
let first: Saved
let second: Saved

/** Two public articles whose references lead to what the public may not read: “alpha” behind the first, “omega” behind the second. */
beforeAll(async () => {
  cms = await startTestCms()
  const staff = editor(cms, await cms.logIn())
  anybody = editor(cms)
  const publish = async (word: string): Promise<Saved> => {
    const image = await picture(cms.payload, { alt: word, credit: word })
    const secretPerson = await staff.create('people', person({ name: word, credentials: word }))
    const trashedCondition = await staff.createPublished('conditions', condition({ summary: word }))
    const draft = await staff.create('articles', article({ summary: word }))
    const published = await staff.createPublished(
      'articles',
      article({
        hero: image.id,
        reviewer: secretPerson.id,
        lastReviewed: '2026-05-04T12:00:00.000Z',
        authors: [secretPerson.id],
        conditions: [trashedCondition.id],
        related: [draft.id],
      }),
    )
    await staff.trash('conditions', trashedCondition.id)
    await staff.autosave('articles', published.id, { summary: word })
    return published
  }
  first = await publish('alpha')
  second = await publish('omega')
})

afterAll(() => cms.close())

/** The ids that a query finds, in its order, or the status of its refusal. */
async function ask(query: string): Promise<string[] | number> {
  const response = await anybody.get(`/api/articles?${query}`)
  if (response.status !== 200) return response.status
  return (response.body as { docs: Saved[] }).docs.map(({ id }) => id)
}

const hidden = [
  'related.summary',
  'related.title',
  'reviewer.name',
  'reviewer.credentials',
  'authors.name',
  'conditions.summary',
  'hero.alt',
  'hero.credit',
  'seo.image.alt',
  'conditions.articles.summary',
  'related.reviewer.name',
  'version.summary',
]

describe('somebody who is not logged in', () => {
  test.each(hidden)('learns nothing by searching in %s', async (path) => {
    for (const operator of ['equals', 'like', 'contains', 'in', 'not_equals', 'exists'])
      for (const where of [`where[${path}][${operator}]`, `draft=true&where[${path}][${operator}]`]) {
        const known = await ask(`${where}=${operator === 'exists' ? 'true' : 'alpha'}`)
        const unknown = await ask(`${where}=${operator === 'exists' ? 'true' : 'a word that is nowhere'}`)
        expect({ where, found: known }).toEqual({ where, found: unknown })
      }
  })

  test('learns nothing by searching for what a list of references contains', async () => {
    expect(await ask('where[related][contains][summary][equals]=alpha')).toBe(400)
  })

  test.each(hidden)('learns nothing from the order by %s', async (path) => {
    const rising = await ask(`sort=${path},id`)
    const falling = await ask(`sort=-${path},id`)
    expect(rising).toEqual(falling)
  })

  test.each(['revision', 'lastVerifiedBy', 'nothing', 'apiKey', 'related..summary', 'related__summary'])(
    'does not search or sort by %s',
    async (path) => {
      expect(await ask(`where[${path}][exists]=true`)).toBe(400)
      expect(await ask(`sort=${path}`)).toBe(400)
    },
  )

  test('is told in a sentence what cannot be searched', async () => {
    const response = await anybody.get('/api/articles?where[related.summary][equals]=alpha').expect(400)
    expect(response.body).toEqual({
      errors: [
        {
          message: '“related.summary” cannot be searched or sorted by. Use a field of the document itself.',
        },
      ],
    })
  })

  test.each(['where[related.summary][equals]=alpha', 'sort=reviewer.name'])(
    'learns nothing from the joins of a condition: %s',
    async (query) => {
      const [key = '', value = ''] = query.split('=')
      const inJoin = key.replace(/^(\w+)/, 'joins[articles][$1]')
      await anybody.get(`/api/conditions?${inJoin}=${value}`).expect(400)
    },
  )

  test('finds a published article by its published words', async () => {
    expect(await ask(`where[summary][equals]=${first.summary as string}`)).toEqual([first.id])
    expect(await ask('where[summary][equals]=alpha')).toEqual([])
    expect(await ask(`where[_status][equals]=draft`)).toEqual([])
    expect(await ask(`where[or][0][_status][equals]=draft&where[or][1][id][equals]=${second.id}`)).toEqual([
      second.id,
    ])
  })
})
