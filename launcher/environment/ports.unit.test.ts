import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { portComplaints } from './ports.ts'

const servers: Server[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

async function takePort(host: string): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}

describe('portComplaints', () => {
  test.each(['127.0.0.1', '0.0.0.0'])(
    'names a port that is taken on %s, its use and its variable',
    async (host) => {
      const port = await takePort(host)
      const [complaint] = await portComplaints([{ variable: 'CMS_PORT', port, use: 'the CMS' }])
      expect(complaint).toContain(
        `Port ${port}, for the CMS, is taken by another program. Set CMS_PORT to another port`,
      )
      expect(complaint).not.toContain(`CMS_PORT=${port}.`)
    },
  )

  test('says nothing about a port that is free', async () => {
    const port = await takePort('127.0.0.1')
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await portComplaints([{ variable: 'SITE_PORT', port, use: 'the site' }])).toEqual([])
  })

  test('proposes no port that another program of ours is going to use', async () => {
    const port = await takePort('127.0.0.1')
    const complaints = await portComplaints([
      { variable: 'CMS_PORT', port, use: 'the CMS' },
      { variable: 'SITE_PORT', port: port + 1, use: 'the site' },
    ])
    expect(complaints[0]).not.toContain(`CMS_PORT=${port + 1}.`)
  })

  test('proposes another port for each', async () => {
    const [first, second] = [await takePort('127.0.0.1'), await takePort('127.0.0.1')]
    const complaints = await portComplaints([
      { variable: 'CMS_PORT', port: first, use: 'the CMS' },
      { variable: 'SITE_PORT', port: second, use: 'the site' },
    ])
    const proposed = complaints.map((complaint) => /_PORT=(\d+)/.exec(complaint)?.[1])
    expect(new Set(proposed).size).toBe(2)
    expect(proposed).not.toContain(undefined)
  })

  test('refuses one port for two programs', async () => {
    const complaints = await portComplaints([
      { variable: 'CMS_PORT', port: 65_431, use: 'the CMS' },
      { variable: 'SITE_PORT', port: 65_431, use: 'the site' },
    ])
    expect(complaints).toEqual(['CMS_PORT and SITE_PORT both say 65431. Give each a port of its own.'])
  })
})
