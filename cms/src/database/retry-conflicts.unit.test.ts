import { describe, expect, jest, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { recordCommit } from './attempt.ts'
import { answerConflict } from './conflict-answer.ts'
import { DatabaseBusyError } from './database-busy-error.ts'
import { retryConflicts, retryingConflicts } from './retry-conflicts.ts'

const SENTENCE = 'Somebody else saved this at the same moment. Nothing was changed; save again.'
const conflict = new DatabaseBusyError(1000)
const post = (body: string) => new Request('http://localhost/api/notes', { method: 'POST', body })

/** Answers as Payload's REST handler does: the hook decides about the error. */
async function fail(error: Error): Promise<Response> {
  const answer = await answerConflict({
    error,
    context: {},
    req: {} as PayloadRequest,
    result: { errors: [] },
  })
  return Response.json(answer?.response ?? { errors: [{ message: 'Something went wrong.' }] }, {
    status: answer?.status ?? 500,
  })
}

/** Answers as Payload's GraphQL handler does: 200, and the error in the body. */
async function failInGraphQL(error: Error): Promise<Response> {
  const graphqlResult = { message: 'Something went wrong.' }
  const answer = await answerConflict({ error, context: {}, req: {} as PayloadRequest, graphqlResult })
  return Response.json(
    { data: null, errors: [answer?.graphqlResult ?? graphqlResult] },
    { headers: { 'x-cors': 'yes' } },
  )
}

describe('retryConflicts', () => {
  test('tries again with the same body until the conflict is over', async () => {
    const bodies: string[] = []
    const handler = retryConflicts(async (request: Request, parameter: string) => {
      bodies.push(await request.text())
      return bodies.length < 4 ? fail(conflict) : Response.json(parameter)
    })
    const response = await handler(post('hello'), 'passed on')
    expect(response.status).toBe(200)
    expect(await response.json()).toBe('passed on')
    expect(bodies).toEqual(['hello', 'hello', 'hello', 'hello'])
  })

  test.each([
    ['REST', fail],
    ['GraphQL', failInGraphQL],
  ])('answers 409 with a sentence when the conflict lasts, over %s', async (_, answer) => {
    const handler = jest.fn(() => answer(new Error('Failed query', { cause: conflict })))
    const response = await retryConflicts(handler)(post('hello'))
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({ errors: [{ message: SENTENCE }] })
    expect(handler).toHaveBeenCalledTimes(12)
  })

  test("keeps the answer's headers", async () => {
    const response = await retryConflicts(() => failInGraphQL(conflict), { bodyLimitBytes: 1 })(post('hello'))
    expect(response.headers.get('x-cors')).toBe('yes')
  })

  test('leaves other failures alone', async () => {
    const handler = jest.fn(() => fail(new Error('no')))
    const response = await retryConflicts(handler)(post('hello'))
    expect(response.status).toBe(500)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  test('does not repeat what was committed in part, and says so', async () => {
    const handler = jest.fn(() => {
      recordCommit()
      return fail(conflict)
    })
    const response = await retryConflicts(handler)(post('hello'))
    expect(handler).toHaveBeenCalledTimes(1)
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining('A part of your changes may be saved') }],
    })
  })

  test('does not repeat a body that is too long to keep', async () => {
    const handler = jest.fn(async (request: Request) => {
      expect(await request.text()).toBe('hello')
      return fail(conflict)
    })
    const response = await retryConflicts(handler, { bodyLimitBytes: 4 })(post('hello'))
    expect(response.status).toBe(409)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  test('keeps requests that run at the same time apart', async () => {
    const tries = { busy: 0, calm: 0 }
    const handler = retryConflicts(async (request) => {
      const name = (await request.text()) as keyof typeof tries
      tries[name] += 1
      return name === 'busy' && tries.busy < 3 ? fail(conflict) : Response.json(name)
    })
    await Promise.all([handler(post('busy')), handler(post('calm'))])
    expect(tries).toEqual({ busy: 3, calm: 1 })
  })
})

describe('retryingConflicts', () => {
  test('does the work again until it succeeds', async () => {
    let tries = 0
    const result = await retryingConflicts(() => {
      tries += 1
      return tries < 3 ? Promise.reject(conflict) : Promise.resolve(tries)
    })
    expect(result).toBe(3)
  })

  test('throws a sentence with status 409 when that does not help', async () => {
    await expect(retryingConflicts(() => Promise.reject(conflict))).rejects.toMatchObject({
      message: SENTENCE,
      status: 409,
      isPublic: true,
      cause: conflict,
    })
  })

  test('throws other errors at once, and conflicts after a commit', async () => {
    const broken = jest.fn(() => Promise.reject(new Error('broken')))
    await expect(retryingConflicts(broken)).rejects.toThrow('broken')
    expect(broken).toHaveBeenCalledTimes(1)
    const half = jest.fn(() => {
      recordCommit()
      return Promise.reject(conflict)
    })
    await expect(retryingConflicts(half)).rejects.toBe(conflict)
    expect(half).toHaveBeenCalledTimes(1)
  })

  test('tells the request around it what it committed', async () => {
    const handler = jest.fn(async () => {
      await retryingConflicts(() => {
        recordCommit()
        return Promise.resolve()
      })
      return fail(conflict)
    })
    await retryConflicts(handler)(post('hello'))
    expect(handler).toHaveBeenCalledTimes(1)
  })
})
