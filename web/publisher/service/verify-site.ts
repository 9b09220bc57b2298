import { z } from 'zod'
import { lookAt } from '../proof/look.ts'
import type { Expectation } from '../proof/expectation.ts'
import type { Visitor } from '../proof/visitor.ts'
import type { SitePublisher } from '../site-publisher.ts'

/** Path below the publisher's address that compares what is served with a clean rendering; signed as commands are. */
export const VERIFY_PATH = '/verify'

/** What a signed request to compare says. */
export const verifyRequestSchema = z.object({ type: z.literal('verify') })

/** How what is served compares with a clean rendering of everything. All lists hold public paths. */
export const verificationSchema = z.object({
  /** Of the server that was asked. */
  server: z.string(),
  compared: z.number(),
  /** Served with other bytes. */
  different: z.array(z.string()),
  /** Not served. */
  missing: z.array(z.string()),
  /** Served though a clean rendering does not have it. */
  extra: z.array(z.string()),
})
export type Verification = z.output<typeof verificationSchema>

/** They speak to the host: no visitor gets them. */
const FOR_THE_HOST = new Set(['/_headers', '/_redirects'])

/**
 * Renders everything cleanly and compares it with what visitors are served. Addresses that should not be there are looked for among
 * those that the served sitemap names and the pages that lie in the site's folder.
 *
 * @param candidates further addresses that may be served though they should not
 * @throws ServerSilent when the server does not answer, and what the rendering throws
 */
export async function verifySite(
  publisher: Pick<SitePublisher, 'cleanFiles'>,
  visitor: Visitor,
  candidates: readonly string[],
): Promise<Verification> {
  const clean = new Map<string, Expectation>()
  for await (const { path, hash } of publisher.cleanFiles())
    if (!FOR_THE_HOST.has(path)) clean.set(path, { find: { kind: 'bytes', hash }, unmentioned: [] })

  const { signal } = new AbortController()
  const wrong: string[] = []
  await lookAt(visitor, clean, signal, (path, complaint) => {
    if (complaint !== undefined) wrong.push(path)
  })
  const missing: string[] = []
  await lookAt(visitor, wrong.map(goneAt), signal, (path, complaint) => {
    if (complaint === undefined) missing.push(path)
  })
  const named = new Set([...candidates, ...(await addressesInSitemap(visitor, signal))])
  const suspects = [...named].filter((path) => !clean.has(path))
  const extra: string[] = []
  await lookAt(visitor, suspects.map(goneAt), signal, (path, complaint) => {
    if (complaint !== undefined) extra.push(path)
  })
  return {
    server: visitor.address,
    compared: clean.size,
    different: wrong.filter((path) => !missing.includes(path)).sort(),
    missing: missing.sort(),
    extra: extra.sort(),
  }
}

const goneAt = (path: string): [string, Expectation] => [path, { find: { kind: 'gone' }, unmentioned: [] }]

async function addressesInSitemap(visitor: Visitor, signal: AbortSignal): Promise<string[]> {
  const { status, body } = await visitor.get('/sitemap.xml', signal)
  if (status !== 200) return []
  return [...body.toString('utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, address = '']) =>
    URL.canParse(address) ? [decodeURI(new URL(address).pathname)] : [],
  )
}
