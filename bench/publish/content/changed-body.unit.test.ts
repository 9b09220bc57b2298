import { describe, expect, test } from '@jest/globals'
import type { RichText } from '@careword/shared/public-document.ts'
import { changedBody, markOf } from './changed-body.ts'

const body: RichText = {
  root: {
    type: 'root',
    children: [
      { type: 'heading', version: 1, children: [{ type: 'text', version: 1, text: 'Sleep' }] },
      { type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'Rest well.' }] },
    ],
  },
}

describe('changedBody', () => {
  test('adds the mark to the first paragraph and leaves the given text as it was', () => {
    expect(JSON.stringify(changedBody(body, markOf('a-1')))).toContain('"Rest well. Mark a-1."')
    expect(JSON.stringify(body)).not.toContain('Mark')
  })

  test('takes an earlier mark away, so that a text does not grow with each edit', () => {
    const twice = changedBody(changedBody(body, markOf('a-1')), markOf('a-2'))

    expect(JSON.stringify(twice)).toContain('"Rest well. Mark a-2."')
  })

  test('refuses a text without a paragraph', () => {
    expect(() => changedBody({ root: { type: 'root', children: [] } }, markOf('a-1'))).toThrow('no paragraph')
  })
})
