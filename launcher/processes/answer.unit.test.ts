import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { waitForAnswer } from './answer.ts'

let server: Server
let url: string
let statuses: number[]

beforeEach(async () => {
  statuses = []
  server = createServer((_request, response) => {
    response.statusCode = statuses.shift() ?? 200
    response.end('hello')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

describe('waitForAnswer', () => {
  test('asks until the answer is the one that is waited for', async () => {
    statuses = [503, 404]
    const answer = await waitForAnswer(url, { patienceInSeconds: 5 })
    expect(answer).toEqual({ ok: true, status: 200, body: 'hello' })
  })

  test('tells the last answer when its patience ends', async () => {
    statuses = Array.from({ length: 100 }, () => 503)
    await expect(waitForAnswer(url, { patienceInSeconds: 0.3 })).rejects.toThrow(
      `${url} did not get ready in 0.3 s: it answered 503.`,
    )
  })

  test('tells why there was no answer', async () => {
    await new Promise((resolve) => server.close(resolve))
    await expect(waitForAnswer(url, { patienceInSeconds: 0.1 })).rejects.toThrow('ECONNREFUSED')
  })
})
