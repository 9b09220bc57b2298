import { timingSafeEqual } from 'node:crypto'
import type { Endpoint, Payload } from 'payload'

/** Carries the token of the setup link from the link to the form. */
export const SETUP_COOKIE = 'careword-setup'

const SETUP_MINUTES = 60

/**
 * Where the setup link leads: it hands the token to the browser as a cookie that no script can read, and shows the form.
 */
export function setupEndpoint(setupToken: string, secureCookies: boolean): Endpoint {
  return {
    path: '/setup',
    method: 'get',
    handler: async (req) => {
      const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
      if (totalDocs > 0) return redirect('/admin/login')
      if (!isToken(req.searchParams.get('token') ?? undefined, setupToken))
        return new Response(
          'This setup link is not valid. Start the CMS again and open the link that it prints; each start makes a new one.\n',
          { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } },
        )
      const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${SETUP_MINUTES * 60}`]
      if (secureCookies) attributes.push('Secure')
      return redirect('/admin/create-first-user', {
        'Set-Cookie': `${SETUP_COOKIE}=${setupToken}; ${attributes.join('; ')}`,
      })
    },
  }
}

/** The link by which the first account is made, or undefined once there is an account. */
export async function setupLink(
  payload: Payload,
  cmsUrl: string,
  setupToken: string,
): Promise<string | undefined> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs === 0 ? `${cmsUrl}/setup?token=${setupToken}` : undefined
}

/** Compares in constant time, so that the time of an answer tells nothing of the token. */
export function isToken(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function redirect(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...headers },
  })
}
