import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addressWithoutPassword } from '@careword/shared/environment.ts'

const DEFAULT_WAIT_SECONDS = 10
const DEFAULT_LONGEST_WAIT_SECONDS = 120
const DEFAULT_RETRY_SECONDS = 5

const common = {
  /** What the dashboard calls it. */
  name: z.string().min(1).optional(),
  /** How long nothing may have changed before it is called, so that a burst of changes ends in one call. */
  waitSeconds: z.number().min(0).default(DEFAULT_WAIT_SECONDS),
  /** After so long it is called even though changes keep coming. */
  longestWaitSeconds: z.number().min(0).default(DEFAULT_LONGEST_WAIT_SECONDS),
  /** The first pause before it is called again after a failure; each further one is twice as long. */
  retrySeconds: z.number().positive().default(DEFAULT_RETRY_SECONDS),
}

const url = addressWithoutPassword

const byUrl = z.strictObject({ kind: z.enum(['netlify', 'vercel', 'cloudflare']), url, ...common })

const github = z.strictObject({
  kind: z.literal('github'),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  token: z.string().regex(/^[\x21-\x7e]+$/, 'letters, digits and signs, without spaces'),
  event: z.string().min(1).max(100).default('careword-publish'),
  /** Of GitHub's API; another one for GitHub Enterprise. */
  api: url.default('https://api.github.com'),
  ...common,
})

const deployHookSchema = z.discriminatedUnion('kind', [byUrl, github])

/** A host that builds the site by itself, and is called when it should. */
export type DeployHook = z.output<typeof deployHookSchema>

/** `DEPLOY_HOOKS`: a list of hooks as JSON. */
export const deployHooksSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(z.array(deployHookSchema))

const hosts = { netlify: 'Netlify', vercel: 'Vercel', cloudflare: 'Cloudflare' } as const

/** What people call a hook. Never its address, which is its secret. */
export function nameOfHook(hook: DeployHook): string {
  if (hook.name) return hook.name
  return hook.kind === 'github' ? `GitHub, ${hook.repository}` : hosts[hook.kind]
}

/** The id under which the state of a hook is kept: it tells hooks apart and nothing of their secrets. */
export function idOfHook(hook: DeployHook): string {
  const target = hook.kind === 'github' ? [hook.api, hook.repository, hook.event] : [hook.url]
  return createHash('sha256')
    .update(JSON.stringify([hook.kind, ...target]))
    .digest('hex')
    .slice(0, 24)
}
