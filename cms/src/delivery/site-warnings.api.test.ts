import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { SiteWarning } from '@careword/shared/delivery.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { overviewFor, statusOf } from './testing/dashboard.ts'
import { publisherOf, site } from './testing/publisher.ts'
import type { Publisher } from './testing/publisher.ts'

let cms: TestCms
let staff: Editor
let publisher: Publisher

const ID = '6b04bc2c2a3f3b7d91391422'

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  publisher = publisherOf(cms)
})
beforeEach(() => publisher.report([], { warnings: { first: [], count: 0 } }))
afterAll(() => cms.close())

const link = (number = 1, id = ID): SiteWarning => ({
  document: { collection: 'articles', id, title: 'Side effects' },
  field: 'body',
  text: `the link “${number}” leads to a page that is not on the site; it is shown as plain text.`,
})
const tell = (...first: SiteWarning[]) => publisher.report([], { warnings: { first, count: first.length } })
const told = async () => (await overviewFor(staff)).warnings

describe('the dashboard', () => {
  test('says nothing when there is nothing to say', async () => {
    expect(await told()).toEqual({ listed: [], more: 0 })
  })

  test('names the document and the field as the admin does, and leads to the form', async () => {
    await tell(link(1))
    expect(await told()).toEqual({
      listed: [
        {
          document: { kind: 'Article', title: 'Side effects', path: `/collections/articles/${ID}` },
          sentence:
            'Field “Text”: the link “1” leads to a page that is not on the site; it is shown as plain text.',
        },
      ],
      more: 0,
    })
  })

  test('calls a global what the admin calls it', async () => {
    const document = { collection: 'crisis' as const, id: 'crisis', title: 'Help now' }
    await tell({ document, field: 'lines', text: 'they are not filled in.' })
    expect((await told()).listed[0]).toMatchObject({
      document: { kind: 'Crisis lines', title: 'Crisis lines', path: '/globals/crisis' },
    })
  })

  test('says what is about no document, or a field that it does not know', async () => {
    await tell({ document: null, field: null, text: 'Something is odd.' }, { ...link(1), field: 'gone' })
    expect((await told()).listed).toMatchObject([
      { document: null, sentence: 'Something is odd.' },
      { sentence: expect.stringMatching(/^Field “gone”: the link/) },
    ])
  })

  test('lists the first ten, and says how many more there are', async () => {
    const first = Array.from({ length: 100 }, (_, number) => link(number))
    await publisher.report([], { warnings: { first, count: 312 } })
    const { listed, more } = await told()
    expect([listed.length, more]).toEqual([10, 302])
    expect(listed[9]?.sentence).toContain('“9”')
  })

  test('says it no more when it is mended', async () => {
    await tell(link(1))
    await tell()
    expect(await told()).toEqual({ listed: [], more: 0 })
  })
})

describe('the form of a document', () => {
  test('says what is about this document alone', async () => {
    await tell(link(1), link(2, 'ffffffffffffffffffffffff'))
    const { warnings } = await statusOf(staff, 'articles', ID)
    expect(warnings).toEqual({
      listed: [expect.objectContaining({ sentence: expect.stringContaining('“1”') })],
      more: 0,
    })
  })

  test('counts what it does not list', async () => {
    await tell(...Array.from({ length: 13 }, (_, number) => link(number)))
    const { warnings } = await statusOf(staff, 'articles', ID)
    expect([warnings.listed.length, warnings.more]).toEqual([10, 3])
  })
})

describe('a publisher that tells of no warnings', () => {
  const older = { ...site(), warnings: undefined }

  test('is heard all the same, and what was told before is not kept', async () => {
    await tell(link(1))
    await publisher
      .send({ reports: [], site: { ...older, at: new Date().toISOString(), release: 77 } })
      .expect(204)
    expect(await overviewFor(staff)).toMatchObject({
      sentences: [expect.stringContaining('release 77')],
      warnings: { listed: [], more: 0 },
    })
  })

  test('may have been heard last before this CMS was brought up to date', async () => {
    const stored = JSON.parse(JSON.stringify({ ...older, release: 78 })) as Record<string, unknown>
    await cms.payload.updateGlobal({ slug: 'site-status', data: { state: stored } })
    expect(await overviewFor(staff)).toMatchObject({
      sentences: [expect.stringContaining('release 78')],
      warnings: { listed: [], more: 0 },
    })
  })
})
