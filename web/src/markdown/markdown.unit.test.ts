import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { documentAt } from '../page/document-at.ts'
import { markup } from '../page/markup.ts'
import { sourceMarkup } from '../page/source-markup.ts'
import { markdownOf } from './from-markup.ts'
import { llmsText } from './llms-text.ts'
import { twinOf } from './twin.ts'

const SITE = 'https://learn.example.org'

function twinAt(path: string, snapshot = fixtureSnapshot()): string {
  const { content } = startReading(snapshot)
  const document = documentAt(content, path)
  if (!document) throw new Error(`There is no document at ${path}.`)
  return twinOf(content, document, path)
}

describe('markdownOf', () => {
  const written = (html: ReturnType<typeof markup>) => markdownOf(html, SITE)

  test('writes headings, paragraphs and what is emphasised in them', () => {
    expect(
      written(markup`<h2 id="a">A title</h2><p>One <strong>two </strong>and <em>three</em>.<br>Four</p>`),
    ).toBe('## A title\n\nOne **two** and *three*.\\\nFour')
  })

  test('keeps raised and lowered figures apart from the others, and all words of a code', () => {
    expect(
      written(
        markup`<p>10<sup>6</sup> units of H<sub>2</sub>O, <code>dose <strong>once</strong></code> <sup class="citation"><a href="#s1">[1]</a></sup></p>`,
      ),
    ).toBe('10<sup>6</sup> units of H<sub>2</sub>O, `dose once` [1]')
  })

  test('writes lists in lists', () => {
    expect(
      written(markup`<ul><li>one</li><li>two<ol><li>first</li><li>second</li></ol></li></ul><p>End</p>`),
    ).toBe('- one\n- two\n  1. first\n  2. second\n\nEnd')
  })

  test('counts on from where a list does', () => {
    expect(written(markup`<ol start="9"><li>nine</li><li>ten</li></ol>`)).toBe('9. nine\n10. ten')
  })

  test('writes tables', () => {
    expect(
      written(
        markup`<table><thead><tr><th scope="col"><p>A</p></th><th scope="col"><p>B | C</p></th></tr></thead><tbody><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>`,
      ),
    ).toBe('| A | B \\| C |\n| --- | --- |\n| 1 | 2 |')
  })

  test('keeps each cell of a table below its heading when cells are joined', () => {
    expect(
      written(
        markup`<table><thead><tr><th>Dose</th><th>Better</th><th>Worse</th></tr></thead><tbody><tr><th rowspan="2">Low</th><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr><tr><td>High</td><td>4</td><td>5</td></tr></tbody></table>`,
      ),
    ).toBe('| Dose | Better | Worse |\n| --- | --- | --- |\n| Low | 1 | 2 |\n|  | 3 |  |\n| High | 4 | 5 |')
  })

  test('keeps signs that are no marks in the words', () => {
    expect(written(markup`<h2>C #</h2><h3>Size ##</h3><h4>Rule#</h4><p>~~one~~ #</p>`)).toBe(
      '## C \\#\n\n### Size \\##\n\n#### Rule#\n\n\\~\\~one\\~\\~ #',
    )
  })

  test('escapes what begins a line, and not what begins a part of one', () => {
    expect(
      written(markup`<p>By <em>Feder</em>. <span>2014. A trial</span><br>2014. Another<br>- no item</p>`),
    ).toBe('By *Feder*. 2014. A trial\\\n2014\\. Another\\\n\\- no item')
  })

  test('takes a line break in a text for a space, as a page does', () => {
    expect(written(markup`<p>${'A trial.\n2014. Another.\n- And more.'}</p>`)).toBe(
      'A trial. 2014. Another. - And more.',
    )
  })

  test('keeps the title of a source in its line', () => {
    expect(
      written(sourceMarkup({ key: 'a', title: 'A trial', authors: 'Feder and others', year: 2014 })),
    ).toBe('Feder and others. A trial. 2014.')
  })

  test('gives links and pictures of the site its address, and leaves anchors out', () => {
    expect(
      written(
        markup`<p><a href="/about/">About</a>, <a href="https://example.org/a_(b)">there</a>, <a href="#x">here</a></p><p><img src="/media/a.png" alt="A hill"></p>`,
      ),
    ).toBe(
      `[About](${SITE}/about/), [there](https://example.org/a_%28b%29), here\n\n![A hill](${SITE}/media/a.png)`,
    )
  })

  test.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[a](javascript:b) *c* _d_ `e`', '\\[a\\](javascript:b) \\*c\\* \\_d\\_ \\`e\\`'],
    ['# no title', '\\# no title'],
    ['- no item', '\\- no item'],
    ['---', '\\---'],
    ['1. no item', '1\\. no item'],
    ['12) no item', '12\\) no item'],
    ['3.5 is a number, 2014. is a year', '3.5 is a number, 2014. is a year'],
    ['&lt; is no sign', '\\&lt; is no sign'],
  ])('keeps “%s” from being Markdown', (text, expected) => {
    expect(written(markup`<p>${text}</p>`)).toBe(expected)
  })
})

