import { describe, expect, test } from '@jest/globals'
import { markup } from './markup.ts'

describe('markup', () => {
  test('escapes every value, in text and in attributes', () => {
    const nasty = `<script>"'&`
    expect(markup`<a title="${nasty}">${nasty}</a>`.html).toBe(
      '<a title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</a>',
    )
  })

  test('takes other markup as it is, lists one after the other, and nothing for what is not there', () => {
    const items = ['a', '<'].map((text) => markup`<li>${text}</li>`)
    expect(markup`<ul>${items}${undefined}${false}${0}</ul>`.html).toBe('<ul><li>a</li><li>&lt;</li>0</ul>')
  })

  test('leaves out what XML forbids, with which a feed could not be read', () => {
    expect(markup`<title>${'One\u000btwo\u0000 \ud83d3'}</title>`.html).toBe('<title>One two 3</title>')
  })

  test('drops the line breaks of its layout and keeps those of the values', () => {
    expect(
      markup`<p>
        one ${'\n  two'}
      </p>`.html,
    ).toBe('<p>one \n  two</p>')
  })
})
