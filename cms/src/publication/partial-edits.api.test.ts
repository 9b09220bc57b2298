import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { afterCommitSettled } from '../database/after-commit.ts'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let colleague: Editor
let feed: FeedReader

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  colleague = editor(cms, await cms.logIn('colleague@example.org', ['author']))
  feed = feedReader(cms)
})

afterAll(() => cms.close())

const publish = () => staff.createPublished('articles', article())
const among = (articles: Saved[]) => `where[id][in]=${articles.map(({ id }) => id).join(',')}`

/** As the admin does while somebody has the document open. */
async function lockForColleague({ id }: Saved): Promise<void> {
  const me = await colleague.get('/api/users/me').expect(200)
  const { user } = me.body as { user: { id: string } }
  await colleague
    .post('/api/payload-locked-documents')
    .send({ document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: user.id } })
    .expect(201)
}

test('of an edit of many that fails in part, what succeeded is public and told; the rest is as it was', async () => {
  const [changed, locked] = [await publish(), await publish()]
  await lockForColleague(locked)
  const before = await feed.now()
  const response = await staff
    .patch(`/api/articles?${among([changed, locked])}`)
    .send({ summary: 'For both.', _status: 'published' })
    .expect(400)
  expect(response.body).toMatchObject({ docs: [{ id: changed.id }], errors: [{ id: locked.id }] })
  expect(await feed.since(before)).toEqual([`articles:${changed.id}`])
  expect(await feed.fieldsOf('articles', changed.id)).toMatchObject({ summary: 'For both.' })
  expect(await feed.fieldsOf('articles', locked.id)).toMatchObject({ summary: locked.summary })
})

test('of a deletion of many that fails in part, only what is deleted is gone', async () => {
  const [locked, deleted] = [await publish(), await publish()]
  await lockForColleague(locked)
  const before = await feed.now()
  await staff.delete(`/api/articles?${among([locked, deleted])}`).expect(400)
  expect(await feed.since(before)).toEqual([`gone articles:${deleted.id}`])
  expect(await feed.fieldsOf('articles', locked.id)).toMatchObject({ slug: locked.slug })
})

test('a save whose last step fails changes nothing and tells nobody', async () => {
  const { id, summary } = await publish()
  const before = await feed.now()
  await afterCommitSettled(cms.payload)
  const nudge = jest.spyOn(globalThis, 'fetch')
  const createVersion = jest
    .spyOn(cms.payload.db, 'createVersion')
    .mockRejectedValueOnce(new Error('The disk is full'))
  await staff.patch(`/api/articles/${id}`).send({ summary: 'Lost.', _status: 'published' }).expect(500)
  await staff.patch(`/api/articles/${id}`).send({ _status: 'draft', slug: 'a/b' }).expect(400)
  await afterCommitSettled(cms.payload)
  expect(nudge).not.toHaveBeenCalled()
  createVersion.mockRestore()
  nudge.mockRestore()
  expect(await staff.readNewest('articles', id)).toMatchObject({ summary, _status: 'published' })
  expect(await feed.since(before)).toEqual([])
})

test('a save that looks for what is not there is not undone by it', async () => {
  const { id } = await publish()
  const gone = await staff.create('articles', article())
  await staff.remove('articles', gone.id)
  // Every save looks up who has its address, whether it is public, and what it refers to.
  expect(await staff.publish('articles', id, { slug: `free-${id}` })).toMatchObject({ slug: `free-${id}` })
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ slug: `free-${id}` })
  expect(await feed.fieldsOf('articles', gone.id)).toBeUndefined()
})
