import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { article, topic } from '../testing/sample-documents.ts'
import { startTestCms, TEST_PASSWORD } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let admin: Editor
let author: Editor
let authorId: string
let adminId: string

beforeAll(async () => {
  cms = await startTestCms()
  admin = editor(cms, await cms.logIn('admin@example.org'))
  author = editor(cms, await cms.logIn('author@example.org', ['author', 'publisher']))
  adminId = await idOf(admin)
  authorId = await idOf(author)
})

afterAll(() => cms.close())

async function idOf(someone: Editor): Promise<string> {
  const response = await someone.get('/api/users/me').expect(200)
  return (response.body as { user: { id: string } }).user.id
}

async function rolesOf(id: string): Promise<unknown> {
  return (await admin.read('users', id)).roles
}

const newUser = (email: string) => ({ email, name: 'New', password: TEST_PASSWORD, roles: ['author'] })

describe('somebody of the clinic who is no admin', () => {
  test('works on documents and on what all pages show', async () => {
    const { id } = await author.create('articles', article())
    await author.publish('articles', id)
    await author.createPublished('topics', topic())
    await author.post('/api/globals/search').send({ synonyms: [] }).expect(200)
    expect(await author.read('articles', id)).toMatchObject({ _status: 'published' })
  })

  test.each(['admin', 'reviewer'])('does not make themselves %s', async (role) => {
    await author.patch(`/api/users/${authorId}`).send({ roles: [role] })
    await author.patch(`/api/users?where[id][equals]=${authorId}`).send({ roles: [role] })
    const query = `mutation { updateUser(id: "${authorId}", data: { roles: [${role}] }) { id } }`
    await author.post('/api/graphql').send({ query })
    expect(await rolesOf(authorId)).toEqual(['author', 'publisher'])
  })

  test('changes their own name and password', async () => {
    await author.patch(`/api/users/${authorId}`).send({ name: 'A new name' }).expect(200)
    expect(await admin.read('users', authorId)).toMatchObject({ name: 'A new name' })
  })

  test('does not change, make or delete other users', async () => {
    await author.patch(`/api/users/${adminId}`).send({ name: 'Changed' }).expect(403)
    await author.patch(`/api/users?where[id][exists]=true`).send({ email: 'taken@example.org' })
    await author.post('/api/users').send(newUser('second@example.org')).expect(403)
    await author.delete(`/api/users/${adminId}`).expect(403)
    await author.delete('/api/users?where[id][exists]=true').expect(403)
    expect(await admin.read('users', adminId)).toMatchObject({
      name: 'Test user',
      email: 'admin@example.org',
    })
  })

  test('sees no passwords, sessions or keys', async () => {
    const response = await author.get('/api/users?depth=2').expect(200)
    expect(response.text).not.toMatch(/"(?:hash|salt|resetPasswordToken|apiKey|apiKeyIndex)"/)
    const { docs } = response.body as { docs: { id: string; sessions: unknown[] }[] }
    expect(docs.find(({ id }) => id === adminId)?.sessions).toEqual([])
    await author.get('/api/api-clients').expect(403)
  })

  test('does not unlock a locked account, an admin does', async () => {
    const email = 'locked@example.org'
    await admin.post('/api/users').send(newUser(email)).expect(201)
    for (let attempt = 0; attempt < 5; attempt += 1)
      await editor(cms).post('/api/users/login').send({ email, password: 'wrong' }).expect(401)
    const logIn = () => editor(cms).post('/api/users/login').send({ email, password: TEST_PASSWORD })
    await logIn().expect(401)
    await editor(cms).post('/api/users/unlock').send({ email }).expect(403)
    await author.post('/api/users/unlock').send({ email }).expect(403)
    await logIn().expect(401)
    await admin.post('/api/users/unlock').send({ email }).expect(200)
    await logIn().expect(200)
  })

  test('does not run, queue or read jobs, and not the records of removals', async () => {
    await author.get('/api/payload-jobs/run').expect(401)
    await author.post('/api/payload-jobs').send({ taskSlug: 'schedulePublish' }).expect(403)
    await author.get('/api/payload-jobs').expect(403)
    await author.get('/api/removals').expect(403)
    await author.post('/api/removals').send({ documentCollection: 'articles' }).expect(403)
  })
})

describe('an admin', () => {
  test('makes users and gives them roles', async () => {
    const response = await admin.post('/api/users').send(newUser('third@example.org')).expect(201)
    const { id } = (response.body as { doc: { id: string } }).doc
    expect(id).toMatch(/^[0-9a-f]{24}$/)
    await admin
      .patch(`/api/users/${id}`)
      .send({ roles: ['reviewer'] })
      .expect(200)
    expect(await rolesOf(id)).toEqual(['reviewer'])
  })

  test('takes rights away at once, from those too who are logged in', async () => {
    const second = editor(cms, await cms.logIn('second-admin@example.org'))
    await second.get('/api/api-clients').expect(200)
    await admin
      .patch(`/api/users/${await idOf(second)}`)
      .send({ roles: ['author'] })
      .expect(200)
    await second.get('/api/api-clients').expect(403)
  })

  test('does not mark or unmark starter content either', async () => {
    const { id } = await admin.create('articles', article({ starterContent: true }))
    expect(await admin.read('articles', id)).toMatchObject({ starterContent: false })
  })
})
