import { describe, expect, test } from '@jest/globals'
import { WriterQueue } from './writer-queue.ts'

describe('WriterQueue', () => {
  test('serves one holder at a time, first come first served', async () => {
    const queue = new WriterQueue(1000)
    const order: number[] = []
    let holders = 0
    await Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        const release = await queue.acquire()
        holders += 1
        expect(holders).toBe(1)
        order.push(n)
        await new Promise((resolve) => setImmediate(resolve))
        holders -= 1
        release()
      }),
    )
    expect(order).toEqual([1, 2, 3, 4])
  })

  test('gives up after the limit with a sentence, and does not serve who has left', async () => {
    const queue = new WriterQueue(20)
    const release = await queue.acquire()
    await expect(queue.acquire()).rejects.toThrow(
      'The database is busy: other saves were still being written after 0.02 s. Try again.',
    )
    release()
    const again = await queue.acquire()
    again()
    await expect(queue.acquire()).resolves.toBeInstanceOf(Function)
  })

  test('lets nobody in twice when a holder releases twice', async () => {
    const queue = new WriterQueue(20)
    const release = await queue.acquire()
    release()
    await queue.acquire()
    release()
    await expect(queue.acquire()).rejects.toThrow('The database is busy')
  })

  test('refuses those who wait and those who come once it is closed', async () => {
    const queue = new WriterQueue(1000)
    await queue.acquire()
    const waiting = queue.acquire()
    queue.close(new Error('closed'))
    await expect(waiting).rejects.toThrow('closed')
    await expect(queue.acquire()).rejects.toThrow('closed')
  })
})
