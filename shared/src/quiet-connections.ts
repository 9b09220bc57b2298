import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Watches the connections of a server, from before it listens.
 *
 * @returns cuts those on which no answer is under way. Node itself leaves those on which nothing was asked yet, as browsers open
 * them ahead, so that a server that is closed would wait for them without end
 */
export function watchConnections(server: Server): () => void {
  const answersUnderWay = new Map<Socket, number>()
  const count = (socket: Socket, more: number) =>
    answersUnderWay.set(socket, (answersUnderWay.get(socket) ?? 0) + more)
  server.on('connection', (socket) => {
    count(socket, 0)
    socket.once('close', () => answersUnderWay.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1)
    response.once('close', () => {
      if (answersUnderWay.has(socket)) count(socket, -1)
    })
  })
  return () => {
    for (const [socket, answers] of answersUnderWay) if (answers === 0) socket.destroy()
  }
}
