import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article, condition, faq, person, picture } from '../testing/sample-documents.ts'
import { words } from '../testing/rich-text.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const SECRET = 'SECRET'

let cms: TestCms
let anybody: Editor
let live: Saved
let draft: Saved
let trashed: Saved
let topCondition: Saved

beforeAll(async () => {
  cms = await startTestCms()
  const staff = editor(cms, await cms.logIn())
  anybody = editor(cms)
  const image = await picture(cms.payload, { alt: SECRET })
  topCondition = await staff.createPublished('conditions', condition())
  const secret = { summary: SECRET, body: words(SECRET), conditions: [topCondition.id] }
  const reviewer = await staff.create('people', person({ name: SECRET }))
  draft = await staff.create('articles', article(secret))
  trashed = await staff.createPublished('articles', article(secret))
  await staff.trash('articles', trashed.id)
  live = await staff.createPublished(
    'articles',
    article({
      hero: image.id,
      reviewer: reviewer.id,
      lastReviewed: '2026-05-04T12:00:00.000Z',
      conditions: [topCondition.id],
      related: [draft.id, trashed.id],
    }),
  )
  await staff.autosave('articles', live.id, { summary: SECRET })
  await staff.create('faqs', faq({ question: SECRET, conditions: [topCondition.id] }))
})

afterAll(() => cms.close())

async function ask(query: string): Promise<{ data: Record<string, unknown> | null; errors?: unknown[] }> {
  const response = await anybody.post('/api/graphql').send({ query }).expect(200)
  expect(response.text).not.toContain(SECRET)
  return response.body as { data: Record<string, unknown> | null; errors?: unknown[] }
}

describe('somebody who is not logged in reads over GraphQL', () => {
  test.each(['', '(draft: true)', '(trash: true)', '(draft: true, trash: true)'])(
    'published documents that are not in the trash, in their published text: “%s”',
    async (options) => {
      const { data } = await ask(`{ Articles${options} { docs { id summary _status } totalDocs } }`)
      expect(data).toEqual({
        Articles: {
          docs: [{ id: live.id, summary: live.summary, _status: 'published' }],
          totalDocs: 1,
        },
      })
    },
  )

  test.each(['', ', draft: true', ', trash: true'])(
    'nothing of a draft or of what is in the trash by its id: “%s”',
    async (options) => {
      for (const { id } of [draft, trashed]) {
        const { data } = await ask(`{ Article(id: "${id}"${options}) { id summary } }`)
        expect(data).toEqual({ Article: null })
      }
    },
  )

  test.each(['', ', draft: true'])(
    'nothing of what a published document refers to but the public may not see: “%s”',
    async (options) => {
      const { data } = await ask(
        `{ Article(id: "${live.id}"${options}) { hero { alt url } reviewer { name } related { summary } conditions { name } } }`,
      )
      expect(data?.Article).toMatchObject({
        hero: null,
        reviewer: null,
        conditions: [{ name: topCondition.name }],
      })
      expect(JSON.stringify(data)).not.toContain(draft.id)
    },
  )

  test.each(['', ', draft: true'])('only what is published through joins: “%s”', async (options) => {
    const { data } = await ask(
      `{ Condition(id: "${topCondition.id}"${options}) { articles { docs { id summary } } faqs { docs { question } } } }`,
    )
    expect(data).toEqual({
      Condition: {
        articles: { docs: [{ id: live.id, summary: live.summary }] },
        faqs: { docs: [] },
      },
    })
  })

  test('a count of published documents only', async () => {
    expect((await ask('{ countArticles(draft: true, trash: true) { totalDocs } }')).data).toEqual({
      countArticles: { totalDocs: 1 },
    })
  })

  test('nothing by searching in other documents', async () => {
    const { data, errors } = await ask(
      `{ Conditions { docs { articles(where: { summary: { equals: "${SECRET}" } }) { docs { id } } } } }`,
    )
    expect(errors ?? data).toEqual({ Conditions: { docs: [{ articles: { docs: [] } }] } })
    expect(await ask('{ Articles(sort: "reviewer.name") { docs { id } } }')).toMatchObject({
      errors: [{ extensions: { statusCode: 400 } }],
    })
  })

  test.each([
    'versionsArticles { docs { id } }',
    'allMedia { docs { alt } }',
    'Users { docs { email } }',
    'PayloadLockedDocuments { docs { id } }',
  ])('no %s', async (query) => {
    expect(await ask(`{ ${query} }`)).toMatchObject({
      errors: [{ extensions: { statusCode: 403 } }],
    })
  })

  test('neither keys of machines nor removals, which GraphQL does not know', async () => {
    const { data } = await ask('{ __schema { queryType { fields { name } } } }')
    const names = JSON.stringify(data)
    expect(names).toContain('Articles')
    expect(names).not.toMatch(/Removal|ApiClient|APIClient/)
  })
})

test('somebody who is not logged in changes nothing over GraphQL', async () => {
  const mutations = [
    `updateArticle(id: "${live.id}", data: { title: "Taken over" }) { id }`,
    `deleteArticle(id: "${live.id}") { id }`,
    'createTopic(data: { name: "Taken over" }) { id }',
    'updateClinic(data: { name: "Taken over", timeZone: "UTC" }) { name }',
    'createUser(data: { name: "x", email: "x@example.org", password: "long enough" }) { id }',
  ]
  for (const mutation of mutations)
    expect(await ask(`mutation { ${mutation} }`)).toMatchObject({
      errors: [{ extensions: { statusCode: 403 } }],
    })
})
