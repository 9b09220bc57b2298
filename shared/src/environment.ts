import { z } from 'zod'

/** A variable of the environment is missing or wrong; the message names each such variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

const anyWebAddress = z.url({ protocol: /^https?$/ })

/** A schema: an address of the web that holds no user name and no password, which would stand in messages and logs. */
export const addressWithoutPassword = anyWebAddress.refine(
  (url) => !URL.parse(url)?.username && !URL.parse(url)?.password,
  'no user name and no password can stand in it',
)

/** A schema: the address of a server, below which paths are put. Slashes at its end are taken off. */
export const serverAddress = addressWithoutPassword
  .refine((url) => !/[?#]/.test(url), 'nothing can follow a “?” or “#” in it')
  .transform(withoutSlashes)

/** A schema: the address of the site, whose links count from the root of its host. */
export const siteAddress = serverAddress.refine(
  (url) => URL.parse(url)?.pathname === '/',
  'the site lies at the root of its host, so no path can stand in it',
)

/** A schema: the address of a server that is only looked at. It may hold a password, as for a site that is not open yet. */
export const visitedAddress = anyWebAddress.transform(withoutSlashes)

function withoutSlashes(url: string): string {
  return url.replace(/\/+$/, '')
}

/**
 * Checks the environment once, at boot.
 *
 * Empty strings count as unset, so that `KEY=` in a file means the same as no line at all.
 *
 * @param schema what is expected; give every field a description with `.describe()`: it is shown as the expectation
 * @param source where the variables come from, usually `process.env`
 * @returns the checked values, with the defaults of the schema filled in
 * @throws EnvironmentError naming each wrong variable, what was expected and what came (secrets are not shown)
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: Record<string, string | undefined>,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  )
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const complaints = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const expectation = expectationOf(schema.shape[name]) ?? issue.message
    return `${name}: expected ${expectation}; ${whatCame(name, source[name])}${whatIsWrong(issue)}`
  })
  throw new EnvironmentError(
    `The environment is not complete.\n${complaints.map((line) => `  ${line}`).join('\n')}\nEvery variable is explained in .env.example.`,
  )
}

function expectationOf(field: unknown): string | undefined {
  return field instanceof z.ZodType ? field.description : undefined
}

const SECRET_NAME = /SECRET|KEY|TOKEN|PASSWORD|HOOKS/

function whatCame(name: string, value: string | undefined): string {
  if (!value) return 'it is not set.'
  if (SECRET_NAME.test(name)) return `a value of ${value.length} characters came (not shown).`
  return `“${withoutPassword(value)}” came.`
}

/** What the expectation alone does not tell: the place within a value that has several, and what only this value is wrong in. */
function whatIsWrong({ code, path: [, ...place], message }: z.core.$ZodIssue): string {
  if (place.length > 0) return ` It is wrong at “${place.join('.')}”: ${message}.`
  return code === 'custom' ? ` It is wrong: ${message}.` : ''
}

/** Hides the password of a connection string, so that it can be shown in a message or a log. */
export function withoutPassword(uri: string): string {
  // Greedy, since people also write passwords in which an @ is not encoded.
  return uri.replace(/(:\/\/[^:/@]*):.*@/, '$1:…@')
}
