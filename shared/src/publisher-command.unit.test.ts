import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { signCommand } from './publisher-command.ts'

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`

describe('signCommand', () => {
  test('signs by the first of several secrets', () => {
    const [first, second] = [newSecret(), newSecret()]
    const { body, headers } = signCommand({ type: 'rollback', release: 41 }, `${first} ${second}`)
    expect(new Webhook(first).verify(body, headers)).toEqual({ type: 'rollback', release: 41 })
    expect(() => new Webhook(second).verify(body, headers)).toThrow('No matching signature')
  })

  test('gives every command an id of its own', () => {
    const secret = newSecret()
    const ids = [1, 2].map(() => signCommand({ type: 'resume' }, secret).headers['webhook-id'])
    expect(ids[0]).toMatch(/^msg_/)
    expect(ids[0]).not.toBe(ids[1])
  })
})
