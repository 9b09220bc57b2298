import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { KEY_WITHOUT_SCOPE, startFakeFeed } from '../testing/fake-feed.ts'
import type { FakeFeed } from '../testing/fake-feed.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createFeedClient } from './feed-client.ts'
import { CmsFailed, CmsRefusedKey, CmsUnreachable, FeedError, MediaMissing, NotAFeed } from './feed-errors.ts'

let cms: FakeFeed
beforeEach(async () => {
  cms = await startFakeFeed()
})
afterEach(async () => {
  await cms.stop()
})

const client = (changes: { apiKey?: string; timeoutMs?: number; cmsUrl?: string } = {}) =>
  createFeedClient({ cmsUrl: cms.url, apiKey: cms.key, retryDelaysMs: [5, 5], ...changes })

describe('createFeedClient', () => {
  test('gives pages of changes, documents by key, and the index', async () => {
    for (const id of ['a', 'b', 'c', 'd']) cms.publish(`articles:${id}`, { title: id })
    cms.withdraw('articles:a')

    const first = await client().changesSince(undefined)
    expect(first).toMatchObject({ more: true, gone: [] })
    expect(first.documents.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
    const second = await client().changesSince(first.cursor)
    expect(second).toMatchObject({ more: false, documents: [], gone: [{ collection: 'articles', id: 'a' }] })

    const keys = [{ collection: 'articles', id: 'a' } as const, { collection: 'articles', id: 'b' } as const]
    const asked = await client().documents(keys)
    expect(asked).toMatchObject({ documents: [{ id: 'b' }], gone: [{ id: 'a' }] })
    expect((await client().index()).documents.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
  })

  describe('says in a sentence what is wrong', () => {
    const failure = async (changes?: Parameters<typeof client>[0]): Promise<FeedError> => {
      const error: unknown = await client(changes)
        .changesSince(undefined)
        .catch((reason: unknown) => reason)
      if (error instanceof FeedError) return error
      throw new Error(`a FeedError was expected, but ${String(error)} came`)
    }

    test('when the CMS is down', async () => {
      await cms.stop()
      const error = await failure()
      expect(error).toBeInstanceOf(CmsUnreachable)
      expect(error.message).toBe(
        `The CMS at ${cms.url} does not answer: nothing listens there. Is it running? CMS_URL says where it is.`,
      )
    })

    test('when there is no such host', async () => {
      const error = await failure({ cmsUrl: 'http://cms.invalid' })
      expect(error).toBeInstanceOf(CmsUnreachable)
      expect(error.message).toMatch(/no such host|cannot be looked up/)
    })

    test('when the CMS does not answer in time', async () => {
      cms.answerWith('silence')
      const error = await failure({ timeoutMs: 50 })
      expect(error).toBeInstanceOf(CmsUnreachable)
      expect(error.message).toBe(
        `The CMS at ${cms.url} said nothing for 0.05 seconds. Is it running? CMS_URL says where it is.`,
      )
      expect(cms.requests).toHaveLength(1)
    })

    test('when the CMS stops in the middle of an answer', async () => {
      cms.answerWith({ status: 200, pieces: ['{"cursor":', ' '], everyMs: 0, unfinished: true })
      const error = await failure({ timeoutMs: 50 })
      expect(error).toBeInstanceOf(CmsUnreachable)
      expect(error.message).toContain('said nothing for 0.05 seconds')
    })

    test('when the key is wrong', async () => {
      const error = await failure({ apiKey: 'wrong' })
      expect(error).toBeInstanceOf(CmsRefusedKey)
      expect(error.message).toContain('PUBLISHER_API_KEY must be the API key of an API client')
      expect(error.message).not.toContain('wrong')
    })

    test('when the key lacks the scope', async () => {
      const error = await failure({ apiKey: KEY_WITHOUT_SCOPE })
      expect(error).toBeInstanceOf(CmsRefusedKey)
      expect(error.message).toContain(
        'does not let it read the content (403): This key may not read content.',
      )
    })

    test('when the key lacks the scope and nobody says so', async () => {
      cms.answerWith({ status: 403 })
      expect((await failure()).message).toContain('(403). Its API client needs the scope “content:read”')
    })

    test.each([
      [
        'a page of HTML',
        { status: 200, body: '<h1>Hello</h1>', headers: { 'content-type': 'text/html' } },
        'it is no JSON but text/html',
      ],
      ['other JSON', { status: 200, body: '{"cursor":5}' }, 'cursor'],
      [
        'a document of a collection that is not public',
        {
          status: 200,
          body: '{"cursor":"1.a","more":false,"gone":[],"documents":[{"collection":"users","id":"a","version":"1","fields":{}}]}',
        },
        'documents[0].collection',
      ],
      [
        'a redirect',
        { status: 308, headers: { location: 'https://elsewhere.example/' } },
        'sends requests on to https://elsewhere.example/',
      ],
      ['a 404', { status: 404, body: 'nope' }, 'There is no change feed at'],
    ])('when %s comes instead of a feed', async (_what, answer, sentence) => {
      cms.answerWith(answer)
      const error = await failure()
      expect(error).toBeInstanceOf(NotAFeed)
      expect(error.message).toContain(sentence)
      expect(error.message).toContain('CMS_URL')
    })

    test('when the CMS fails, with what it said, and without trying again', async () => {
      cms.answerWith({ status: 500, body: '{"errors":[{"message":"The database is full."}]}' })
      const error = await failure()
      expect(error).toBeInstanceOf(CmsFailed)
      expect(error.message).toBe(`The CMS at ${cms.url} answered with the error 500: The database is full.`)
      expect(cms.requests).toHaveLength(1)
    })

    test.each([{ status: 503 }, 'hang up' as const])(
      'after three tries when it answers %j',
      async (answer) => {
        cms.answerWith(answer)
        expect(await failure()).toBeInstanceOf(answer === 'hang up' ? CmsUnreachable : CmsFailed)
        expect(cms.requests).toHaveLength(3)
      },
    )
  })

  test('takes as long as it needs for a list that comes piece by piece', async () => {
    const rows = Array.from({ length: 12 }, (_, number) =>
      JSON.stringify({ collection: 'articles', id: `a${number}`, version: 'v' }),
    )
    const pieces = [
      '{"cursor":"1.","documents":[',
      ...rows.map((row, number) => (number > 0 ? `,${row}` : row)),
      ']}',
    ]
    cms.answerWith({ status: 200, pieces, everyMs: 50 })
    expect((await client({ timeoutMs: 400 }).index()).documents).toHaveLength(12)
  })

  test('gets over an answer that passes', async () => {
    cms.publish('articles:a', { title: 'A' })
    cms.answerWith({ status: 503 })
    const page = createFeedClient({ cmsUrl: cms.url, apiKey: cms.key, retryDelaysMs: [50, 50] }).changesSince(
      undefined,
    )
    await expectRequests(1)
    cms.answerWith()
    expect((await page).documents).toHaveLength(1)
  })

  const expectRequests = async (number: number) => {
    while (cms.requests.length < number) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(cms.requests).toHaveLength(number)
  }

  describe('download', () => {
    test('copies a file, whatever its name', async () => {
      const folder = await temporaryFolder()
      cms.upload('a picture & more.webp', 'bytes')
      await client().download('a picture & more.webp', join(folder, 'here.webp'))
      expect(await readFile(join(folder, 'here.webp'), 'utf8')).toBe('bytes')
    })

    test('names a file that the CMS does not have, and leaves nothing behind', async () => {
      const folder = await temporaryFolder()
      const download = client().download('gone.webp', join(folder, 'here.webp'))
      await expect(download).rejects.toThrow(MediaMissing)
      await expect(download).rejects.toThrow('The CMS has no file “gone.webp”')
      expect(await readdir(folder)).toEqual([])
    })

    test('leaves nothing behind when the connection breaks half-way', async () => {
      const folder = await temporaryFolder()
      cms.answerWith({ status: 200, body: 'half', headers: { 'content-length': '8' } })
      await expect(client({ timeoutMs: 200 }).download('a.webp', join(folder, 'here.webp'))).rejects.toThrow(
        CmsUnreachable,
      )
      expect(await readdir(folder)).toEqual([])
    })
  })
})
