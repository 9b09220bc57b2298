import { expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { navigation } from '../../content/fixtures/globals.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { parseRemark } from '../../content/remark.ts'
import { navigationLinks } from './navigation.ts'

test('the header leads to sections and documents, and marks where the reader is', () => {
  const { content } = startReading(fixtureSnapshot())
  const marked = (path: string) =>
    navigationLinks(content, 'header', path).map(({ href, current }) => [href, current])
  expect(marked('/articles/ketamine-evidence/')).toEqual([
    ['/conditions/', undefined],
    ['/articles/', 'true'],
    ['/faqs/', undefined],
    ['/about/', undefined],
  ])
  expect(marked('/about/').at(-1)).toEqual(['/about/', 'page'])
})

test('a link to a document that is not public is left out, with a warning', () => {
  const reading = startReading(fixtureSnapshot())
  expect(navigationLinks(reading.content, 'header', '/').map(({ label }) => label)).not.toContain(
    'Not published',
  )
  expect(reading.warnings()).toEqual([expect.stringContaining('“Not published” of the header')])
  expect(parseRemark(reading.warnings()[0] ?? '')).toEqual({
    document: { collection: 'navigation', id: 'navigation', title: 'Navigation' },
    field: 'header',
    reason:
      'the link “Not published” of the header leads to a page that is not on the site; it is left out. Publish that page, or take the link out.',
  })
})

test('a link leads where its kind says, whatever was chosen before', () => {
  const before = {
    section: '/faqs/',
    document: { relationTo: 'pages', value: ids.about },
    url: 'https://example.org/wanted',
  }
  const header = (['section', 'document', 'url'] as const).map((kind) => ({
    label: kind,
    link: { kind, ...before },
  }))
  const changed = { ...navigation, version: 'links', fields: { header } } as PublicDocument<'navigation'>
  const { content } = startReading(fixtureSnapshot({ documents: [changed] }))
  expect(navigationLinks(content, 'header', '/').map(({ href }) => href)).toEqual([
    '/faqs/',
    '/about/',
    'https://example.org/wanted',
  ])
})

test('the footer leads to other sites too', () => {
  const { content } = startReading(fixtureSnapshot())
  expect(navigationLinks(content, 'footer', '/').map(({ href }) => href)).toEqual([
    '/editorial-policy/',
    'https://988lifeline.org/',
  ])
})
