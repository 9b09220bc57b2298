import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { problemsIn, problemsInGraphql } from '../testing/problems.ts'
import { page } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

const clinic = { name: 'The clinic', timeZone: 'America/New_York', telephone: '555-0100' }
const NO_NUMBER =
  'Write the number with digits, spaces, dots, hyphens and brackets only, and a plus sign at most at its start.'
const TOO_SHORT = 'This number is too short. Write at least 3 digits.'
const NO_END =
  'Write the number so that it ends with a digit, with brackets only in pairs around digits, as in “+1 (617) 555-0142”.'
const lines = (kind: string, value: string) => ({
  heading: 'Get help now',
  lines: [{ name: 'Line', contacts: [{ kind, value }] }],
})
const header = (link: object) => ({ header: [{ label: 'Link', link }] })

beforeEach(async () => {
  await staff.post('/api/globals/clinic').send(clinic).expect(200)
  await staff.post('/api/globals/crisis').send(lines('call', '988')).expect(200)
  await staff.post('/api/globals/navigation').send({ header: [] }).expect(200)
})

afterAll(() => cms.close())

/** Tries to save a global. @returns the problems that were found; nothing was changed */
async function refused(global: string, data: object): Promise<string[]> {
  const read = async () => (await staff.get(`/api/globals/${global}`).expect(200)).body as unknown
  const before = await read()
  const response = await staff.post(`/api/globals/${global}`).send(data).expect(400)
  expect(await read()).toEqual(before)
  return problemsIn(response)
}

describe('the clinic', () => {
  test.each(['Mars/Olympus', 'EST5', '', 'new york', '+01:00'])(
    'is in a time zone that exists: not “%s”',
    async (timeZone) => {
      expect(await refused('clinic', { ...clinic, timeZone })).toEqual([
        'timeZone: This is no time zone that we know. Write it as in “America/New_York”.',
      ])
    },
  )

  test.each([
    'UTC',
    'Europe/Berlin',
    // Names beside those that are listed first.
    'America/Indiana/Indianapolis',
    'Asia/Kolkata',
    'Europe/Kyiv',
  ])('is in a time zone that exists: %s', async (timeZone) => {
    await staff
      .post('/api/globals/clinic')
      .send({ ...clinic, timeZone })
      .expect(200)
    expect(await feedReader(cms).fieldsOf('clinic', 'clinic')).toMatchObject({ timeZone })
  })

  test.each([
    ['call us', NO_NUMBER],
    ['javascript:1', NO_NUMBER],
    ['<b>5</b>', NO_NUMBER],
    ['5+5-0100', NO_NUMBER],
    ['12', TOO_SHORT],
    ['+((((', TOO_SHORT],
    ['555-0100 555-0101 555-0102', 'This number is too long. Write at most 15 digits.'],
    ['(617 555-0142', NO_END],
  ])('has a telephone number: not “%s”', async (telephone, message) => {
    expect(await refused('clinic', { ...clinic, telephone })).toEqual([`telephone: ${message}`])
  })

  test.each(['555-0100', '(617) 555-0142', '+1 (617) 555.0142', '+49 (0) 30 123-45 '])(
    'has a telephone number: “%s”',
    async (telephone) => {
      await staff
        .post('/api/globals/clinic')
        .send({ ...clinic, telephone })
        .expect(200)
      expect(await feedReader(cms).fieldsOf('clinic', 'clinic')).toMatchObject({ telephone })
    },
  )

  test.each(['javascript:alert(1)', 'http://example.org', 'somebody', 'a@b', 'https://a:b/c'])(
    'is written to at an address: not “%s”',
    async (feedbackAddress) => {
      expect(await refused('clinic', { ...clinic, feedbackAddress })).toEqual([
        'feedbackAddress: Write an e-mail address, or a web address that starts with https://.',
      ])
    },
  )
})

