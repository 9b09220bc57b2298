import { z } from 'zod'
import type { CarewordInParts } from './careword-in-parts.ts'

/** A document as the CMS gives it. */
export type Saved = Record<string, unknown> & { id: string }

/** Somebody who works in the CMS through its REST API. */
export type Staff = {
  /**
   * Sends a request.
   *
   * @returns the document that it made or changed; undefined when the CMS refuses that, with a reason
   * @throws an Error when the CMS fails, or does not know who asks
   */
  send: (method: 'POST' | 'PATCH' | 'DELETE', path: string, data?: object) => Promise<Saved | undefined>
  /** Documents of a collection, drafts and those in the trash included. */
  list: (collection: string) => Promise<Saved[]>
  /** What is published: versions by `collection:id`. */
  published: () => Promise<Map<string, string>>
}

const ACCOUNT = { name: 'Ada', email: 'ada@example.org', password: 'a long enough password' }

const savedSchema = z.looseObject({ id: z.string() })
const changedSchema = z.union([
  z.object({ doc: savedSchema }).transform(({ doc }) => doc),
  z.object({ result: z.looseObject({}) }).transform(({ result }) => ({ ...result, id: '' })),
  savedSchema,
])
const listSchema = z.object({ docs: z.array(savedSchema) })
const indexSchema = z.object({
  documents: z.array(z.object({ collection: z.string(), id: z.string(), version: z.string() })),
})

/** Makes the first account through the setup link, and works with it. */
export async function firstOfStaff({ cmsUrl, setupToken, variables }: CarewordInParts): Promise<Staff> {
  const opened = await fetch(`${cmsUrl}/api/setup?token=${setupToken}`, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const registered = await fetch(`${cmsUrl}/api/users/first-register`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(ACCOUNT),
  })
  if (!registered.ok) throw new Error(`There is no first account: ${await registered.text()}`)
  const { token } = z.object({ token: z.string() }).parse(await registered.json())

  const ask = async (method: string, path: string, data?: object) =>
    fetch(`${cmsUrl}/api/${path}`, {
      method,
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      ...(data && { body: JSON.stringify(data) }),
    })
  return {
    async send(method, path, data) {
      const answer = await ask(method, path, data)
      const body = await answer.text()
      if (answer.ok) return changedSchema.parse(JSON.parse(body))
      if ([400, 404, 409].includes(answer.status)) return undefined
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${body}`)
    },
    async list(collection) {
      const answer = await ask('GET', `${collection}?trash=true&draft=true&depth=0&limit=100&sort=id`)
      return listSchema.parse(await answer.json()).docs
    },
    async published() {
      const answer = await fetch(`${cmsUrl}/api/site-content/index`, {
        headers: { authorization: `api-clients API-Key ${variables.PUBLISHER_API_KEY ?? ''}` },
      })
      const { documents } = indexSchema.parse(await answer.json())
      return new Map(documents.map(({ collection, id, version }) => [`${collection}:${id}`, version]))
    },
  }
}
