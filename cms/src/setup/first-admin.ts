import { addDataAndFileToRequest, APIError, registerFirstUserOperation } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { generatePayloadCookie, parseCookies } from 'payload/shared'
import { isToken, SETUP_COOKIE } from './setup-link.ts'

/**
 * Replaces Payload's open door: on an empty database anyone could make themselves the first admin. Only a browser that came
 * by the setup link may. The door shuts for good once there is a user.
 *
 * @param setupToken the token of the setup link
 */
export function registerFirstAdmin(setupToken: string): Endpoint {
  /** One at a time, so that of two that come at once the second finds the account of the first. */
  let earlier: Promise<unknown> = Promise.resolve()
  return {
    path: '/first-register',
    method: 'post',
    handler: async (req) => {
      if (!isToken(parseCookies(req.headers).get(SETUP_COOKIE), setupToken))
        throw new APIError(
          'The first account is made through the setup link that the start of the CMS printed. Open that link first.',
          403,
          null,
          true,
        )
      await addDataAndFileToRequest(req)
      const registration = earlier.then(() => register(req))
      earlier = registration.catch(() => undefined)
      return registration
    },
  }
}

async function register(req: PayloadRequest): Promise<Response> {
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs > 0)
    throw new APIError(
      'There is an account already. Log in, or ask an admin for an account.',
      403,
      null,
      true,
    )
  const collection = req.payload.collections.users
  const result = await registerFirstUserOperation({
    collection,
    data: { ...bodyOf(req), roles: ['admin'] },
    req,
  })
  return Response.json(
    { ...result, message: 'The first account is made.' },
    {
      headers: {
        'Set-Cookie': generatePayloadCookie({
          collectionAuthConfig: collection.config.auth,
          cookiePrefix: req.payload.config.cookiePrefix,
          token: result.token ?? '',
        }),
      },
    },
  )
}

function bodyOf(req: PayloadRequest): { name: string; email: string; password: string } {
  const data: Record<string, unknown> = req.data ?? {}
  const text = (field: string) => (typeof data[field] === 'string' ? data[field] : '')
  return { name: text('name'), email: text('email'), password: text('password') }
}