describe('a crisis line', () => {
  test.each([
    ['call', 'nine-eight-eight', NO_NUMBER],
    ['call', '988;ext=1', NO_NUMBER],
    ['text', 'HOME to 741741', NO_NUMBER],
    ['call', '+', TOO_SHORT],
    ['text', '9', TOO_SHORT],
    ['call', '988 -', NO_END],
    ['chat', '988', 'A chat needs a web address that starts with https://.'],
    ['chat', 'http://example.org', 'A chat needs a web address that starts with https://.'],
    ['chat', 'https://988lifeline.org:chat', 'A chat needs a web address that starts with https://.'],
    ['chat', 'javascript:alert(1)', 'A chat needs a web address that starts with https://.'],
    ['call', '', 'Write the number or the web address.'],
  ])('to %s is not reached at “%s”', async (kind, value, message) => {
    expect(await refused('crisis', lines(kind, value))).toEqual([`lines.0.contacts.0.value: ${message}`])
  })

  test.each([
    ['call', '988'],
    ['call', '911'],
    ['call', '+1 800 273-8255'],
    ['text', '741741'],
    ['chat', 'https://988lifeline.org/chat'],
  ])('to %s is reached at “%s”', async (kind, value) => {
    await staff.post('/api/globals/crisis').send(lines(kind, value)).expect(200)
    expect(await feedReader(cms).fieldsOf('crisis', 'crisis')).toMatchObject({
      lines: [{ contacts: [{ kind, value }] }],
    })
  })

  test('is always there: one at least, with one way to reach it', async () => {
    expect(await refused('crisis', { heading: 'Help', lines: [] })).toHaveLength(1)
    expect(
      await refused('crisis', { heading: 'Help', lines: [{ name: 'Line', contacts: [] }] }),
    ).toHaveLength(1)
  })

  test('is refused over GraphQL in the same words', async () => {
    const query =
      'mutation { updateCrisis(data: { heading: "Help", lines: [{ name: "Line", contacts: [{ kind: chat, value: "988" }] }] }) { heading } }'
    const response = await staff.post('/api/graphql').send({ query }).expect(200)
    expect(problemsInGraphql(response)).toEqual([
      'lines.0.contacts.0.value: A chat needs a web address that starts with https://.',
    ])
  })
})

describe('a link of the navigation', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'example.org',
    'https://example.org:a/',
    '',
  ])('does not lead to “%s”', async (url) => {
    expect(await refused('navigation', header({ kind: 'url', url }))).toEqual([
      'header.0.link.url: Write a full web address that starts with https://.',
    ])
  })

  test('leads to a published document only', async () => {
    const { id, title } = await staff.create('pages', page())
    const link = { kind: 'document', document: { relationTo: 'pages', value: id } }
    const home = { label: 'Home', link: { kind: 'section', section: '/' } }
    expect(await refused('navigation', { header: [home, { label: 'About us', link }] })).toEqual([
      `header.1.link.document: “Document” in “At the top”, link 2 (“About us”), leads to “${String(title)}”, which is not published. Publish that one first, or choose another one.`,
    ])
    await staff.publish('pages', id)
    await staff.post('/api/globals/navigation').send(header(link)).expect(200)
  })

  test('leads to a document that exists', async () => {
    const link = { kind: 'document', document: { relationTo: 'pages', value: '0'.repeat(24) } }
    expect(await refused('navigation', header(link))).toEqual([
      'header.0.link.document: “Document” in “At the top”, link 1 (“Link”), names a document that does not exist, or no longer does. Take it out, then save again.',
    ])
  })

  test('is not held up by a choice that was made before and is hidden now', async () => {
    const { id } = await staff.createPublished('pages', page())
    const document = { relationTo: 'pages', value: id }
    await staff
      .post('/api/globals/navigation')
      .send(header({ kind: 'document', document }))
      .expect(200)
    await staff.unpublish('pages', id)
    const link = { kind: 'section', section: '/articles/', document }
    await staff.post('/api/globals/navigation').send(header(link)).expect(200)
    expect((await staff.get('/api/globals/navigation')).body).toMatchObject(header({ kind: 'section' }))
  })
})

describe('words that mean the same', () => {
  const TWO = 'Write at least two different words or phrases, and press Enter after each.'

  test.each([[['ketamine']], [['ketamine', ' Ketamine ']], [['ketamine', '  ']]])(
    'are two at least that differ: not %j',
    async (words) => {
      const synonyms = [{ words: ['talking therapy', 'psychotherapy'] }, { words }]
      expect(await refused('search', { synonyms })).toEqual([`synonyms.1.words: ${TWO}`])
    },
  )

  test('are stored', async () => {
    const synonyms = [{ words: ['talking therapy', 'psychotherapy'] }]
    await staff.post('/api/globals/search').send({ synonyms }).expect(200)
    expect(await feedReader(cms).fieldsOf('search', 'search')).toMatchObject({ synonyms })
  })
})
