import { hash } from 'node:crypto'
import { drawable } from './drawable.ts'
import { textWidth, wrapped } from './text-width.ts'

/** What a card shows of a page, for links that are shared elsewhere. */
export type CardText = {
  title: string
  /** The part of the site that the page is in, for example “Conditions”. */
  section: string | undefined
  clinicName: string | undefined
}

/** A card that a page names, by all that it is made of. */
export type UsedCard = CardText & { hash: string }

/** A drawing of 1200 × 630 pixels. */
export type Card = {
  /** Of all that the card shows: it names the card’s file. */
  hash: string
  svg: string
}

export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

const HASH_DIGITS = 16
const MARGIN = 88
const LINE_WIDTH = CARD_WIDTH - 2 * MARGIN

/** The largest size in which a title has at most so many lines. */
const titleSizes = [
  { size: 84, lines: 2 },
  { size: 72, lines: 3 },
  { size: 60, lines: 4 },
] as const
const smallest = Math.min(...titleSizes.map(({ size }) => size))

const ink = '#0b3a41'
const paper = '#fbf8f2'

/** Stands where neither the title nor anything else of a page can be drawn. */
const FOR_ANY_PAGE = 'Patient education'

/** Designs the card of a page: its section, its title, the clinic, and a line of hills. The same for the same words. */
export function cardOf(card: CardText): Card {
  const section = drawable(card.section)
  const clinicName = drawable(card.clinicName)
  // A title in letters that the fonts do not have leaves its place to what the page belongs to.
  const title = card.title === '' ? '' : (drawable(card.title) ?? section ?? clinicName ?? FOR_ANY_PAGE)
  const { size, lines } = setTitle(title)
  const lineHeight = Math.round(size * 1.16)
  const top = 168
  const titleLines = lines.map((line, index) =>
    text(line, { y: top + size + index * lineHeight, size, weight: 600 }),
  )
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${paper}"/>`,
    '<circle cx="1060" cy="118" r="50" fill="#e2755a"/>',
    '<path d="M0 505C220 455 400 475 640 500s400 20 560-25v155H0z" fill="#a9c6bd"/>',
    '<path d="M0 540c260-35 520-15 760-5s320-5 440-25v120H0z" fill="#7fa596"/>',
    `<path d="M0 566c300-22 600-14 800-6s300 0 400-12v82H0z" fill="${ink}"/>`,
    section === undefined || section === title
      ? ''
      : text(section, { y: 122, size: 36, weight: 400, fill: '#435351' }),
    ...titleLines,
    clinicName === undefined || clinicName === title
      ? ''
      : text(fitted(clinicName, 30), { y: 607, size: 30, weight: 600, fill: '#fff' }),
    '</svg>',
  ].join('')
  return { hash: hash('sha256', svg).slice(0, HASH_DIGITS), svg }
}

/** Where the card’s picture lies on the site. */
export function cardPath({ hash }: Pick<Card, 'hash'>): string {
  return `/cards/${hash}.png`
}

function setTitle(title: string): { size: number; lines: string[] } {
  const widest = Math.max(...title.split(' ').map(textWidth))
  // A word that is wider than the card in every size is cut in the largest in which the title fits.
  const isCutAnyway = widest * smallest > LINE_WIDTH
  for (const { size, lines: most } of titleSizes) {
    if (widest * size > LINE_WIDTH && !isCutAnyway) continue
    const lines = wrapped(title, LINE_WIDTH / size)
    if (lines.length <= most) return { size, lines }
  }
  const { size, lines: most } = titleSizes[titleSizes.length - 1] ?? { size: 60, lines: 4 }
  const lines = wrapped(title, LINE_WIDTH / size).slice(0, most)
  return {
    size,
    lines: lines.map((line, index) => (index === most - 1 ? `${line.replace(/[\s,.:;–-]+$/, '')}…` : line)),
  }
}

function fitted(line: string, size: number): string {
  const [first = '', ...more] = wrapped(line, LINE_WIDTH / size)
  return more.length > 0 && !first.endsWith('…') ? `${first}…` : first
}

type TextStyle = { y: number; size: number; weight: 400 | 600; fill?: string }

function text(line: string, { y, size, weight, fill = ink }: TextStyle): string {
  return `<text x="${MARGIN}" y="${y}" font-family="Source Serif 4" font-weight="${weight}" font-size="${size}" fill="${fill}">${escaped(line)}</text>`
}

function escaped(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
