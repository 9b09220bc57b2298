import { makeListsOfWord } from './word-lists.ts'

/** What a link on the site can lead to. Places in the text that was copied, such as `#_ftn1`, are not on the page. */
const LEADS_SOMEWHERE = /^(?:https?:\/\/|mailto:|tel:|sms:|\/(?!\/))/i

const HEADINGS = 'h1,h2,h3,h4,h5,h6'
const BLOCKS = `${HEADINGS},p,div,section,article,ul,ol,table,blockquote,figure,pre`

/**
 * Makes of markup from a word processor or a web page what the editor keeps and the site can show: lists that are lists, links that
 * lead somewhere, and each block where one may stand. No words are lost.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  takeOutComments(body)
  makeListsOfWord(body)
  makePlainLists(body)
  cleanPictures(body)
  cleanLinks(body)
  cleanPoints(body)
  for (const heading of body.querySelectorAll(HEADINGS)) if (heading.querySelector(BLOCKS)) unwrap(heading)
  for (const quotation of body.querySelectorAll('blockquote')) cleanQuotation(quotation)
  return body.innerHTML
}

function takeOutComments(body: HTMLElement): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  for (let node = comments.nextNode(); node; node = comments.nextNode()) found.push(node)
  for (const node of found) node.parentNode?.removeChild(node)
}

/** The site has no lists of things to tick. */
function makePlainLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul,ol')) {
    list.removeAttribute('__lexicallisttype')
    list.classList.remove('contains-task-list')
  }
  for (const item of body.querySelectorAll('li')) {
    item.removeAttribute('role')
    item.removeAttribute('aria-checked')
  }
  for (const box of body.querySelectorAll('input[type=checkbox],img[aria-roledescription=checkbox]'))
    box.remove()
}

/** A picture stands between paragraphs, never in a line of one. */
function cleanPictures(body: HTMLElement): void {
  for (const picture of lastFirst(body, 'img')) moveBehind(picture, `p,a,ul,ol,blockquote,${HEADINGS}`)
}

function cleanLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) {
    const leadsSomewhere = LEADS_SOMEWHERE.test(link.getAttribute('href')?.trim() ?? '')
    const blocks = [...link.querySelectorAll(BLOCKS)]
    if (leadsSomewhere && blocks.length === 0) continue
    if (leadsSomewhere)
      for (const block of blocks.filter((one) => !one.querySelector(BLOCKS))) {
        const inner = link.cloneNode() as Element
        inner.append(...block.childNodes)
        block.append(inner)
      }
    unwrap(link)
  }
}

function cleanPoints(body: HTMLElement): void {
  for (const table of lastFirst(body, 'li table')) {
    if (hasWords(table, 'previousSibling') && hasWords(table, 'nextSibling'))
      table.after(body.ownerDocument.createElement('br'))
    moveBehind(table, 'ul,ol')
  }
  for (const block of body.querySelectorAll(`li :is(${HEADINGS},blockquote)`)) {
    const paragraph = body.ownerDocument.createElement('p')
    paragraph.append(...block.childNodes)
    block.replaceWith(paragraph)
  }
}

/** A quotation has lines only. */
function cleanQuotation(quotation: Element): void {
  if (quotation.querySelector(`ul,ol,table,pre,blockquote,${HEADINGS}`)) {
    unwrap(quotation)
    return
  }
  for (const block of quotation.querySelectorAll(BLOCKS)) {
    if (hasWords(block, 'previousSibling')) block.before(quotation.ownerDocument.createElement('br'))
    if (hasWords(block, 'nextSibling') && !block.nextElementSibling?.matches(BLOCKS))
      block.after(quotation.ownerDocument.createElement('br'))
    unwrap(block)
  }
}

/** Whether there are words beside an element. */
function hasWords(element: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  for (let node = element[side]; node; node = node[side]) if (node.textContent?.trim()) return true
  return false
}

/** Moves an element behind the outermost of what it must not be in; the cell of a table is a place of its own. */
function moveBehind(element: Element, within: string): void {
  let outermost: Element | undefined
  for (
    let parent = element.parentElement;
    parent && !parent.matches('td,th,body');
    parent = parent.parentElement
  )
    if (parent.matches(within)) outermost = parent
  outermost?.after(element)
}

/** What is moved behind the same one keeps its order. */
function lastFirst(body: HTMLElement, selector: string): Element[] {
  return [...body.querySelectorAll(selector)].reverse()
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}