describe('the Markdown form of a page', () => {
  const article = twinAt('/articles/first-esketamine-visit/')

  test('starts with the title and where to get help in a crisis', () => {
    expect(article).toMatch(
      /^# Getting ready for your first esketamine visit\n\n> \*\*In a crisis\? Get help now\*\*\n>\n> - /,
    )
    expect(article).toContain(
      '988 Suicide & Crisis Lifeline: Call 988 (Press 1 for veterans, 2 for Spanish), Text 988',
    )
  })

  test('says who wrote and reviewed it, when, and from which sources', () => {
    expect(article).toContain('- Reviewed by: Jordan Reyes, MD, psychiatrist')
    expect(article).toContain('- Last reviewed: September 20, 2026')
    expect(article).toMatch(/## Sources\n\n1\. .+\n2\. /)
    expect(article).toContain('two hours** and do not drink for **30 minutes** before your visit.[1]')
    expect(twinAt('/conditions/treatment-resistant-depression/')).toContain('(this review is overdue)')
    expect(twinAt('/articles/ketamine-evidence/')).toContain(
      'Starter content: not yet reviewed by a clinician',
    )
  })

  test.each([
    ['a callout', '> ### You may not drive\n>\n> Do not drive until the next day'],
    ['an outcome', '**55 in 100** with ketamine'],
    ['its difference', 'Difference: 14 more in 100.'],
    ['the status of a treatment', 'FDA-approved for this use'],
    ['a care card', 'Emergency: Call 911 for chest pain or trouble breathing'],
    ['a list of questions', 'When can I drive again?'],
    ['an answer in it', 'The next day, after a good night’s sleep.'],
    ['a table', '| Feeling cut off from yourself | 41 in 100 | Up to two hours |'],
    ['a picture', '![A path through low hills in morning light](https://learn.example.org/media/'],
    ['a quotation', '> It felt strange, like floating.'],
    ['a link', '[what to ask your doctor](https://learn.example.org/articles/questions-to-ask/)'],
  ])('has %s', (_, text) => {
    expect(article).toContain(text)
  })

  test('keeps a title with a line break, and what else is short, in one line', () => {
    const snapshot = fixtureSnapshot()
    const article = snapshot.documents.get(`articles:${ids.preparing}`)
    const clinic = snapshot.documents.get('clinic:clinic')
    Object.assign(article?.fields ?? {}, { title: 'Ready\n## or not' })
    Object.assign(clinic?.fields ?? {}, { disclosureOfInterest: 'We sell it.\n\n# Buy' })
    const text = twinAt('/articles/first-esketamine-visit/', snapshot)
    expect(text).toMatch(/^# Ready ## or not\n/)
    expect(text).toContain('Our own interest: We sell it. # Buy\n')
    expect(llmsText(startReading(snapshot).content)).toContain('- [Ready ## or not](')
  })

  test('has every part of a condition', () => {
    const condition = twinAt('/conditions/treatment-resistant-depression/')
    expect([...condition.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Key facts',
      'What it is',
      'Symptoms',
      'How it is diagnosed',
      'Standard treatments',
      'What the evidence says',
      'Approved, off-label, or not recommended',
      'Risks and side effects',
      'When to get help',
      'Sources',
      'About this page',
    ])
    expect(condition).toContain('(Moderate certainty)')
    expect(condition).toContain('- F32.2 – Major depressive disorder')
  })

  test('has no HTML in it', () => {
    for (const path of [
      '/articles/first-esketamine-visit/',
      '/faqs/driving-after-treatment/',
      '/people/jordan-reyes/',
      '/about/',
    ])
      expect(twinAt(path)).not.toMatch(/(?<!\\)<|undefined/)
  })
})

describe('llmsText', () => {
  test('names the Markdown form of each document, and none that was withdrawn', () => {
    const { content } = startReading(fixtureSnapshot({ without: [`articles:${ids.evidence}`] }))
    const text = llmsText(content)
    expect(text).toContain(`](${SITE}/articles/first-esketamine-visit/index.md)`)
    expect(text).toContain('Call 988')
    expect(text).not.toContain('ketamine-evidence')
  })
})
