import { describe, expect, test } from '@jest/globals'
import type { RichTextNode } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import {
  bold,
  bullets,
  cite,
  heading,
  italic,
  item,
  lineBreak,
  link,
  linkTo,
  numbered,
  paragraph,
  picture,
  quote,
  richText,
  tab,
  table,
} from '../../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { renderRichText } from './rich-text.ts'
import { documentWith, placeOf, rendered } from './text-for-tests.ts'

describe('renderRichText', () => {
  test('is undefined for no text and for empty paragraphs', () => {
    const place = placeOf(documentWith(richText()))
    expect(renderRichText(undefined, place)).toBeUndefined()
    expect(renderRichText(richText(), place)).toBeUndefined()
    expect(renderRichText(richText(paragraph(''), paragraph(lineBreak(), ' ', tab())), place)).toBeUndefined()
  })

  test('takes a text from which the feed left out what is empty', () => {
    const bare = { root: { type: 'root', children: [{ type: 'paragraph', version: 1 }] } }
    const withText = { root: { ...bare.root, children: [...bare.root.children, paragraph('words')] } }
    const place = placeOf(documentWith(richText()))
    expect(renderRichText({ root: { type: 'root' } } as never, place)).toBeUndefined()
    expect(renderRichText(withText, place)?.markup.html).toBe('<p>words</p>')
  })

  test('shows words, formats and line breaks, and escapes what looks like HTML', () => {
    expect(rendered(paragraph('a < b ', bold('strong'), italic(' & em'), lineBreak(), 'end'))).toBe(
      '<p>a &lt; b <strong>strong</strong><em> &amp; em</em><br>end</p>',
    )
  })

  test('keeps words apart that have a tab between them', () => {
    expect(rendered(paragraph('56 mg', tab(), '84 mg'))).toBe('<p>56 mg 84 mg</p>')
  })

  test('shows quotes', () => {
    expect(rendered(quote('words'))).toBe('<blockquote><p>words</p></blockquote>')
  })

  test('puts a nested list into the item before it', () => {
    expect(rendered(bullets('one', item(numbered('inner')), 'two'))).toBe(
      '<ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>',
    )
  })

  test('goes on counting where the editor goes on', () => {
    const goesOn = (start: unknown) => rendered({ ...numbered('third'), start })
    expect(goesOn(3)).toBe('<ol start="3"><li>third</li></ol>')
    for (const start of [1, undefined, 'x']) expect(goesOn(start)).toBe('<ol><li>third</li></ol>')
  })

  test('gives headings levels, ids that are unique on the page, and a list of them', () => {
    const text = richText(heading(2, 'Costs'), heading(4, 'More'), heading(2, 'Costs'))
    const result = renderRichText(text, placeOf(documentWith(text)))
    expect(result?.markup.html).toBe(
      '<h2 id="costs">Costs</h2><h3 id="more">More</h3><h2 id="costs-2">Costs</h2>',
    )
    expect(result?.headings.map(({ id, level }) => [id, level])).toEqual([
      ['costs', 2],
      ['more', 3],
      ['costs-2', 2],
    ])
  })

  test('marks what heads the columns and the rows of a table', () => {
    expect(rendered(table(['', 'Yes'], ['Often', '3']))).toBe(
      '<div class="table" role="group" aria-label="Table: Yes" tabindex="0"><table>' +
        '<thead><tr><th scope="col"></th><th scope="col"><p>Yes</p></th></tr></thead>' +
        '<tbody><tr><th scope="row"><p>Often</p></th><td><p>3</p></td></tr></tbody></table></div>',
    )
  })

  test('shows a picture in all its formats, with its size, text and credit', () => {
    const html = rendered(picture(ids.path))
    expect(html).toMatch(
      /<source type="image\/avif" srcset="\/media\/morning-path-[0-9a-f]{10}-small.avif 480w, /,
    )
    expect(html).toContain(
      'width="1600" height="900" alt="A path through low hills in morning light" loading="lazy"',
    )
    expect(html).toContain('<figcaption>Picture: Careword</figcaption>')
  })

  test('leaves out a picture that is no longer in the library, and the editor is warned', () => {
    const reading = startReading(fixtureSnapshot())
    const text = richText(paragraph('Before'), picture('ffffffffffffffffffffffff'), paragraph('After'))
    const place = placeOf(documentWith(text), reading)
    expect(renderRichText(text, place)?.markup.html).toBe('<p>Before</p><p>After</p>')
    expect(reading.warnings()).toEqual([
      '“A page” (pages page1), field “body”: it has a picture that is no longer in the library; the page is shown without it. Remove it, or choose another one.',
    ])
  })

  test('leads from a citation to its source', () => {
    expect(rendered(paragraph('Fact.', cite('label')))).toBe(
      '<p>Fact.<sup class="citation" id="cite_1"><a href="#source_1"><span class="visually-hidden">Source </span>1</a></sup></p>',
    )
  })
})

