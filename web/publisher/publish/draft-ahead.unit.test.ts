import { beforeEach, expect, jest, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { DraftAhead } from './draft-ahead.ts'
import type { Draft } from './make-release.ts'
import type { ShownSite } from './shown-site.ts'

// Drafts and sites are told apart here, and not looked into.
const draftNamed = (name: string) => ({ name }) as unknown as Draft
const siteNamed = (name: string) => ({ name }) as unknown as ShownSite

const shown = siteNamed('shown')
let ahead: DraftAhead

beforeEach(() => {
  ahead = new DraftAhead()
})

function contentOf(version: string, today = '2026-11-29'): Snapshot {
  const document = { collection: 'articles', id: 'a', version, fields: {} } as unknown as PublicDocument
  return { documents: new Map([['articles:a', document]]), today, siteUrl: 'https://site.example' }
}

const made = (name: string) => () => Promise.resolve(draftNamed(name))

test('a draft for the very same is given out, once', async () => {
  await ahead.make(shown, contentOf('1'), made('first'))
  expect(await ahead.take(shown, contentOf('1'))).toEqual(draftNamed('first'))
  expect(await ahead.take(shown, contentOf('1'))).toBeUndefined()
})

test('one that is still being made is waited for', async () => {
  const { promise, resolve } = Promise.withResolvers<Draft>()
  const making = ahead.make(shown, contentOf('1'), () => promise)
  const taken = ahead.take(shown, contentOf('1'))
  resolve(draftNamed('late'))
  expect(await taken).toEqual(draftNamed('late'))
  await making
})

test.each([
  ['another site is shown', siteNamed('other'), contentOf('1')],
  ['no site is shown', undefined, contentOf('1')],
  ['another text is wanted', shown, contentOf('2')],
  ['another day is wanted', shown, contentOf('1', '2026-11-30')],
])('none is given out when %s, nor later', async (_, from, wanted) => {
  await ahead.make(shown, contentOf('1'), made('first'))
  expect(await ahead.take(from, wanted)).toBeUndefined()
  expect(await ahead.take(shown, contentOf('1'))).toBeUndefined()
})

test('none is given out that is old, since what it names may be gone from the store', async () => {
  await ahead.make(shown, contentOf('1'), made('first'))
  const soon = performance.now() + 61_000
  const clock = jest.spyOn(performance, 'now').mockReturnValue(soon)
  try {
    expect(await ahead.take(shown, contentOf('1'))).toBeUndefined()
  } finally {
    clock.mockRestore()
  }
})

test('what is not wanted any more is told so, and its end is no failure', async () => {
  const signals: AbortSignal[] = []
  const untilStopped = (signal: AbortSignal) => {
    signals.push(signal)
    return new Promise<Draft>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error)
      })
    })
  }
  const first = ahead.make(shown, contentOf('1'), untilStopped)
  const second = ahead.make(shown, contentOf('2'), untilStopped)
  await first
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  expect(await ahead.take(shown, contentOf('3'))).toBeUndefined()
  await second
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
})

test('what fails is told to whoever had it made; whoever takes it makes another', async () => {
  const { promise, reject } = Promise.withResolvers<Draft>()
  const making = ahead.make(shown, contentOf('1'), () => promise)
  const taken = ahead.take(shown, contentOf('1'))
  reject(new Error('The disk is full.'))
  await expect(making).rejects.toThrow('The disk is full.')
  expect(await taken).toBeUndefined()
})
