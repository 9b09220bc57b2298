import request from 'supertest'
import type { Test } from 'supertest'
import type { TestCms } from './start-test-cms.ts'

/** What the tests look at in a document. */
export type Saved = Record<string, unknown> & { id: string; _status?: 'draft' | 'published' }

/** Somebody who works in the CMS: the requests that the admin's screens send. Each of them is expected to succeed. */
export type Editor = {
  /** A request of one's own, that may be refused. Send it with `send` and `expect`. */
  post: (path: string) => Test
  patch: (path: string) => Test
  get: (path: string) => Test
  delete: (path: string) => Test
  /** Makes a new document; it is a draft unless the data say otherwise. */
  create: (collection: string, data: object) => Promise<Saved>
  /** Makes a document and publishes it. */
  createPublished: (collection: string, data: object) => Promise<Saved>
  /** What the editor's form does while one types. */
  autosave: (collection: string, id: string, data: object) => Promise<Saved>
  /** “Save draft”. */
  saveDraft: (collection: string, id: string, data: object) => Promise<Saved>
  /** “Publish changes”. */
  publish: (collection: string, id: string, data?: object) => Promise<Saved>
  /** “Unpublish”. */
  unpublish: (collection: string, id: string) => Promise<Saved>
  trash: (collection: string, id: string) => Promise<Saved>
  /** “Restore” in the list of what is in the trash. */
  untrash: (collection: string, id: string, status?: 'draft' | 'published') => Promise<Saved>
  /** “Delete permanently”, of a document in the trash or out of it. */
  remove: (collection: string, id: string) => Promise<void>
  /** What is stored as the document itself, not its newest draft. */
  read: (collection: string, id: string) => Promise<Saved>
  /** The newest version of the document, as the editor's form shows it. */
  readNewest: (collection: string, id: string) => Promise<Saved>
  /** The ids of a document's versions, the newest first. */
  versions: (collection: string, id: string) => Promise<string[]>
}

/**
 * Works in a CMS as the one whom the headers log in.
 *
 * @param headers of `TestCms.logIn`, or none for somebody who is not logged in
 */
export function editor(cms: TestCms, headers: Record<string, string> = {}): Editor {
  const client = request.agent(cms.url).set(headers)
  const post = (path: string) => client.post(path)
  const patch = (path: string) => client.patch(path)
  const get = (path: string) => client.get(path)
  const save = async (path: string, data: object): Promise<Saved> => {
    const body = await answerOf(patch(path).send(data), 200)
    return (body as { doc: Saved }).doc
  }
  const create = async (collection: string, data: object): Promise<Saved> => {
    const body = await answerOf(post(`/api/${collection}`).send(data), 201)
    return (body as { doc: Saved }).doc
  }
  const read = async (path: string): Promise<Saved> => (await answerOf(get(path), 200)) as Saved

  return {
    post,
    patch,
    get,
    delete: (path) => client.delete(path),
    create: (collection, data) => create(`${collection}?draft=true`, data),
    createPublished: (collection, data) => create(collection, { ...data, _status: 'published' }),
    autosave: (collection, id, data) =>
      save(`/api/${collection}/${id}?draft=true&autosave=true`, { ...data, _status: 'draft' }),
    saveDraft: (collection, id, data) =>
      save(`/api/${collection}/${id}?draft=true`, { ...data, _status: 'draft' }),
    publish: (collection, id, data = {}) =>
      save(`/api/${collection}/${id}`, { ...data, _status: 'published' }),
    unpublish: (collection, id) =>
      save(`/api/${collection}/${id}?unpublishAllLocales=true`, { _status: 'draft' }),
    trash: (collection, id) => save(`/api/${collection}/${id}`, { deletedAt: new Date().toISOString() }),
    untrash: (collection, id, status = 'draft') =>
      save(`/api/${collection}/${id}?trash=true`, { deletedAt: null, _status: status }),
    remove: async (collection, id) => {
      await answerOf(client.delete(`/api/${collection}/${id}?trash=true`), 200)
    },
    read: (collection, id) => read(`/api/${collection}/${id}?trash=true`),
    readNewest: (collection, id) => read(`/api/${collection}/${id}?trash=true&draft=true`),
    versions: async (collection, id) => {
      const where = `where[parent][equals]=${id}&trash=true`
      const path = `/api/${collection}/versions?${where}&sort=-updatedAt&limit=100`
      const body = await answerOf(get(path), 200)
      return (body as { docs: { id: string }[] }).docs.map(({ id: version }) => version)
    },
  }
}

/** @throws an error that shows the answer, when its status is another one */
async function answerOf(test: Test, status: number): Promise<unknown> {
  const response = await test
  if (response.status !== status) throw new Error(`${response.status} came: ${response.text}`)
  return response.body as unknown
}
