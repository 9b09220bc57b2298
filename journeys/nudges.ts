import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { NUDGE_PATH } from '@careword/shared/nudge.ts'
import { listenOn, stopListening } from '../web/publisher/listen.ts'

/** What becomes of what the CMS sends to the publisher. */
export type NudgesAre = 'delivered' | 'lost' | 'doubled'

/** Stands between the CMS and the publisher. */
export type Nudges = {
  /** Where the CMS sends to. */
  url: string
  are: NudgesAre
  /** How many nudges came; forecasts, which share their fate, are not counted. */
  readonly count: () => number
  stop: () => Promise<void>
}

/** @param publisherUrl where they are sent on to */
export async function standBetween(publisherUrl: string): Promise<Nudges> {
  let count = 0
  const sendOn = async ({ url = '', method = 'GET', headers }: IncomingMessage, body: string) => {
    const given = Object.entries(headers).filter(
      ([name]) => name.startsWith('webhook-') || name === 'content-type',
    )
    const answer = await fetch(publisherUrl + url, {
      method,
      headers: given.map(([name, value]): [string, string] => [name, String(value)]),
      ...(body !== '' && { body }),
    })
    return { status: answer.status, body: await answer.text() }
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      if (request.url === NUDGE_PATH) count += 1
      const times = { delivered: 1, lost: 0, doubled: 2 }[nudges.are]
      const answers = Array.from({ length: times }, () => sendOn(request, body))
      // One that is lost is taken all the same, so that the CMS does not know.
      void Promise.all(answers).then(
        ([answer = { status: 202, body: '{}' }]) => response.writeHead(answer.status).end(answer.body),
        // The publisher is down.
        () => request.socket.destroy(),
      )
    })
  })
  const port = await listenOn(server, 0, 'none')
  const nudges: Nudges = {
    url: `http://127.0.0.1:${port}`,
    are: 'delivered',
    count: () => count,
    async stop() {
      server.closeAllConnections()
      await stopListening(server)
    },
  }
  return nudges
}
