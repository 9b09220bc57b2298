import { createServer } from 'node:net'

/** A port that a program is going to listen on, and the variable that names another one. */
export type PortUse = { variable: string; port: number; use: string }

/**
 * Looks whether the ports can be listened on.
 *
 * @returns a sentence for each one that cannot, which names the variable that changes it; empty when all is well
 */
export async function portComplaints(uses: PortUse[]): Promise<string[]> {
  const complaints: string[] = []
  const spoken = new Set(uses.map(({ port }) => port))
  for (const [index, { variable, port, use }] of uses.entries()) {
    const same = uses.slice(0, index).find((other) => other.port === port)
    if (same) {
      complaints.push(`${same.variable} and ${variable} both say ${port}. Give each a port of its own.`)
      continue
    }
    const reason = await whyNotFree(port)
    if (!reason) continue
    const free = await freePortAfter(port, spoken)
    spoken.add(free)
    complaints.push(
      `Port ${port}, for ${use}, ${reason}. Set ${variable} to another port, for example ${variable}=${free}.`,
    )
  }
  return complaints
}

// A program may listen on one kind of address only, and systems differ in what then counts as taken: try each.
const HOSTS = ['127.0.0.1', '::1', '0.0.0.0', '::']

async function whyNotFree(port: number): Promise<string | undefined> {
  for (const host of HOSTS) {
    const code = await listenOnce(port, host)
    if (code === 'EADDRINUSE') return 'is taken by another program'
    if (code === 'EACCES') return 'may not be used by this user'
  }
  return undefined
}

/** Listens for a moment; the code of the error, or undefined when it worked. */
function listenOnce(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code)
    })
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(undefined)
      })
    })
  })
}

async function freePortAfter(port: number, spoken: Set<number>): Promise<number> {
  for (let candidate = Math.max(port, 1024) + 1; candidate <= 65_535; candidate += 1) {
    if (!spoken.has(candidate) && !(await whyNotFree(candidate))) return candidate
  }
  throw new Error('No port of this machine is free.')
}
