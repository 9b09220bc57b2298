import { z } from 'zod'
import type { RichText } from '@careword/shared/public-document.ts'
import { account } from '../content/account.ts'
import { changedBody } from '../content/changed-body.ts'
import { createClient, sendJson } from '../programs/client.ts'

/** Somebody who is logged in and edits over HTTP. */
export type Editor = {
  /** Opens an article, and prepares a change of its text. */
  open: (slug: string, mark: string) => Promise<PreparedEdit>
  /** Unpublishes an article. @returns what publishes it again */
  withdraw: (slug: string) => Promise<() => Promise<void>>
  /** Changes a label at the top of all pages. @returns when that was sent */
  renameFirstLink: (label: string) => Promise<number>
  close: () => void
}

/** A change that is ready to be saved. */
export type PreparedEdit = {
  /** Publishes it. @returns when it was sent, and how long the answer took, in milliseconds */
  save: () => Promise<{ sentAt: number; saveMs: number }>
}

const loginSchema = z.object({ token: z.string() })
const foundSchema = z.object({
  docs: z.tuple([
    z.object({ id: z.string(), body: z.custom<RichText>((value) => typeof value === 'object') }),
  ]),
})
const navigationSchema = z.object({
  header: z.tuple([z.looseObject({ label: z.string() })], z.looseObject({ label: z.string() })),
})

/** Logs in. @param cmsUrl address of the CMS */
export async function logIn(cmsUrl: string): Promise<Editor> {
  const client = createClient(cmsUrl)
  const { email, password } = account
  const login = await sendJson(client, '/api/users/login', { method: 'POST', body: { email, password } })
  const headers = { Authorization: `JWT ${loginSchema.parse(login).token}` }
  const read = (path: string) => sendJson(client, path, { headers })

  return {
    open: async (slug, mark) => {
      const found = await read(`/api/articles?where[slug][equals]=${slug}&depth=0&limit=1`)
      const [{ id, body }] = foundSchema.parse(found).docs
      const change = { body: changedBody(body, mark), _status: 'published' }
      return {
        save: async () => {
          const sentAt = performance.now()
          await sendJson(client, `/api/articles/${id}?depth=0`, { method: 'PATCH', headers, body: change })
          return { sentAt, saveMs: performance.now() - sentAt }
        },
      }
    },
    withdraw: async (slug) => {
      const found = await read(`/api/articles?where[slug][equals]=${slug}&depth=0&limit=1`)
      const [{ id }] = foundSchema.parse(found).docs
      const become = async (body: object) => {
        await sendJson(client, `/api/articles/${id}?depth=0`, { method: 'PATCH', headers, body })
      }
      await become({ _status: 'draft' })
      return () => become({ _status: 'published' })
    },
    renameFirstLink: async (label) => {
      const { header } = navigationSchema.parse(await read('/api/globals/navigation?depth=0'))
      const [first, ...others] = header
      const sentAt = performance.now()
      const body = { header: [{ ...first, label }, ...others] }
      await sendJson(client, '/api/globals/navigation?depth=0', { method: 'POST', headers, body })
      return sentAt
    },
    close: client.close,
  }
}
