import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { watchConnections } from '@careword/shared/quiet-connections.ts'

/** Only this machine can reach the servers; what faces the world stands before them. */
export const HOST = '127.0.0.1'

/** A server cannot have the port that it should listen on. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** Cuts the connections of a server on which no answer is under way. */
const cutters = new WeakMap<Server, () => void>()

/**
 * Starts a server.
 *
 * @param port 0 for any free one
 * @param variable the variable that decides the port, for the message
 * @returns the port it listens on
 * @throws PortTaken when it cannot have the port
 */
export async function listenOn(server: Server, port: number, variable: string): Promise<number> {
  if (!cutters.has(server)) cutters.set(server, watchConnections(server))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`
      reject(
        new PortTaken(`Port ${port} ${reason}. Set ${variable} to another number, or stop that program.`, {
          cause: error,
        }),
      )
    })
    server.listen(port, HOST, () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Stops a server: connections that wait for nothing are cut, running answers are finished. */
export async function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    cutters.get(server)?.()
  })
}
