import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { SiteState } from '@careword/shared/delivery.ts'
import { FORECAST_PATH, NUDGE_PATH, readForecast, readNudge } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { COMMAND_PATH, readCommand, STATUS_PATH } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { messageId, readMessage } from '@careword/shared/signed-message.ts'
import { WebhookVerificationError } from 'standardwebhooks'
import { CommandRefused } from './command-refused.ts'
import { headersOf, readBody } from './read-request.ts'
import { SITE_PATH } from './status.ts'
import type { CommandOutcome, PublisherStatus } from './status.ts'
import { takenOnce } from './taken-once.ts'
import { VERIFY_PATH, verifyRequestSchema } from './verify-site.ts'
import type { Verification } from './verify-site.ts'

/** What the control server speaks for. */
export type Controlled = {
  /** As in NUDGE_SECRET. */
  secrets: string
  onForecast: (document: PublicDocument) => void
  /** @returns the number of the publish that will show what the nudge is about */
  onNudge: (nudge: Nudge) => number
  /** @throws CommandRefused, or an error whose message says why it could not be done */
  onCommand: (command: PublisherCommand) => Promise<CommandOutcome>
  /** @throws an error whose message says why it could not be done */
  onVerify: () => Promise<Verification>
  status: () => PublisherStatus
  site: () => Promise<SiteState>
}

type Answer = { status: number; body: unknown; headers?: Record<string, string> }
type Route = { method: 'GET' | 'POST'; answer: (request: IncomingMessage) => Answer | Promise<Answer> }

/** So many nudges and commands of the last minutes are remembered, each about 200 bytes. */
const REMEMBERED_NUDGES = 10_000
const REMEMBERED_COMMANDS = 1_000

/** The publisher's own HTTP server: takes signed nudges and commands, and tells its status. It does not listen yet. */
export function createControlServer(controlled: Controlled): Server {
  const routes = routesOf(controlled)
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const route = routes.get(request.url?.split('?')[0] ?? '')
    if (!route)
      return problem(
        404,
        `The publisher answers ${[...routes.keys()].join(', ')}. The site has an address of its own.`,
      )
    if (request.method === route.method) return route.answer(request)
    return {
      ...problem(405, `Only ${route.method} is answered here.`),
      headers: { allow: route.method },
    }
  }
  return createServer((request, response) => {
    const send = ({ status, body, headers }: Answer) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...headers,
      })
      response.end(JSON.stringify(body))
    }
    // Only reading the request can fail: then the caller is gone, and nobody is left to answer.
    answerTo(request).then(send, () => response.destroy())
  })
}

function routesOf({
  secrets,
  onForecast,
  onNudge,
  onCommand,
  onVerify,
  status,
  site,
}: Controlled): Map<string, Route> {
  const nudges = takenOnce<number>(REMEMBERED_NUDGES)
  const commands = takenOnce<Promise<Answer>>(REMEMBERED_COMMANDS)
  const verifications = takenOnce<Promise<Answer>>(REMEMBERED_COMMANDS)
  return new Map<string, Route>([
    [
      NUDGE_PATH,
      signed(
        (body, headers) => readNudge(body, headers, secrets),
        (nudge, id) => ({ status: 202, body: { publish: nudges(id, () => onNudge(nudge)).value } }),
      ),
    ],
    [
      FORECAST_PATH,
      signed(
        (body, headers) => readForecast(body, headers, secrets),
        (document) => {
          onForecast(document)
          return { status: 202, body: {} }
        },
      ),
    ],
    [
      COMMAND_PATH,
      // One that comes again is given the outcome of the first.
      signed(
        (body, headers) => readCommand(body, headers, secrets),
        (command, id) => commands(id, () => outcomeOf(() => onCommand(command))).value,
      ),
    ],
    [
      VERIFY_PATH,
      signed(
        (body, headers) => verifyRequestSchema.parse(readMessage(body, headers, secrets)),
        (_, id) => verifications(id, () => outcomeOf(onVerify)).value,
      ),
    ],
    [STATUS_PATH, { method: 'GET', answer: () => ({ status: 200, body: status() }) }],
    [SITE_PATH, { method: 'GET', answer: () => outcomeOf(site) }],
  ])
}

/**
 * @param read checks and understands a message
 * @param take is given the message and what tells it from others
 */
function signed<Message>(
  read: (body: string, headers: Record<string, string>) => Message,
  take: (message: Message, id: string) => Answer | Promise<Answer>,
): Route {
  return {
    method: 'POST',
    answer: async (request) => {
      const body = await readBody(request)
      if (body === undefined)
        return { ...problem(413, 'This is too long for a message.'), headers: { connection: 'close' } }
      const headers = headersOf(request)
      let message: Message
      try {
        message = read(body, headers)
      } catch (error) {
        return refusalOf(error)
      }
      return take(message, messageId(headers))
    },
  }
}

function refusalOf(error: unknown): Answer {
  return error instanceof WebhookVerificationError
    ? problem(
        401,
        `The message is not signed as it should be: ${error.message}. Both sides need the same NUDGE_SECRET and the right time.`,
      )
    : problem(400, 'The message is signed, but what it says is not understood.')
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, body: await work() }
  } catch (error) {
    return problem(error instanceof CommandRefused ? error.status : 503, (error as Error).message)
  }
}

function problem(status: number, message: string): Answer {
  return { status, body: { errors: [{ message }] } }
}
