import { expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
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
})

test('the footer leads to other sites too', () => {
  const { content } = startReading(fixtureSnapshot())
  expect(navigationLinks(content, 'footer', '/').map(({ href }) => href)).toEqual([
    '/editorial-policy/',
    'https://988lifeline.org/',
  ])
})
