import type { Response } from 'supertest'

type Refusal = { errors: { data?: { errors?: { path: string; message: string }[] } }[] }

/** What a refused save says of each field, as “path: message”. Nothing when the answer is no refusal of fields. */
export function problemsIn({ body }: Response): string[] {
  const { errors = [] } = body as Partial<Refusal>
  return errors.flatMap(({ data }) => (data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`))
}

/** The same of an answer over GraphQL. */
export function problemsInGraphql({ body }: Response): string[] {
  const { errors = [] } = body as { errors?: { extensions?: { data?: Refusal['errors'][0]['data'] } }[] }
  return errors.flatMap(({ extensions }) =>
    (extensions?.data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`),
  )
}
