import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../journeys/browser.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  const sources = ['word-lists.ts', 'clean-pasted.ts'].map((name) =>
    stripTypeScriptTypes(readFileSync(new URL(name, import.meta.url), 'utf8')).replaceAll(
      /^import .*$|^export /gm,
      '',
    ),
  )
  await page.addScriptTag({ content: sources.join('\n') })
})
afterAll(() => browser.close())

/** The markup as it is given to the editor, without the space between elements and what is empty. */
async function cleaned(html: string): Promise<string> {
  const clean = await page.evaluate<string>(`cleanPasted(${JSON.stringify(html)})`)
  return clean
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/<(span|o:p)[^>]*><\/\1>/g, '')
    .trim()
}

/** A point of a list, as Word writes it. */
const point = (words: string, { list = 'l0', level = 1, marker = '·' } = {}) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
  style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
  </span></span></span><![endif]>${words}<o:p></o:p></p>`

test('the points of Word become lists, one inside the other', async () => {
  const html = `<p>Bring:</p>${point('a friend')}${point('one who drives', { level: 2, marker: 'o' })}${point('soft clothes')}<p>Then:</p>`

  expect(await cleaned(html)).toBe(
    '<p>Bring:</p><ul><li>a friend<ul><li>one who drives</li></ul></li>' +
      '<li>soft clothes</li></ul><p>Then:</p>',
  )
})

test('the steps of Word become a list with numbers, which goes on where it went on', async () => {
  const html = `${point('Check in', { marker: '3.' })}${point('Sit down', { marker: '4.' })}${point('a blanket')}`

  expect(await cleaned(html)).toBe(
    '<ol start="3"><li>Check in</li><li>Sit down</li></ol><ul><li>a blanket</li></ul>',
  )
})

test('a list that begins deeper, and its points that go deeper by two, lose no words', async () => {
  const html = `${point('deep', { level: 3 })}${point('deeper', { level: 5 })}${point('up', { level: 1 })}`

  expect(await cleaned(html)).toBe('<ul><li>deep<ul><li>deeper</li></ul></li><li>up</li></ul>')
})

test.each([
  ['a bookmark of Word', '<p><a name="_Toc1">Doses</a></p>', '<p>Doses</p>'],
  ['a place in the document that it was', '<p><a href="#_ftn1">[1]</a></p>', '<p>[1]</p>'],
  ['a file', '<p><a href="file:///C:/a.docx">my file</a></p>', '<p>my file</p>'],
  ['a script', '<p><a href="javascript:alert(1)">evil</a></p>', '<p>evil</p>'],
])('a link to %s becomes its words', async (_, html, expected) => {
  expect(await cleaned(html)).toBe(expected)
})

test.each(['https://www.fda.gov/', 'mailto:a@example.org', 'tel:988', '/about/'])(
  'a link to %s stays',
  async (href) => {
    const html = `<p><a href="${href}">words</a></p>`
    expect(await cleaned(html)).toBe(html)
  },
)

test('a link around a heading and a paragraph becomes one in each', async () => {
  expect(await cleaned('<a href="https://x.org"><h3>Title</h3><p>Words</p></a>')).toBe(
    '<h3><a href="https://x.org">Title</a></h3><p><a href="https://x.org">Words</a></p>',
  )
})

test.each([
  [
    'paragraphs in a quotation',
    '<blockquote><p>One</p><p>Two</p></blockquote>',
    '<blockquote>One<br>Two</blockquote>',
  ],
  [
    'words around a paragraph in a quotation',
    '<blockquote>Zero <p>One</p> two</blockquote>',
    '<blockquote>Zero <br>One<br> two</blockquote>',
  ],
  [
    'two pictures in a line',
    '<p>a<img src="https://x.org/a.png"><img src="https://x.org/b.png"></p>',
    '<p>a</p><img src="https://x.org/a.png"><img src="https://x.org/b.png">',
  ],
  ['a list in a quotation', '<blockquote><ul><li>One</li></ul></blockquote>', '<ul><li>One</li></ul>'],
  [
    'a heading in a point',
    '<ul><li><h3>Head</h3><p>words</p></li></ul>',
    '<ul><li><p>Head</p><p>words</p></li></ul>',
  ],
  [
    'a quotation in a point',
    '<ul><li><blockquote>said</blockquote></li></ul>',
    '<ul><li><p>said</p></li></ul>',
  ],
  [
    'a table in a point',
    '<ul><li>a<table><tbody><tr><td>x</td></tr></tbody></table>c</li><li>b</li></ul>',
    '<ul><li>a<br>c</li><li>b</li></ul><table><tbody><tr><td>x</td></tr></tbody></table>',
  ],
  ['a list in a heading', '<h2><ul><li>in it</li></ul></h2>', '<ul><li>in it</li></ul>'],
  [
    'a picture in a line',
    '<p>a<img src="https://x.org/a.png">b</p>',
    '<p>ab</p><img src="https://x.org/a.png">',
  ],
])('%s is put where the site can show it', async (_, html, expected) => {
  expect(await cleaned(html)).toBe(expected)
})

test.each([
  '<ul class="contains-task-list"><li role="checkbox" aria-checked="true"><input type="checkbox">done</li></ul>',
  '<ul __lexicallisttype="check"><li role="checkbox" aria-checked="false">done</li></ul>',
  '<ul><li role="checkbox" aria-checked="false"><img src="data:image/png;base64,x" aria-roledescription="checkbox">done</li></ul>',
])('a list of things to tick becomes a plain one', async (html) => {
  expect((await cleaned(html)).replaceAll(' class=""', '')).toBe('<ul><li>done</li></ul>')
})
