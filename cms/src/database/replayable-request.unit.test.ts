import { describe, expect, test } from '@jest/globals'
import { replayable } from './replayable-request.ts'

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' }
  return new Request('http://localhost/notes?a=1', init)
}

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new Blob([]).stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      flush: (controller) => {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      },
    }),
  )
}

describe('replayable', () => {
  test('makes the same request again and again', async () => {
    const { make, repeatable } = await replayable(post('{"a":1}', { cookie: 'a=b', 'x-a': 'b' }), 100)
    expect(repeatable).toBe(true)
    for (const request of [make(), make()]) {
      expect(request.method).toBe('POST')
      expect(request.url).toBe('http://localhost/notes?a=1')
      expect(request.headers.get('cookie')).toBe('a=b')
      expect(request.headers.get('x-a')).toBe('b')
      expect(await request.json()).toEqual({ a: 1 })
    }
  })

  test('keeps a form with a file readable', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array([0, 255, 128])], 'a.bin'))
    const { make } = await replayable(post(form), 1000)
    for (const request of [make(), make()]) {
      const file = (await request.formData()).get('file')
      expect(file instanceof File && [...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 255, 128])
    }
  })

  test('repeats a request without body', async () => {
    const { make, repeatable } = await replayable(new Request('http://localhost/'), 100)
    expect(repeatable).toBe(true)
    expect([await make().text(), await make().text()]).toEqual(['', ''])
  })

  test('streams on what is longer than the limit, from its first byte to its last, once', async () => {
    const { make, repeatable } = await replayable(post(streamOf('12345', '67890', 'abc', 'def')), 8)
    expect(repeatable).toBe(false)
    expect(await make().text()).toBe('1234567890abcdef')
  })

  test('does not read what says that it is too long', async () => {
    let read = false
    const body = new ReadableStream(
      {
        pull: (controller) => {
          read = true
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const { repeatable } = await replayable(post(body, { 'content-length': '1000' }), 100)
    expect(repeatable).toBe(false)
    expect(read).toBe(false)
  })

  test('tells the new request when the caller went away', async () => {
    const abort = new AbortController()
    const { make } = await replayable(new Request('http://localhost/', { signal: abort.signal }), 100)
    const request = make()
    abort.abort()
    expect(request.signal.aborted).toBe(true)
  })
})
