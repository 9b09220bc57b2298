import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { DeliveryReports } from '@careword/shared/delivery.ts'
import { listenOn, stopListening } from '../listen.ts'
import { createDeliveryClient, NoDeliveries, nobodyToTell, ReportRefused } from './delivery-client.ts'
import type { DeliveryClient } from './delivery-client.ts'

type Asked = { method: string; url: string; authorization: string; body: string }

let server: Server
let client: DeliveryClient
let asked: Asked[]
let status: number

beforeEach(async () => {
  asked = []
  status = 200
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      asked.push({ method, url, authorization: headers.authorization ?? '', body })
      const changes = [{ collection: 'articles', id: 'a', version: null }]
      response.writeHead(status).end(JSON.stringify(method === 'GET' ? { changes } : {}))
    })
  })
  const port = await listenOn(server, 0, 'none')
  client = createDeliveryClient({ cmsUrl: `http://127.0.0.1:${port}`, apiKey: 'the-key' })
})
afterEach(async () => {
  server.closeAllConnections()
  await stopListening(server)
})

const body: DeliveryReports = {
  reports: [{ collection: 'articles', id: 'a', version: 'v1', state: 'superseded' }],
  site: {
    at: '2026-11-20T12:00:00.000Z',
    release: null,
    pages: 0,
    liveSince: null,
    hold: null,
    releases: [],
    trouble: null,
    warnings: { first: [], count: 0 },
  },
}

describe('createDeliveryClient', () => {
  test('reports and asks with its key', async () => {
    await client.report(body)
    expect(await client.pending()).toEqual([{ collection: 'articles', id: 'a', version: null }])
    const authorization = 'api-clients API-Key the-key'
    expect(asked).toEqual([
      { method: 'POST', url: '/api/site-deliveries', authorization, body: JSON.stringify(body) },
      { method: 'GET', url: '/api/site-deliveries/pending', authorization, body: '' },
    ])
  })

  test('tells failures apart', async () => {
    const failure = async (of: number): Promise<unknown> => {
      status = of
      return client.report(body).catch((error: unknown) => error)
    }
    expect(await failure(404)).toBeInstanceOf(NoDeliveries)
    expect(await failure(400)).toBeInstanceOf(ReportRefused)
    expect(await failure(413)).toBeInstanceOf(ReportRefused)
    expect(await failure(403)).toMatchObject({
      message: expect.stringContaining('needs the scope “report deliveries”'),
    })
    expect(await failure(500)).toMatchObject({ message: expect.stringContaining('with the error 500') })
    status = 404
    await expect(client.pending()).rejects.toThrow(NoDeliveries)
    server.closeAllConnections()
    await stopListening(server)
    await expect(client.report(body)).rejects.toThrow('The CMS at http://127.0.0.1')
  })
})

test('without a key there is nobody to tell', async () => {
  await expect(nobodyToTell.report(body)).rejects.toThrow(NoDeliveries)
  expect(await nobodyToTell.pending()).toEqual([])
})

test('a CMS that is down is named, with the reason', async () => {
  server.closeAllConnections()
  await stopListening(server)
  await expect(client.report(body)).rejects.toThrow(
    /^The CMS at http:\/\/127\.0\.0\.1:\d+ cannot be told what became of its changes: nothing listens there\.$/,
  )
})
