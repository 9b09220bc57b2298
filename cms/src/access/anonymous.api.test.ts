import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicFields } from '@careword/shared/public-fields.ts'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article, condition, faq, person, picture } from '../testing/sample-documents.ts'
import { words } from '../testing/rich-text.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const SECRET = 'SECRET'

let cms: TestCms
let staff: Editor
let anybody: Editor
let live: Saved
let draft: Saved
let trashed: Saved
let secretPerson: Saved
let livePerson: Saved
let liveCondition: Saved
let image: { id: string; filename?: string | null }

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  anybody = editor(cms)
  image = await picture(cms.payload, { alt: SECRET })
  secretPerson = await staff.create('people', person({ name: SECRET, credentials: SECRET }))
  livePerson = await staff.createPublished('people', person({ name: 'Live person' }))
  liveCondition = await staff.createPublished('conditions', condition())
  draft = await staff.create('articles', secretArticle())
  trashed = await staff.createPublished('articles', secretArticle())
  await staff.trash('articles', trashed.id)
  live = await staff.createPublished(
    'articles',
    article({
      title: 'Live',
      hero: image.id,
      authors: [secretPerson.id, livePerson.id],
      reviewer: secretPerson.id,
      lastReviewed: '2026-05-04T12:00:00.000Z',
      conditions: [liveCondition.id],
      related: [draft.id, trashed.id],
    }),
  )
  await staff.autosave('articles', live.id, { summary: SECRET })
  await staff.create('faqs', faq({ question: SECRET, conditions: [liveCondition.id] }))
})

afterAll(() => cms.close())

const secretArticle = () =>
  article({
    title: `${SECRET} ${Math.random()}`,
    summary: SECRET,
    body: words(SECRET),
    conditions: [liveCondition.id],
  })

async function readAnonymously(path: string): Promise<unknown> {
  const response = await anybody.get(path).expect(200)
  expect(response.text).not.toContain(SECRET)
  return response.body as unknown
}

describe('somebody who is not logged in reads over REST', () => {
  test.each(['', '&draft=true', '&trash=true', '&draft=true&trash=true', '&depth=3', '&depth=3&draft=true'])(
    'published documents that are not in the trash, and no text of others: “%s”',
    async (query) => {
      const ids = [live.id, draft.id, trashed.id].join(',')
      const found = (await readAnonymously(`/api/articles?where[id][in]=${ids}${query}`)) as { docs: Saved[] }
      expect(found.docs.map(({ id }) => id)).toEqual([live.id])
    },
  )

  test.each(['', '?draft=true', '?draft=true&depth=3', '?depth=3&populate[people][name]=true'])(
    'one published document in its published text: “%s”',
    async (query) => {
      expect(await readAnonymously(`/api/articles/${live.id}${query}`)).toMatchObject({
        id: live.id,
        _status: 'published',
      })
    },
  )

  test.each(['', '?draft=true', '?trash=true', '?draft=true&trash=true'])(
    'nothing of a draft or of what is in the trash by its id: “%s”',
    async (query) => {
      await anybody.get(`/api/articles/${draft.id}${query}`).expect(404)
      await anybody.get(`/api/articles/${trashed.id}${query}`).expect(404)
    },
  )

  test.each([
    '',
    '&depth=2',
    '&draft=true&depth=2',
    '&trash=true&depth=2',
    '&joins[articles][where][_status][equals]=draft',
    `&draft=true&joins[articles][where][summary][like]=${SECRET}`,
  ])('only what is published through the joins of a condition: “%s”', async (query) => {
    const found = (await readAnonymously(
      `/api/conditions?where[id][equals]=${liveCondition.id}${query}`,
    )) as { docs: { articles: { docs: (string | Saved)[] }; faqs: { docs: unknown[] } }[] }
    const [{ articles, faqs } = { articles: { docs: [] }, faqs: undefined }] = found.docs
    const joined = articles.docs.map((doc) => (typeof doc === 'string' ? doc : doc.id))
    expect(joined).toEqual(query.includes('where') ? [] : [live.id])
    expect(faqs?.docs).toEqual([])
  })

  test.each([
    ['articles', () => live, []],
    ['conditions', () => liveCondition, ['articles', 'faqs']],
    ['people', () => livePerson, []],
  ] as const)(
    'the public fields of %s, and those that say when it changed and what belongs to it',
    async (collection, which, joins) => {
      const told = (await readAnonymously(`/api/${collection}/${which().id}`)) as Saved
      const known = [
        'id',
        'createdAt',
        'updatedAt',
        'deletedAt',
        '_status',
        ...publicFields[collection],
        ...joins,
      ]
      expect(Object.keys(told).filter((name) => !known.includes(name))).toEqual([])
    },
  )

  test('a count of published documents only', async () => {
    const all = await readAnonymously('/api/articles/count')
    const draftsAndTrash = await readAnonymously(
      `/api/articles/count?where[title][contains]=${SECRET}&trash=true`,
    )
    expect([all, draftsAndTrash]).toEqual([{ totalDocs: 1 }, { totalDocs: 0 }])
  })

  test('no versions', async () => {
    const [version] = await staff.versions('articles', live.id)
    await anybody.get('/api/articles/versions').expect(403)
    await anybody.get(`/api/articles/versions/${version ?? ''}`).expect(403)
  })

  test('no pictures, users, keys, removals, jobs, locks or settings of others', async () => {
    for (const collection of [
      'media',
      'users',
      'api-clients',
      'removals',
      'payload-jobs',
      'payload-locked-documents',
      'payload-preferences',
      'payload-kv',
    ])
      await anybody.get(`/api/${collection}`).expect(403)
    await anybody.get(`/api/media/${image.id}`).expect(403)
  })

  test('no picture file; people of the clinic and the publisher do', async () => {
    const path = `/api/media/file/${image.filename ?? ''}`
    await anybody.get(path).expect(403)
    await staff.get(path).expect(200)
    await anybody.get(path).set(cms.publisher).expect(200)
  })

  test('the crisis lines without the name of who verified them', async () => {
    await staff
      .post('/api/globals/crisis')
      .send({
        heading: 'Help',
        lines: [{ name: 'Line', contacts: [{ kind: 'call', value: '988' }] }],
        lastVerifiedBy: SECRET,
      })
      .expect(200)
    expect(await readAnonymously('/api/globals/crisis?draft=true&depth=2')).toMatchObject({ heading: 'Help' })
  })
})

describe('somebody who is not logged in changes nothing', () => {
  test.each([
    ['post', 'articles'],
    ['patch', 'articles?where[id][exists]=true'],
    ['delete', 'articles?where[id][exists]=true'],
    ['post', 'globals/clinic'],
    ['post', 'topics'],
    ['post', 'redirects'],
    ['post', 'media'],
    ['post', 'api-clients'],
    ['post', 'removals'],
    ['post', 'payload-jobs'],
    ['get', 'payload-jobs/run'],
    ['post', 'users'],
  ] as const)('%s %s', async (method, path) => {
    const request = anybody[method](`/api/${path}`)
    const { status } = await (method === 'get' ? request : request.send({ name: 'x' }))
    expect([401, 403]).toContain(status)
  })
})
