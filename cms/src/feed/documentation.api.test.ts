import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { feedIndexSchema, feedPageSchema } from '@careword/shared/change-feed.ts'
import { siteStateSchema } from '@careword/shared/delivery.ts'
import type { Media } from '@careword/shared/payload-types.ts'
import { publicFields } from '@careword/shared/public-fields.ts'
import { workspaceRoot } from '@careword/shared/workspace.ts'
import request from 'supertest'
import { listen } from '../testing/http-server.ts'
import type { ListeningServer } from '../testing/http-server.ts'
import { picture, publishedArticle, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const text = readFileSync(path.join(workspaceRoot(import.meta.dirname), 'docs/api.md'), 'utf8')

let cms: TestCms
let media: Media
let publisher: ListeningServer
let trigger: { Authorization: string }

beforeAll(async () => {
  publisher = await listen(() => Promise.resolve(new Response(null, { status: 202 })))
  cms = await startTestCms({ PUBLISHER_URL: publisher.url })
  const apiKey = 'a-key-for-a-test-0123456789abcdef'
  await cms.payload.create({
    collection: 'api-clients',
    data: { name: 'Machine', scopes: ['publish:trigger'], enableAPIKey: true, apiKey },
  })
  trigger = { Authorization: `api-clients API-Key ${apiKey}` }
  await publishedArticle(cms.payload, { title: 'Side effects' })
  await cms.payload.create({ collection: 'topics', data: topic() })
  media = await picture(cms.payload)
})

afterAll(async () => {
  await cms.close()
  await publisher.close()
})

function codeIn(language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, code = '']) => code,
  )
}

/** Runs a program with the address of the CMS and the key, as a reader of the document would. @returns what it wrote */
async function run(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, CMS_URL: cms.url, CAREWORD_KEY: cms.environment.PUBLISHER_API_KEY },
  })
  return stdout
}

test('the program in the document reads what is published, and keeps a copy that is right', async () => {
  const [program = ''] = codeIn('js')
  expect(await run(program)).toBe('Side effects\n3 documents are published.\n')

  const more = `
    await pull()
    const cursorBefore = cursor
    if (await pull()) throw new Error('Nothing is gone')
    if (cursor !== cursorBefore) throw new Error('The cursor moved')
    for (const name of documents.keys()) documents.delete(name)
    await compare()
    console.log([...documents.values()].map(({ collection, version }) => collection + version.length).sort().join())
  `
  expect(await run(program + more)).toContain('articles32,media32,topics32\n')
})

const CURL =
  /^(-X POST )?-H "Authorization: api-clients API-Key \$CAREWORD_KEY" (?:-H "Content-Type: application\/json" -d '(.*)' )?"\$CMS_URL(\/api\/[^"]+)"$/

test('every curl command in the document is answered', async () => {
  const commands = codeIn('sh')
    .join('\n')
    .matchAll(/^curl (.*)$/gm)
  const asked = [...commands].map(([, given = '']) => {
    const [, post, body, path = given] = CURL.exec(given) ?? []
    return { body: post && body, path }
  })
  expect(asked).toHaveLength(7)
  for (const { body, path } of asked) {
    const key = path.startsWith('/api/site-publish') ? trigger : cms.publisher
    if (body)
      await request(cms.url)
        .post(path)
        .set(key)
        .send(JSON.parse(body) as object)
        .expect(202)
    else await request(cms.url).get(path).set(key).expect(200)
  }
})

test('the answers in the document have the form of real ones', () => {
  const [page, index, status, error] = codeIn('json').map((code) => JSON.parse(code) as unknown)
  expect(feedPageSchema.parse(page)).toEqual(page)
  expect(feedIndexSchema.parse(index)).toEqual(index)
  expect(siteStateSchema.parse((status as { state: unknown }).state)).toEqual(
    (status as { state: unknown }).state,
  )
  expect(error).toEqual({ errors: [{ message: expect.any(String) }] })
})

test('the file of a picture is fetched as the document says', async () => {
  const [, program = ''] = codeIn('js')
  const given = `
    const { CMS_URL, CAREWORD_KEY } = process.env
    const picture = { fields: ${JSON.stringify({ sizes: media.sizes })} }
  `
  const output = await run(
    `${given}${program}console.log(response.status, response.headers.get('content-type'))`,
  )
  expect(output).toBe('200 image/webp\n')
})

test('the document names every collection', () => {
  for (const collection of Object.keys(publicFields)) expect(text).toContain(`\`${collection}\``)
})
