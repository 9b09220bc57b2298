import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { CARD_HEIGHT, CARD_WIDTH, cardOf } from '../../content/card.ts'
import { drawable } from '../../content/drawable.ts'
import { drawCard } from './draw-card.ts'
import { unpackFonts } from './fonts.ts'
import { siteCard, siteCardFile } from './site-card.ts'

const WEIGHTS = 2

/** The texts of a drawing, each line of its own. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, line = '']) => line)
}

/** The characters below U+10000 that a font has, by its table “cmap” in the format 4. */
function charactersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const map = font.readUInt32BE(entry + 8)
  const parts = Array.from({ length: font.readUInt16BE(map + 2) }, (_, index) =>
    font.readUInt32BE(map + 4 + index * 8 + 4),
  )
  const part = map + (parts.find((at) => font.readUInt16BE(map + at) === 4) ?? 0)
  const doubled = font.readUInt16BE(part + 6)
  const found = new Set<number>()
  for (let at = 0; at < doubled; at += 2) {
    const last = font.readUInt16BE(part + 14 + at)
    for (let code = font.readUInt16BE(part + 16 + doubled + at); code <= last; code += 1) found.add(code)
  }
  return found
}

const words = { title: 'Getting ready', section: 'Articles', clinicName: 'Harbor Street Clinic' }

describe('cardOf', () => {
  test('has another hash for other words, and the same for the same', () => {
    expect(cardOf({ ...words }).hash).toBe(cardOf({ ...words }).hash)
    const others = [
      { ...words, title: 'Getting readier' },
      { ...words, section: 'Conditions' },
      { ...words, clinicName: 'Elm Clinic' },
    ].map((other) => cardOf(other).hash)
    expect(new Set([cardOf(words).hash, ...others]).size).toBe(4)
  })

  test('keeps markup in a title from being markup, and leaves out what no XML may hold', () => {
    const { svg } = cardOf({ ...words, title: 'A <b>bold</b>\u0000 & "odd" title' })
    expect(svg).toContain('A &lt;b&gt;bold&lt;/b&gt; &amp; "odd"')
  })

  test('cuts a title that is longer than four lines', () => {
    const { svg } = cardOf({ ...words, title: 'Quite a long title '.repeat(20) })
    const lines = [...svg.matchAll(/<text [^>]*font-size="60"[^>]*>([^<]*)</g)].map(([, line]) => line)
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)).toMatch(/…$/)
  })
})

describe('what a card shows of words', () => {
  const shown = (card: Partial<typeof words>) => textsOf(cardOf({ ...words, ...card }).svg)

  test.each([
    ['Feeling 🙂 better 👩‍👩‍👧 after ❤️ it', ['Feeling better after it']],
    ['Step 1️⃣ 🇺🇸 soft\u00ADly', ['Step 1 softly']],
    ['Off\u2011label use', ['Off-label use']],
    ['Cafe\u0301', ['Café']],
    ['β-blockers', ['β-blockers']],
    ['Что такое кетамин', ['Что такое кетамин']],
  ])('of “%s” it is all that its fonts can draw, without small pictures', (title, lines) => {
    expect(shown({ title })).toEqual(['Articles', ...lines, 'Harbor Street Clinic'])
  })

  test.each(['עברית', '氯胺酮', 'Ketamine (氯胺酮) for all', '≥ 5 visits', '🙂'])(
    'is the part of the site instead of “%s”, which it cannot draw whole',
    (title) => {
      expect(shown({ title })).toEqual(['Articles', 'Harbor Street Clinic'])
      expect(textsOf(cardOf({ title, section: undefined, clinicName: 'עברית' }).svg)).toEqual([
        'Patient education',
      ])
    },
  )

  test('is set smaller before a long word is cut', () => {
    expect(shown({ title: 'Electroencephalography-led dosing' })).toContain('Electroencephalography-led')
  })

  test('ends with a mark where the name of the clinic is longer than its line', () => {
    const clinicName = 'The Northern California Center for Interventional Psychiatry and Integrated Care'
    expect(shown({ clinicName }).at(-1)).toMatch(/^The Northern California .+…$/)
  })

  test('is in the fonts, whatever characters it is made of', async () => {
    const { folder, fonts } = await unpackFonts()
    const sets = await Promise.all(fonts.map(async (file) => charactersOf(await readFile(file))))
    await rm(folder, { recursive: true })
    const all = Array.from({ length: 0xd7ff }, (_, code) => String.fromCodePoint(code))
    const lost = all.filter((character) => {
      const codes = Array.from(drawable(character) ?? '', (each) => each.codePointAt(0) ?? 0)
      return !codes.every((code) => sets.filter((set) => set.has(code)).length >= WEIGHTS)
    })
    expect(lost).toEqual([])
  })
})

describe('drawCard', () => {
  test('draws the words with the fonts that the site brings, the same each time', async () => {
    const [card, again, without] = await Promise.all([
      drawCard(cardOf(words)),
      drawCard(cardOf(words)),
      drawCard(cardOf({ title: '', section: undefined, clinicName: undefined })),
    ])
    expect(Buffer.from(again).equals(card)).toBe(true)
    expect(await sharp(card).metadata()).toMatchObject({
      format: 'png',
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
    })
    // With the wide and bold letters of the serif font, the title alone darkens several hundredths of its place.
    const place = { left: 88, top: 168, width: 600, height: 110 }
    const darkness = async (png: Uint8Array) => {
      const { channels } = await sharp(await sharp(png).extract(place).greyscale().toBuffer()).stats()
      return 255 - (channels[0]?.mean ?? 255)
    }
    expect((await darkness(card)) - (await darkness(without))).toBeGreaterThan(20)
  })

  test.each(['', '🙂 smile', 'עברית', 'a'.repeat(500)])('draws “%s”', async (title) => {
    expect((await drawCard(cardOf({ ...words, title }))).length).toBeGreaterThan(1000)
  })
})

test('a card is drawn as soon as what kept drawing from starting is gone', async () => {
  const url = (file: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)))
  const script = `
    const { drawCard } = await import(${url('draw-card.ts')})
    const { siteCard } = await import(${url('site-card.ts')})
    process.env.TMPDIR = '/nowhere'
    const problem = await drawCard(siteCard).catch((error) => error.code)
    delete process.env.TMPDIR
    console.log(problem, (await drawCard(siteCard)).length > 1000)
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  expect(stdout.trim()).toBe('ENOENT true')
})

test('the site’s own card is drawn as it is designed', async () => {
  const raw = async (png: Uint8Array) => sharp(png).resize(120, 63).removeAlpha().greyscale().raw().toBuffer()
  const [kept, drawn] = await Promise.all([raw(await readFile(siteCardFile)), raw(await drawCard(siteCard))])
  const difference = kept.reduce((sum, value, index) => sum + Math.abs(value - (drawn[index] ?? 0)), 0)
  expect(difference / kept.length).toBeLessThan(1)
})
