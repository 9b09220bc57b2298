import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ObjectId } from 'mongodb'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article, condition, faq, page, person, redirect, topic } from '../testing/sample-documents.ts'
import { startTestCms, TEST_PASSWORD } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let admin: Editor
let number = 0

beforeAll(async () => {
  cms = await startTestCms()
  admin = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const user = () => {
  number += 1
  return { name: 'User', email: `user-${number}@example.org`, password: TEST_PASSWORD }
}

describe.each([
  ['articles', () => article()],
  ['conditions', () => condition()],
  ['faqs', () => faq()],
  ['pages', () => page()],
  ['people', () => person()],
  ['topics', () => topic()],
  ['redirects', () => redirect()],
  ['users', user],
  ['api-clients', () => ({ name: 'Machine', scopes: ['content:read'] })],
])('a document of %s', (collection, sample) => {
  const post = (data: object) => admin.post(`/api/${collection}`).send({ ...sample(), ...data })

  test('gets an id of 24 hexadecimal digits', async () => {
    const response = await post({}).expect(201)
    expect((response.body as { doc: Saved }).doc.id).toMatch(/^[0-9a-f]{24}$/)
  })

  test('keeps the id that it brings', async () => {
    const id = new ObjectId().toHexString()
    const response = await post({ id }).expect(201)
    expect((response.body as { doc: Saved }).doc.id).toBe(id)
  })

  test.each(['my-id', '../x', 'ABCDEF012345ABCDEF012345', 7])('does not bring the id %p', async (id) => {
    const response = await post({ id }).expect(400)
    expect(response.body).toEqual({
      errors: [
        {
          message: `The id ${JSON.stringify(id)} cannot be used: an id is 24 hexadecimal digits (0–9, a–f). Leave it out to get one.`,
        },
      ],
    })
  })

  test('is found by its id beside what is no id, by which nothing is found', async () => {
    const { id } = (
      await post({})
        .expect(201)
        .then(({ body }) => body as { doc: Saved })
    ).doc
    const foundBy = async (list: string) => {
      const response = await admin.get(`/api/${collection}?where[id][in]=${list}`).expect(200)
      return (response.body as { docs: Saved[] }).docs.map((found) => found.id)
    }
    expect(await foundBy(`my-id,${id}`)).toEqual([id])
    expect(await foundBy('my-id')).toEqual([])
  })

  test('does not take the id of another one', async () => {
    const first = await post({}).expect(201)
    const { id } = (first.body as { doc: Saved }).doc
    const before = await admin.read(collection, id)
    const response = await post({ id }).expect(400)
    expect(response.body).toEqual({
      errors: [{ message: `Another document has the id “${id}” already. Leave it out to get one.` }],
    })
    expect(await admin.read(collection, id)).toEqual(before)
  })
})
