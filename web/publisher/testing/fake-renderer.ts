import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicCollections } from '@careword/shared/public-fields.ts'
import { CannotRender } from '../../content/cannot-render.ts'
import { cardOf } from '../../content/card.ts'
import { startReading } from '../../content/content.ts'
import type { Content } from '../../content/content.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { RenderedPage, SiteRenderer } from '../publish/site-renderer.ts'

/** What the fake reads of a document. */
type FakeFields = {
  slug?: string
  title?: string
  picture?: string
  /** The template fails with this. */
  broken?: string
  /** The document cannot be rendered, because of this. */
  unfit?: string
  /** Id of an article, or a key with a colon, of a document whose title the page shows; without it the page cannot be rendered. */
  needs?: string
  warning?: string
  /** The title of the card for shared links. */
  card?: string
  from?: string
  to?: string
  /** Why the redirect leads nowhere. */
  idle?: string
}

const cardHash = (title: string) => cardOf({ title, section: undefined, clinicName: undefined }).hash

const POLICY = "default-src 'self'"

/**
 * Pages as plain as can be: a home page that lists all titles with their addresses, and one page for each document with a
 * slug. One with `picture` shows that file of the media library.
 */
export async function fakeRenderer(
  directory: string,
  changes: Partial<SiteRenderer> = {},
  { withCards = false } = {},
): Promise<SiteRenderer> {
  const assetsDirectory = join(directory, 'client')
  await mkdir(join(assetsDirectory, '_astro'), { recursive: true })
  await writeFile(join(assetsDirectory, '_astro', 'style.0a1b.css'), 'body { color: black }')
  if (withCards) await writeFile(join(assetsDirectory, 'card.png'), 'the site')
  return {
    build: 'build-1',
    assetsDirectory,
    routes: (snapshot) =>
      derived(snapshot, (content) => [
        '/',
        '/404.html',
        ...addressed(content).map(({ slug }) => `/articles/${slug}/`),
      ]),
    redirects: (snapshot) =>
      derived(snapshot, (content) => {
        const documents = content
          .list({ collection: 'redirects' })
          .map(({ id, fields }) => ({ id, fields: fields as FakeFields }))
        return {
          redirects: documents.flatMap(({ fields: { from = '', to = '', idle } }) =>
            idle === undefined ? [{ from, to }] : [],
          ),
          idle: documents.flatMap(({ id, fields: { from: title = '', idle } }) =>
            idle === undefined ? [] : [new CannotRender({ collection: 'redirects', id, title }, 'to', idle)],
          ),
        }
      }),
    render: (path, snapshot) => Promise.resolve().then(() => render(path, snapshot)),
    ...changes,
  }
}

function derived<Value>(snapshot: Snapshot, from: (content: Content) => Value) {
  const reading = startReading(snapshot)
  const { content } = reading
  return { value: from(content), reads: reading.reads() }
}

function fieldsIn(content: Content): FakeFields[] {
  return publicCollections.flatMap((collection) =>
    content.list({ collection }).map(({ fields }) => fields as FakeFields),
  )
}

function addressed(content: Content): FakeFields[] {
  return fieldsIn(content).filter(({ slug }) => slug !== undefined)
}

function render(path: string, snapshot: Snapshot): RenderedPage {
  const reading = startReading(snapshot)
  const { content } = reading
  const fields = addressed(content).find(({ slug }) => path === `/articles/${slug}/`)
  if (fields?.broken !== undefined) throw new Error(`“${fields.title}”, field “body”: ${fields.broken}`)
  if (fields?.unfit !== undefined) throw unfit(fields, content, fields.unfit)
  const needed = fields?.needs === undefined ? undefined : documentNamed(fields.needs, content)
  if (fields?.needs !== undefined && !needed) throw unfit(fields, content, 'what it needs is gone.')
  const body = [
    `<!doctype html><title>${titleOf(path, content, fields)}</title><p>${content.today}</p>`,
    ...(needed ? [`<p>${needed.title}</p>`] : []),
    ...(path === '/' ? addressed(content).map(({ slug }) => `<a href="/articles/${slug}/">`) : []),
  ].join('')
  return {
    status: path === '/404.html' ? 404 : 200,
    headers: { 'content-type': 'text/html', 'content-security-policy': POLICY },
    body,
    media:
      fields?.picture === undefined ? [] : [{ file: `hashed-${fields.picture}`, source: fields.picture }],
    cards:
      fields?.card === undefined
        ? []
        : [{ hash: cardHash(fields.card), title: fields.card, section: undefined, clinicName: undefined }],
    warnings: fields?.warning === undefined ? [] : [fields.warning],
    reads: reading.reads(),
  }
}

function documentNamed(name: string, content: Content): FakeFields | undefined {
  const [collection = '', id = ''] = name.includes(':') ? name.split(':') : ['articles', name]
  return content.get(collection as 'articles', id)?.fields
}

function unfit({ slug, title = '' }: FakeFields, content: Content, reason: string): CannotRender {
  const id = content.list({ collection: 'articles' }).find(({ fields }) => fields.slug === slug)?.id ?? ''
  return new CannotRender({ collection: 'articles', id, title }, 'body', reason)
}

function titleOf(path: string, content: Content, fields: FakeFields | undefined): string {
  if (path === '/404.html') return 'Not found'
  return (
    fields?.title ??
    addressed(content)
      .map(({ title }) => title)
      .sort()
      .join(', ')
  )
}