describe('links', () => {
  test.each([
    ['a document', linkTo('articles', ids.evidence, 'x'), '/articles/ketamine-evidence/'],
    ['a question', linkTo('faqs', ids.memory, 'x'), '/faqs/memory/'],
    ['another site', link('https://example.com/?a=1&b=2', 'x'), 'https://example.com/?a=1&amp;b=2'],
    ['a telephone', link('tel:988', 'x'), 'tel:988'],
    ['a page of the site', link('/faqs/#memory', 'x'), '/faqs/#memory'],
    ['a page of the site by its full address', link('https://learn.example.org/about/', 'x'), '/about/'],
  ])('lead to %s', (_, node, href) => {
    expect(rendered(paragraph(node))).toBe(`<p><a href="${href}">x</a></p>`)
  })

  test.each([
    ['a document that is not public', linkTo('articles', ids.unpublishedArticle, 'x')],
    ['a page that is not there', link('/gone/', 'x')],
    [
      'nothing',
      {
        type: 'link',
        version: 1,
        fields: { linkType: 'internal' },
        children: [{ type: 'text', version: 1, text: 'x' }],
      },
    ],
  ])('to %s are plain text, and the editor is warned', (_, node) => {
    const reading = startReading(fixtureSnapshot())
    const text = richText(paragraph(node))
    const place = placeOf(documentWith(text), reading)
    expect(renderRichText(text, place)?.markup.html).toBe('<p>x</p>')
    expect(reading.warnings()).toEqual([
      '“A page” (pages page1), field “body”: the link “x” leads to a page that is not on the site; it is shown as plain text.',
    ])
  })
})

test('of a long link that leads nowhere, the editor is told how it begins', () => {
  const reading = startReading(fixtureSnapshot())
  const text = richText(paragraph(link('/gone/', 'many words '.repeat(50))))
  renderRichText(text, placeOf(documentWith(text), reading))
  expect(reading.warnings()).toEqual([
    expect.stringMatching(/: the link “many words many words [a-z ]{1,60}…” leads to a page that is not/),
  ])
})

describe('a text that cannot be shown', () => {
  const odd = (type: string): RichTextNode => ({ type, version: 1 })

  test.each<[string, RichTextNode]>([
    ['“video”', odd('video')],
    ['“emoji”', paragraph(odd('emoji'))],
    ['“emoji”', bullets(odd('emoji'))],
    ['“check”', { ...bullets('a'), listType: 'check' }],
    ['“carousel”', { type: 'block', version: 1, fields: { blockType: 'carousel' } }],
    ['“price”', paragraph({ type: 'inlineBlock', version: 1, fields: { blockType: 'price' } })],
    ['“nobody2020”', paragraph(cite('nobody2020'))],
    ['“javascript:alert(1)”', paragraph(link('javascript:alert(1)', 'x'))],
    ['“ JavaScript:alert(1)”', paragraph(link(' JavaScript:alert(1)', 'x'))],
    ['“data:text/html,x”', paragraph(link('data:text/html,x', 'x'))],
    ['“//evil.example/”', paragraph(link('//evil.example/', 'x'))],
    ['“example.com”', paragraph(link('example.com', 'x'))],
  ])('is an error that names document, field and %s', (reason, node) => {
    expect(() => rendered(node)).toThrow(
      expect.objectContaining({
        name: 'CannotRender',
        document: { collection: 'pages', id: 'page1', title: 'A page' },
        field: 'body',
        reason: expect.stringContaining(reason),
        message: expect.stringMatching(/^“A page” \(pages page1\), field “body”: /),
      }),
    )
  })
})
