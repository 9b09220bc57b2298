/** How Word marks a paragraph as a point of a list: `mso-list:l0 level2 lfo1`. */
const POINT = /mso-list:\s*\w+\s+level(\d+)/i
/** What Word writes before a point: a number or a letter with a mark, or a sign for a point. */
const NUMBERED = /^\(?(?:\d+|[a-z]{1,5})[.)]$/i

type Point = { paragraph: HTMLElement; level: number; marker: string }

/** Makes lists of the paragraphs that Word writes for them, with the sign or number as words before each. */
export function makeListsOfWord(body: HTMLElement): void {
  // The lists that are open, the outermost first.
  let open: HTMLElement[] = []
  let before: Element | null = null
  for (const point of pointsIn(body)) {
    if (!before || point.paragraph.previousElementSibling !== before) open = []
    before = addPoint(point, open)
  }
}

function pointsIn(body: HTMLElement): Point[] {
  return [...body.querySelectorAll<HTMLElement>('p[style*="mso-list" i]')].flatMap((paragraph) => {
    const level = POINT.exec(paragraph.getAttribute('style') ?? '')?.[1]
    if (level === undefined) return []
    const sign = paragraph.querySelector('span[style*="mso-list:ignore" i]')
    const marker = (sign?.textContent ?? '').replaceAll(/\s/g, '')
    return [{ paragraph, level: Number(level), marker }]
  })
}

/** @returns the outermost list that the point is in */
function addPoint({ paragraph, level, marker }: Point, open: HTMLElement[]): Element | null {
  const kind = NUMBERED.test(marker) ? 'ol' : 'ul'
  // A point can be one deeper than the one before at most.
  open.splice(Math.min(level, open.length + 1))
  const depth = Math.min(level, open.length + 1)
  if (open[depth - 1]?.localName !== kind) {
    open.splice(depth - 1)
    const list = paragraph.ownerDocument.createElement(kind)
    const first = Number.parseInt(marker, 10)
    if (kind === 'ol' && first > 1) list.setAttribute('start', String(first))
    const within = open.at(-1)?.lastElementChild
    if (within) within.append(list)
    else paragraph.before(list)
    open.push(list)
  }
  paragraph.querySelector('span[style*="mso-list:ignore" i]')?.remove()
  const item = paragraph.ownerDocument.createElement('li')
  item.append(...paragraph.childNodes)
  open[depth - 1]?.append(item)
  paragraph.remove()
  return open[0] ?? null
}
