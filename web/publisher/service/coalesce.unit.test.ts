import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { coalesce, Stopping } from './coalesce.ts'
import type { RunRequest } from './coalesce.ts'

const changes: RunRequest = { compareAll: false }
const everything: RunRequest = { compareAll: true }

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

/** A thing to run whose ends the test decides. */
const controlled = (settle?: (signal: AbortSignal) => Promise<void>) => {
  const runs: { wish: RunRequest; end: () => void }[] = []
  const run = (wish: RunRequest) =>
    new Promise<void>((resolve) => {
      runs.push({ wish, end: resolve })
    })
  return { runs, queue: coalesce({ run, ...(settle && { settle }) }) }
}

/** Runs that take a time, of which it remembers when they began. */
const timed = (runMs: number) => {
  const begun: number[] = []
  const start = performance.now()
  const queue = coalesce({
    run: async () => {
      begun.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, runMs))
    },
  })
  return { begun, queue }
}

describe('coalesce', () => {
  test('runs one at a time, and once more for all that came meanwhile', async () => {
    const { runs, queue } = controlled()
    expect(queue.request(changes)).toBe(1)
    await pass(0)
    expect([queue.isRunning, queue.isWaiting]).toEqual([true, false])
    const numbers = Array.from({ length: 50 }, () => queue.request(changes))
    expect(new Set(numbers)).toEqual(new Set([2]))
    await pass(0)
    expect(runs).toHaveLength(1)
    runs[0]?.end()
    await pass(0)
    expect(runs).toHaveLength(2)
    expect([queue.finished, queue.isWaiting]).toEqual([1, false])
    runs[1]?.end()
    await pass(0)
    expect([queue.finished, queue.isRunning]).toEqual([2, false])
    expect(runs).toHaveLength(2)
  })

  test('gives requests that come before a run begins the number of that run', async () => {
    const { runs, queue } = controlled()
    expect([queue.request(changes), queue.request(changes)]).toEqual([1, 1])
    await pass(0)
    runs[0]?.end()
    await pass(0)
    expect([queue.finished, queue.isRunning]).toEqual([1, false])
    expect(queue.request(changes)).toBe(2)
  })

  test('takes the most thorough of the requests that it puts together', async () => {
    const { runs, queue } = controlled()
    queue.request(changes)
    await pass(0)
    queue.request(everything)
    queue.request(changes)
    runs[0]?.end()
    await pass(0)
    expect(runs.map(({ wish }) => wish.compareAll)).toEqual([false, true])
  })

  test('looks for the documents of all requests that it puts together, or for all that changed when one names none', async () => {
    const { runs, queue } = controlled()
    const named = (id: string) => ({
      compareAll: false,
      documents: [{ collection: 'articles' as const, id }],
    })
    queue.request(changes)
    await pass(0)
    queue.request(named('a'))
    queue.request(named('b'))
    runs[0]?.end()
    await pass(0)
    queue.request(named('c'))
    queue.request(changes)
    runs[1]?.end()
    await pass(0)
    const ids = runs.map(({ wish }) => wish.documents?.map(({ id }) => id))
    expect(ids).toEqual([undefined, ['a', 'b'], undefined])
  })

  test('waits at its end for the run that goes on, and begins no other', async () => {
    const { runs, queue } = controlled()
    queue.request(changes)
    await pass(0)
    queue.request(changes)
    let isClosed = false
    const closing = queue.close().then(() => (isClosed = true))
    await pass(0)
    expect(isClosed).toBe(false)
    runs[0]?.end()
    await closing
    expect(runs).toHaveLength(1)
    queue.request(changes)
    await pass(1000)
    expect(runs).toHaveLength(1)
  })

  describe('with nudges', () => {
    test('begins at once for one that finds it idle, however soon after the last run', async () => {
      const { begun, queue } = timed(10)
      for (let edit = 0; edit < 20; edit += 1) {
        queue.request(changes, 'nudge')
        await pass(40)
      }
      expect(begun).toEqual(Array.from({ length: 20 }, (_, edit) => edit * 40))
    })

    test('waits for quiet after nudges that came during a run', async () => {
      const { begun, queue } = timed(20)
      queue.request(changes, 'nudge')
      await pass(10)
      queue.request(changes, 'nudge')
      await pass(80)
      expect(begun).toEqual([0])
      queue.request(changes, 'nudge')
      await pass(99)
      expect(begun).toEqual([0])
      expect([queue.isRunning, queue.isWaiting]).toEqual([false, true])
      await pass(1)
      expect(begun).toEqual([0, 190])
    })

    test('waits no longer than half a second', async () => {
      const { begun, queue } = timed(20)
      for (let time = 0; time < 550; time += 50) {
        queue.request(changes, 'nudge')
        await pass(10)
        if (time === 0) queue.request(changes, 'nudge')
        await pass(40)
      }
      expect(begun).toEqual([0, 510])
    })

    test.each([
      ['a nudge about a withdrawal', () => changes],
      ['another request', () => everything],
    ])('does not wait with %s, which takes the others along', async (_, wish) => {
      const { begun, queue } = timed(20)
      queue.request(changes, 'nudge')
      await pass(10)
      queue.request(changes, 'nudge')
      queue.request(wish())
      queue.request(changes, 'nudge')
      await pass(300)
      expect(begun).toEqual([0, 20])
      expect(queue.finished).toBe(2)
    })

    test.each([1, 5, 20, 60])(
      'makes a handful of runs of %d ms of 100 nudges within two seconds, the last one covered',
      async (runMs) => {
        const { begun, queue } = timed(runMs)
        let last = 0
        for (let nudge = 0; nudge < 100; nudge += 1) {
          last = queue.request(changes, 'nudge')
          await pass(20)
        }
        await pass(1000)
        expect(begun.length).toBeLessThanOrEqual(10)
        expect(queue.finished).toBe(last)
      },
    )
  })

  describe('perform', () => {
    test('does a task after the run that goes on and before the next, and gives what it gave', async () => {
      const { runs, queue } = controlled()
      queue.request(changes)
      await pass(0)
      queue.request(changes)
      const done = queue.perform(() => Promise.resolve(runs.length))
      await pass(0)
      runs[0]?.end()
      expect(await done).toBe(1)
      await pass(0)
      expect(runs).toHaveLength(2)
    })

    test('throws what the task throws, and goes on', async () => {
      const { runs, queue } = controlled()
      await expect(queue.perform(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
      queue.request(changes)
      await pass(0)
      expect(runs).toHaveLength(1)
    })

    test('refuses when it is closed', async () => {
      const { runs, queue } = controlled()
      queue.request(changes)
      await pass(0)
      const refused = queue.perform(() => Promise.resolve()).catch((error: unknown) => error)
      const closing = queue.close()
      expect(await refused).toBeInstanceOf(Stopping)
      runs[0]?.end()
      await closing
      await expect(queue.perform(() => Promise.resolve())).rejects.toThrow(Stopping)
    })
  })

  describe('what can wait', () => {
    test('is done when nothing else is, stopped by the next request, and gone on with after it', async () => {
      const stops: string[] = []
      const settle = jest.fn(
        (signal: AbortSignal) =>
          new Promise<void>((resolve) => {
            signal.addEventListener('abort', () => {
              stops.push('stopped')
              resolve()
            })
          }),
      )
      const { runs, queue } = controlled(settle)
      queue.request(changes)
      await pass(0)
      expect(settle).not.toHaveBeenCalled()
      runs[0]?.end()
      await pass(0)
      expect(settle).toHaveBeenCalledTimes(1)
      expect(queue.isRunning).toBe(false)
      queue.request(changes, 'nudge')
      await pass(0)
      expect([stops.length, runs.length]).toEqual([1, 2])
      runs[1]?.end()
      await pass(0)
      expect(settle).toHaveBeenCalledTimes(2)
      await queue.close()
      expect(stops).toHaveLength(2)
    })

    test('is done once when it comes to its end', async () => {
      const settle = jest.fn(() => Promise.resolve())
      const { runs, queue } = controlled(settle)
      queue.request(changes)
      await pass(0)
      runs[0]?.end()
      await pass(1000)
      expect(settle).toHaveBeenCalledTimes(1)
    })
  })
})
