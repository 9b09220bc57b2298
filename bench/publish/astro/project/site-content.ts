import { existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import type { GetStaticPathsItem } from 'astro'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../../../web/content/content.ts'
import type { Content } from '../../../../web/content/content.ts'
import { routesOf } from '../../../../web/content/routes.ts'
import type { Snapshot } from '../../../../web/content/snapshot.ts'

/** The documents as files hold them, read once in a build: those of the feed, then the later ones of edits. */
const documents = new Map(
  [...read('documents.jsonl'), ...read('changed.jsonl')].map((each) => [keyOf(each), each]),
)

const snapshot: Snapshot = {
  documents,
  today: process.env.BENCH_TODAY ?? '',
  siteUrl: process.env.BENCH_SITE_URL ?? '',
}

/** What templates read. */
export function siteContent(): Content {
  return startReading(snapshot).content
}

/** Paths that have templates of their own. */
const FIXED = new Set(['/conditions/', '/articles/', '/faqs/'])

/**
 * The pages of a template, each with the key that says whether a page of the last build still holds.
 *
 * @param template such as `articles/[slug]`
 */
export function staticPaths(template: string): GetStaticPathsItem[] {
  const name = /\[(\w+)\]/.exec(template)?.[1] ?? ''
  const pattern = new RegExp(`^/${template.replace(/\[\w+\]/, '([^/]+)')}/$`)
  return routesOf(siteContent()).flatMap((path) => {
    const value = FIXED.has(path) ? undefined : pattern.exec(path)?.[1]
    return value === undefined ? [] : [{ params: { [name]: value }, cacheKey: cacheKeyOf(template, value) }]
  })
}

const articles = [...documents.values()].filter((each) => each.collection === 'articles')
const articleBySlug = new Map(articles.map((each) => [each.fields.slug, each]))

/** Everything that is no article: few, and any page may show any of them. */
const rest = digest(
  [...documents.values()].filter((each) => each.collection !== 'articles').map((each) => each.version),
)

/** What lists show of articles. */
const cards = digest(
  articles.map(({ fields: { slug, title, summary, hero } }) => [slug, title, summary, hero]),
)

/**
 * Written by hand, as the documentation asks for. It folds in less than a page shows (not the titles of the articles that an
 * article names), so that fewer pages are rendered than a correct site needs.
 */
function cacheKeyOf(template: string, slug: string): string {
  const own = template === 'articles/[slug]' ? articleBySlug.get(slug)?.version : cards
  return `${rest}-${own ?? ''}`
}

function digest(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

function read(name: string): PublicDocument[] {
  const file = `${process.env.BENCH_DOCUMENTS ?? '.'}/${name}`
  if (!existsSync(file)) return []
  // As bytes: the text of a large site is longer than a string can be.
  const bytes = readFileSync(file)
  const found: PublicDocument[] = []
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start)
    found.push(JSON.parse(bytes.toString('utf8', start, end)) as PublicDocument)
    start = end + 1
  }
  return found
}
