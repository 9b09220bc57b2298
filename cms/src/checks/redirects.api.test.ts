import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { problemsIn } from '../testing/problems.ts'
import { article, redirect } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const TO_ITSELF = 'A redirect cannot lead to the address that it starts from.'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const custom = (url: string) => ({ type: 'custom', url })
const toArticle = (value: string) => ({ type: 'reference', reference: { relationTo: 'articles', value } })

async function refused(data: object): Promise<string[]> {
  const response = await staff.post('/api/redirects').send(data).expect(400)
  expect((await staff.get('/api/redirects?where[from][equals]=/refused/')).body).toMatchObject({
    totalDocs: 0,
  })
  return problemsIn(response)
}

describe('a redirect to itself is refused', () => {
  test.each(['/refused/', '/refused', '/refused/#part', '/refused/?a=b', 'http://localhost:4321/refused/'])(
    'as the address %s',
    async (url) => {
      expect(await refused({ from: '/refused/', to: custom(url) })).toEqual([`to.url: ${TO_ITSELF}`])
    },
  )

  test('as the document that has this address', async () => {
    const { id } = await staff.createPublished('articles', article({ slug: 'refused' }))
    expect(await refused({ from: '/articles/refused', to: toArticle(id) })).toEqual([
      `to.reference: ${TO_ITSELF}`,
    ])
  })

  test('when an existing one is changed, which changes nothing', async () => {
    const { id } = await staff.createPublished('redirects', redirect({ from: '/moved/' }))
    const response = await staff
      .patch(`/api/redirects/${id}`)
      .send({ to: custom('/moved/') })
      .expect(400)
    expect(problemsIn(response)).toEqual([`to.url: ${TO_ITSELF}`])
    expect(await staff.read('redirects', id)).toMatchObject({ to: { url: '/new/' } })
  })
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.org',
  'example.org',
  '/a b',
  'https://www.example.org:8O80/x',
])('a redirect to “%s” is refused', async (url) => {
  expect(await refused({ from: '/refused/', to: custom(url) })).toEqual([
    `to.url: “${url}” is no address that a redirect can lead to. Write an address of this site from its first slash, or a web address that starts with https://.`,
  ])
})

test.each(['refused/', 'https://example.org/refused/', '/refused/?a', '/refused now/', '//refused'])(
  'a redirect from “%s” is refused',
  async (from) => {
    expect(await refused({ from, to: custom('/new/') })).toEqual([
      'from: Write the old address from its first slash, without spaces, “?” or “#”.',
    ])
  },
)

test('a redirect to a document that the public cannot read is refused until that is published', async () => {
  const { id } = await staff.create('articles', article({ title: 'Not yet' }))
  const [problem] = await refused({ from: '/refused/', to: toArticle(id) })
  expect(problem).toMatch(/^to\.reference: “.+” leads to “Not yet”, which is not published\./)
  await staff.publish('articles', id)
  await staff.createPublished('redirects', { from: '/to-article/', to: toArticle(id) })
})

test('two redirects from one address are refused', async () => {
  const THERE = 'There is already a redirect from this address. Change that one, or choose another address.'
  await staff.createPublished('redirects', redirect({ from: '/once/' }))
  expect(await refused(redirect({ from: '/once/' }))).toEqual([`from: ${THERE}`])
  expect(await refused(redirect({ from: '/once' }))).toEqual([`from: ${THERE}`])
  const { id } = await staff.createPublished('redirects', redirect({ from: '/another/' }))
  const response = await staff.patch(`/api/redirects/${id}`).send({ from: '/once/' }).expect(400)
  expect(response.body).toMatchObject({ message: THERE })
  expect(await staff.read('redirects', id)).toMatchObject({ from: '/another/' })
  await staff.patch(`/api/redirects/${id}`).send({ from: '/another/' }).expect(200)
  await staff.patch(`/api/redirects/${id}`).send({ from: '/another' }).expect(200)
})

test('a good redirect is public as soon as it is saved', async () => {
  const { id } = await staff.createPublished('redirects', {
    from: '/old/',
    to: custom('https://example.org/'),
  })
  expect(id).toMatch(/^[0-9a-f]{24}$/)
  expect(await feedReader(cms).fieldsOf('redirects', id)).toMatchObject({ from: '/old/' })
})
