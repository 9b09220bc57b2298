import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports of this machine that nobody listens on now, all of them held until the last is found, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.flatMap((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? [address.port] : []
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
