import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { WebhookVerificationError } from 'standardwebhooks'
import { ZodError } from 'zod'
import { NUDGE_PATH, readForecast, readNudge, signForecast, signNudge } from './nudge.ts'
import type { Nudge } from './nudge.ts'
import type { PublicDocument } from './public-document.ts'

const secret = `whsec_${Buffer.from('a secret of the CMS and the site').toString('base64')}`
const otherSecret = `whsec_${Buffer.from('the secret of somebody else here').toString('base64')}`
const documents: Nudge['documents'] = [{ collection: 'articles', id: '671b0e5f2c8d4a0012345678' }]
const nudge: Nudge = { type: 'content.changed', documents }

afterEach(() => {
  jest.useRealTimers()
})

function signedAt(time: Date): ReturnType<typeof signNudge> {
  jest.useFakeTimers({ now: time })
  const signed = signNudge(nudge, secret)
  jest.useRealTimers()
  return signed
}

const MINUTE_MS = 60_000

describe('signNudge', () => {
  test('gives the headers of Standard Webhooks and a body that says nothing but what changed', () => {
    const { body, headers } = signNudge(nudge, secret)
    expect(JSON.parse(body)).toEqual({ type: 'content.changed', documents })
    expect(headers).toEqual({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_[0-9a-f-]{36}$/),
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
      'webhook-signature': expect.stringMatching(/^v1,[\w+/]+=*$/),
    })
  })

  test('gives each nudge an id of its own', () => {
    const ids = [signNudge(nudge, secret), signNudge(nudge, secret)].map(
      ({ headers }) => headers['webhook-id'],
    )
    expect(new Set(ids).size).toBe(2)
  })
})

describe('readNudge', () => {
  test('reads what signNudge signed', () => {
    const { body, headers } = signNudge(nudge, secret)
    expect(readNudge(body, headers, secret)).toEqual(nudge)
  })

  test('takes one that is under five minutes old, and no older or newer one', () => {
    const read = (ageMinutes: number) => {
      const { body, headers } = signedAt(new Date(Date.now() - ageMinutes * MINUTE_MS))
      return readNudge(body, headers, secret)
    }
    expect(read(4.9)).toEqual(nudge)
    expect(() => read(5.1)).toThrow(WebhookVerificationError)
    expect(() => read(-5.1)).toThrow(WebhookVerificationError)
  })

  test('refuses one that was signed with another secret', () => {
    const { body, headers } = signNudge(nudge, otherSecret)
    expect(() => readNudge(body, headers, secret)).toThrow(WebhookVerificationError)
  })

  test('refuses a body, an id or a time that was changed', () => {
    const { body, headers } = signNudge(nudge, secret)
    const refused = (changedBody: string, changed: Record<string, string>) => {
      expect(() => readNudge(changedBody, { ...headers, ...changed }, secret)).toThrow(
        WebhookVerificationError,
      )
    }
    refused(body.replace('671b', '671c'), {})
    refused(body, { 'webhook-id': 'msg_other' })
    refused(body, { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) + 1) })
    refused(body, { 'webhook-signature': 'v1,AAAA' })
  })

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('refuses one without %s', (name) => {
    const { body, headers } = signNudge(nudge, secret)
    const rest = Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name))
    expect(() => readNudge(body, rest, secret)).toThrow(WebhookVerificationError)
  })

  test('refuses what is signed but no nudge', () => {
    const ofNothing = [{ collection: 'users', id: '1' }]
    for (const wrong of [{ type: 'content.gone' }, { ...nudge, documents: ofNothing }, 'text', null]) {
      const { body, headers } = signNudge(wrong as Nudge, secret)
      expect(() => readNudge(body, headers, secret)).toThrow(ZodError)
    }
  })
})

describe('a forecast', () => {
  const fields = { title: 'Ketamine', body: 'calm words '.repeat(5000) }
  const document = { collection: 'articles', id: '1', version: 'v', fields } as unknown as PublicDocument

  test('is read as it was signed', () => {
    const { body, headers } = signForecast(document, secret)
    expect(readForecast(body, headers, `${otherSecret} ${secret}`)).toEqual(document)
  })

  test('is refused when anything of it was changed, or somebody else signed it', () => {
    const { body, headers } = signForecast(document, secret)
    const changes = [body.replace('Ketamine', 'Esketamine'), `${body} `, body.slice(0, -1), '']
    for (const changed of changes)
      expect(() => readForecast(changed, headers, secret)).toThrow(WebhookVerificationError)
    expect(() => readForecast(body, headers, otherSecret)).toThrow(WebhookVerificationError)
    expect(() => readForecast(body, {}, secret)).toThrow(WebhookVerificationError)
  })

  test('and a nudge are no substitutes for each other', () => {
    const asNudge = signNudge(document as unknown as Nudge, secret)
    expect(() => readForecast(asNudge.body, asNudge.headers, secret)).toThrow(WebhookVerificationError)
    const { body, headers } = signForecast(document, secret)
    expect(() => readNudge(body, headers, secret)).toThrow(WebhookVerificationError)
  })

  test('is refused when it is signed and no document', () => {
    const { body, headers } = signForecast({ collection: 'users' } as unknown as PublicDocument, secret)
    expect(() => readForecast(body, headers, secret)).toThrow(ZodError)
  })
})

test('nudges are taken below the address of the publisher', () => {
  expect(new URL(NUDGE_PATH, 'http://127.0.0.1:4322').href).toBe('http://127.0.0.1:4322/nudge')
})
