import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { pathOf } from '@careword/shared/paths.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import type { Problem } from './problem.ts'
import { refuseProblems } from './refuse-problems.ts'
import { isWebAddress } from './web-address.ts'

type Target = {
  type?: string | null
  url?: string | null
  reference?: { relationTo: string; value: unknown } | null
}

/**
 * Refuses a redirect that leads to the address that it starts from, or to what is no address: the plugin would take both. A
 * second one from the same address the database would refuse, in words that do not say of what.
 */
export const checkRedirect: CollectionBeforeChangeHook = async ({ data, originalDoc, collection, req }) => {
  const { from, to } = data as { from?: unknown; to?: Target | null }
  const problems: Problem[] = []
  const target = to ?? {}
  if (target.type === 'custom' && target.url && !isAddress(target.url))
    problems.push({
      path: 'to.url',
      label: 'To',
      message: `“${target.url}” is no address that a redirect can lead to. Write an address of this site from its first slash, or a web address that starts with https://.`,
    })
  const path = await pathOfTarget(req, target)
  if (typeof from === 'string' && path !== undefined && plain(path) === plain(from))
    problems.push({
      path: target.type === 'custom' ? 'to.url' : 'to.reference',
      label: 'To',
      message: 'A redirect cannot lead to the address that it starts from.',
    })
  const before = originalDoc as { id: string; from?: unknown } | undefined
  if (typeof from === 'string' && from !== before?.from && (await isTaken(req, from, before?.id)))
    problems.push({
      path: 'from',
      label: 'Old address',
      message: 'There is already a redirect from this address. Change that one, or choose another address.',
    })
  refuseProblems(req, problems, { collection: collection.slug })
  return data
}

function isAddress(url: string): boolean {
  return isWebAddress(url) || /^\/(?!\/)\S*$/.test(url)
}

/** Hosts take `/old` and `/old/` for one address. @param own the redirect that is being changed */
async function isTaken(req: PayloadRequest, from: string, own: string | undefined): Promise<boolean> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'redirects',
    where: { from: { in: [from, plain(from), `${plain(from)}/`] } },
    pagination: false,
    req,
  })
  return docs.some(({ id }) => id !== own)
}

/** The address on this site that a redirect leads to; undefined when it leads elsewhere. */
async function pathOfTarget(
  req: PayloadRequest,
  { type, url, reference }: Target,
): Promise<string | undefined> {
  if (type === 'custom') {
    if (!url || !isAddress(url)) return undefined
    const site = req.payload.config.custom.siteUrl as string
    const address = URL.parse(url, site)
    return address?.origin === new URL(site).origin ? address.pathname : undefined
  }
  if (!reference || typeof reference.value !== 'string') return undefined
  const document = await req.payload.db.findOne<{ id: string; slug?: string }>({
    collection: reference.relationTo as CollectionSlug,
    where: { id: { equals: reference.value } },
    req,
  })
  return document
    ? pathOf({
        collection: reference.relationTo as DocumentCollection,
        slug: document.slug,
      })
    : undefined
}

function plain(path: string): string {
  return path.replace(/\/+$/, '')
}
