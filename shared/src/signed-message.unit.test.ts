import { describe, expect, test } from '@jest/globals'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { readCommand, signCommand } from './publisher-command.ts'
import { messageId, readMessage, signingSecrets, signMessage } from './signed-message.ts'

const secretOf = (owner: string) => `whsec_${Buffer.alloc(24, owner).toString('base64')}`
const [older, newer, stranger] = [secretOf('older'), secretOf('newer'), secretOf('stranger')]
const message = { type: 'greeting', words: 'Grüße' }

describe('signMessage and readMessage', () => {
  test('understand each other while the secret is being exchanged, on either side first', () => {
    const read = (signedWith: string, readWith: string) => {
      const { body, headers } = signMessage(message, signedWith)
      return readMessage(body, headers, readWith)
    }
    expect(read(older, `${newer} ${older}`)).toEqual(message)
    expect(read(`${newer} ${older}`, `${older} ${newer}`)).toEqual(message)
    expect(read(newer, `${newer} ${older}`)).toEqual(message)
  })

  test('sign with the first secret alone', () => {
    const { body, headers } = signMessage(message, `${newer} ${older}`)
    expect(() => readMessage(body, headers, older)).toThrow(WebhookVerificationError)
  })

  test('take a message that carries several signatures, when one of them is ours', () => {
    const { body, headers } = signMessage(message, stranger)
    const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000)
    const ours = new Webhook(newer).sign(messageId(headers), sentAt, body)
    const both = { ...headers, 'webhook-signature': `${headers['webhook-signature']} ${ours}` }
    expect(readMessage(body, both, `${older} ${newer}`)).toEqual(message)
    expect(() => readMessage(body, both, older)).toThrow(WebhookVerificationError)
  })

  test('refuse what another secret signed, and everything when there is no secret', () => {
    const { body, headers } = signMessage(message, stranger)
    expect(() => readMessage(body, headers, `${newer} ${older}`)).toThrow(WebhookVerificationError)
    expect(() => readMessage(body, headers, ' ')).toThrow(WebhookVerificationError)
  })
})

describe('signingSecrets', () => {
  test.each([older, `${newer} ${older}`])('takes %j', (secrets) => {
    expect(signingSecrets.parse(secrets)).toBe(secrets)
  })
  test.each(['', 'secret', 'whsec_short', `${newer} `, `${newer},${older}`, `${newer} whsec_short`])(
    'refuses %j',
    (secrets) => {
      expect(signingSecrets.safeParse(secrets).success).toBe(false)
    },
  )
})

describe('readCommand', () => {
  test('reads what signCommand signed, and refuses what is no command', () => {
    const signed = signCommand({ type: 'rollback', release: 3 }, newer)
    expect(readCommand(signed.body, signed.headers, newer)).toEqual({ type: 'rollback', release: 3 })
    const other = signMessage({ type: 'rollback', release: -1 }, newer)
    expect(() => readCommand(other.body, other.headers, newer)).toThrow()
  })
})
