import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { SiteRenderer } from './publish/site-renderer.ts'
import { startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fakeRenderer } from './testing/fake-renderer.ts'
import { publishedIn } from './testing/life/site-in-life.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openTestPublisher } from './testing/test-publisher.ts'
import type { TestPublisher } from './testing/test-publisher.ts'

let cms: FakeFeed
let site: TestPublisher
let rendered: string[]

beforeEach(async () => {
  cms = await startFakeFeed()
  cms.publish('articles:a', { slug: 'a', title: 'A' })
  cms.publish('articles:b', { slug: 'b', title: 'B' })
  rendered = []
  const folder = await temporaryFolder()
  const renderer = await fakeRenderer(folder)
  const noting: SiteRenderer = {
    ...renderer,
    render: (path, snapshot) => {
      rendered.push(path)
      return renderer.render(path, snapshot)
    },
  }
  site = await openTestPublisher({ folder, cms, renderer: noting })
  await site.publisher.catchUp({ compareAll: true })
  await site.publisher.publish()
  rendered = []
})

afterEach(() => cms.stop())

/** Publishes a change in the CMS. @returns the document as it is now */
function changed(title: string): PublicDocument {
  cms.publish('articles:a', { slug: 'a', title })
  const document = publishedIn(cms).find((one) => keyOf(one) === 'articles:a')
  if (!document) throw new Error('It is not published.')
  return document
}

async function publish() {
  await site.publisher.catchUp({ compareAll: false })
  return site.publisher.publish()
}

async function page(file: string): Promise<string> {
  const there = site.store.current?.files.get(file)
  return there ? (await site.store.bytes(there)).toString('utf8') : ''
}

test('what was prepared is published without being rendered again', async () => {
  await site.publisher.prepare(changed('New'))
  const prepared = [...rendered]
  expect(prepared).toContain('/articles/a/')
  expect(prepared).not.toContain('/articles/b/')
  expect(await page('articles/a/index.html')).toContain('<title>A</title>')
  rendered = []
  const { outcomes } = await publish()
  expect(rendered).toEqual([])
  expect(outcomes).toMatchObject([{ id: 'a', state: 'live' }])
  expect(await page('articles/a/index.html')).toContain('<title>New</title>')
})

test('what is still being prepared when it is wanted is waited for', async () => {
  const preparing = site.publisher.prepare(changed('New'))
  await publish()
  await preparing
  expect(rendered.filter((path) => path === '/articles/a/')).toHaveLength(1)
  expect(await page('articles/a/index.html')).toContain('<title>New</title>')
})

test('what was prepared before something else was published is rendered upon that', async () => {
  const document = changed('New A')
  await site.publisher.prepare(document)
  cms.publish('articles:b', { slug: 'b', title: 'New B' })
  await site.publisher.catchUp({ compareAll: false, documents: [{ collection: 'articles', id: 'b' }] })
  await site.publisher.publish()
  expect(await page('index.html')).toContain('<title>A, New B</title>')
  await publish()
  expect(await page('index.html')).toContain('<title>New A, New B</title>')
})

test('what cannot be rendered fails when it is wanted, and not before', async () => {
  cms.publish('articles:a', { slug: 'a', title: 'A', unfit: 'it has no end.' })
  const document = publishedIn(cms).find((one) => keyOf(one) === 'articles:a')
  if (!document) throw new Error('It is not published.')
  await site.publisher.prepare(document)
  const { warnings } = await publish()
  expect(warnings).toEqual([expect.stringContaining('it has no end.')])
  expect(await page('articles/a/index.html')).toContain('<title>A</title>')
})

test('many pages are not prepared', async () => {
  for (let number = 0; number < 31; number += 1)
    cms.publish(`articles:n${number}`, { slug: `n${number}`, title: `N${number}`, needs: 'a' })
  await publish()
  rendered = []
  await site.publisher.prepare(changed('New'))
  expect(rendered).toEqual([])
  await publish()
  expect(await page('articles/n30/index.html')).toContain('<p>New</p>')
})

test('what came otherwise is rendered as it came', async () => {
  await site.publisher.prepare(changed('Not to be'))
  rendered = []
  changed('What came')
  await publish()
  expect(rendered).toContain('/articles/a/')
  expect(await page('articles/a/index.html')).toContain('<title>What came</title>')
  expect(await page('index.html')).not.toContain('Not to be')
})

test('nothing is prepared during a hold, when nothing goes out', async () => {
  changed('Second')
  await publish()
  await site.publisher.rollback(null)
  rendered = []
  await site.publisher.prepare(changed('Third'))
  expect(rendered).toEqual([])
})

test('nothing is prepared before the first publish', async () => {
  const folder = await temporaryFolder()
  const { publisher } = await openTestPublisher({ folder, cms, renderer: await fakeRenderer(folder) })
  await publisher.prepare(changed('New'))
  expect(publisher.site).toBeUndefined()
})
