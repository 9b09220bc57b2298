import { APIError } from 'payload'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { publisherCommandSchema } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { mountedPath } from '../http/mounted-path.ts'
import { readJson } from '../http/read-json.ts'
import { requireScope, requireSteering } from './access.ts'
import { requestDeployHooks } from './deploy-hooks/scheduler.ts'
import { sendCommand } from './send-command.ts'
import { readSiteStatus } from './site-status.ts'

/** Path below the CMS's address of the trigger for API clients. */
export const PUBLISH_PATH = '/api/site-publish'

/** As the publisher takes it, but that the release to go back to may be left out. */
const actionSchema = z.preprocess(
  (body) =>
    typeof body === 'object' && body !== null && 'type' in body && body.type === 'rollback'
      ? { release: null, ...body }
      : body,
  publisherCommandSchema,
)

const done: Record<PublisherCommand['type'], string> = {
  publish: 'The site is being compared with the CMS.',
  rebuild: 'Every page of the site is being rendered anew.',
  rollback: 'The site goes back to the earlier release, and stays there until it is resumed.',
  resume: 'The site follows again; what waited goes out now.',
}

/** What people and programs can have done with the site. */
export const steeringEndpoints: Endpoint[] = [
  {
    path: '/site-actions',
    method: 'post',
    handler: async (req) => {
      requireSteering(req)
      const expected = '{"type": "publish" | "rebuild" | "resume"} or {"type": "rollback", "release": 41}'
      const command = await readJson(req, actionSchema, expected)
      if (command.type === 'publish' || command.type === 'rebuild') await requestDeployHooks(req.payload)
      const outcome = await sendCommand(command, req.payload)
      if (!outcome.taken) throw new APIError(outcome.message, outcome.status, null, true)
      return Response.json({ message: done[command.type] }, { status: 202 })
    },
  },
  {
    path: mountedPath(PUBLISH_PATH),
    method: 'post',
    handler: async (req) => {
      requireScope(req, 'publish:trigger')
      const { everything } = await readJson(req, triggerSchema, '{} or {"everything": true}')
      const hooks = await requestDeployHooks(req.payload)
      const outcome = await sendCommand({ type: everything ? 'rebuild' : 'publish' }, req.payload)
      // A site that is built elsewhere needs no publisher here.
      if (!outcome.taken && hooks === 0) throw new APIError(outcome.message, outcome.status, null, true)
      return Response.json(
        { message: accepted(outcome.taken, hooks), outcome: PUBLISH_PATH },
        { status: 202 },
      )
    },
  },
  {
    path: mountedPath(PUBLISH_PATH),
    method: 'get',
    handler: async (req) => {
      requireScope(req, 'publish:trigger')
      return Response.json(await readSiteStatus(req), { headers: { 'Cache-Control': 'no-store' } })
    },
  },
]

const triggerSchema = z.strictObject({ everything: z.boolean().default(false) })

function accepted(taken: boolean, hooks: number): string {
  const parts = [
    ...(taken ? ['The publisher has started.'] : []),
    ...(hooks > 0 ? [`${hooks} deploy ${hooks === 1 ? 'hook is' : 'hooks are'} about to be called.`] : []),
    `GET ${PUBLISH_PATH} with the same key tells how the site is.`,
  ]
  return parts.join(' ')
}
