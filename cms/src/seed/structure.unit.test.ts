import { describe, expect, test } from '@jest/globals'
import { isReservedSlug } from '@careword/shared/paths.ts'
import { checkSlug } from '@careword/shared/slug.ts'
import { idFor, nameOf } from './identifiers.ts'
import { inLoadOrder } from './load-order.ts'
import { starterPictures } from './pictures.ts'
import { starterDocuments } from './starter-content.ts'
import type { StarterDocument } from './starter-document.ts'
import { nodesOf, textOf } from './testing/prose.ts'
import { writtenContent, writtenIn } from './testing/written-content.ts'
import { referencesOf, writingOf } from './write-document.ts'

type Linked = { linkType?: string; doc?: { value: string } }

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const governed = writtenIn('conditions', 'articles', 'faqs', 'pages')

describe('the starter content', () => {
  test('is as large as promised', () => {
    expect(writtenIn('conditions')).toHaveLength(3)
    expect(writtenIn('articles').length).toBeGreaterThanOrEqual(8)
    expect(writtenIn('faqs').length).toBeGreaterThanOrEqual(24)
    expect(writtenIn('pages').map(({ fields }) => fields.slug)).toEqual(
      expect.arrayContaining(['about', 'editorial-policy', 'how-we-review', 'accessibility', 'privacy']),
    )
  })

  test('has usable addresses, each once in its collection', () => {
    expect(starterDocuments.map(({ slug }) => checkSlug(slug)).filter((verdict) => verdict !== true)).toEqual(
      [],
    )
    expect(starterDocuments.filter(({ collection, slug }) => isReservedSlug(collection, slug))).toEqual([])
    expect(new Set(starterDocuments.map(nameOf)).size).toBe(starterDocuments.length)
  })

  test('says of itself that nobody has reviewed it', () => {
    for (const { fields } of governed) {
      expect(fields).toMatchObject({ starterContent: true, authors: [idFor('people:editorial-team')] })
      expect(fields).not.toHaveProperty('reviewer')
      expect(fields).not.toHaveProperty('lastReviewed')
      expect(fields).not.toHaveProperty('reviewDue')
    }
  })

  test('names a team, and no person, as its author', () => {
    expect(writtenIn('people').map(({ fields }) => fields.kind)).toEqual(['team'])
  })

  test('was published at times of its own, so that every list has one order', () => {
    for (const collection of ['conditions', 'articles']) {
      const dates = writtenIn(collection).map(({ fields }) => String(fields.publishedAt))
      expect(new Set(dates).size).toBe(dates.length)
    }
    for (const { fields } of governed) {
      const published = new Date(String(fields.publishedAt))
      expect(published.getTime()).toBeLessThan(Date.parse('2026-11-20'))
    }
  })

  test('is written the same in every run', () => {
    for (const document of starterDocuments)
      expect(document.build(writingOf(nameOf(document)))).toEqual(document.build(writingOf(nameOf(document))))
  })

  test('gives every node an id of its own', () => {
    const ids = writtenContent.flatMap(({ fields }) =>
      nodesOf(fields).flatMap((node) => [node.id, (node.fields as { id?: string } | undefined)?.id]),
    )
    const given = ids.filter((id) => id !== undefined)
    expect(given.length).toBeGreaterThan(300)
    expect(new Set(given).size).toBe(given.length)
  })

  test('fills every part of a condition', () => {
    for (const { fields } of writtenIn('conditions')) {
      const parts = ['overview', 'symptoms', 'diagnosis', 'standardTreatments', 'risks', 'whenToGetHelp']
      for (const part of parts) expect(nodesOf(fields[part]).length).toBeGreaterThan(2)
      for (const list of ['keyFacts', 'icd10Codes', 'evidence', 'treatmentStatuses'])
        expect((fields[list] as unknown[]).length).toBeGreaterThan(0)
    }
  })

  test('tells in each article what is known and what is not', () => {
    for (const { fields } of writtenIn('articles')) {
      const headings = nodesOf(fields.body)
        .filter(({ type }) => type === 'heading')
        .map(textOf)
      expect(headings).toContain('What is known, and what is not')
      expect((fields.keyPoints as unknown[]).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('skips no level of headings', () => {
    for (const { name, fields } of writtenContent)
      for (const [field, value] of Object.entries(fields)) {
        let above = name.startsWith('conditions:') ? 2 : 1
        for (const { tag } of nodesOf(value).filter(({ type }) => type === 'heading')) {
          const level = Number(String(tag).slice(1))
          expect({ name, field, level, skips: level > above + 1 }).toEqual({
            name,
            field,
            level,
            skips: false,
          })
          above = level
        }
      }
  })

  test('has no link in an emergency card', () => {
    const cards = writtenContent
      .flatMap(({ fields }) => nodesOf(fields))
      .filter(({ type, fields }) => type === 'block' && (fields as { level?: string }).level === 'emergency')
    expect(cards.length).toBeGreaterThan(3)
    expect(cards.flatMap(nodesOf).filter(({ type }) => type === 'link')).toEqual([])
  })

  test('has links that say where they lead', () => {
    const labels = writtenContent
      .flatMap(({ fields }) => nodesOf(fields))
      .filter(({ type }) => type === 'link')
      .map(textOf)
    expect(labels.length).toBeGreaterThan(15)
    expect(
      labels.filter((label) => /^(?:here|click here|read more|more|this page|link)$/i.test(label)),
    ).toEqual([])
  })

  test('names in each link to a page of its own what that page is called', () => {
    const titles = new Map(
      governed.map(({ name, fields }) => [
        idFor(name),
        [fields.title, fields.name, fields.abbreviation, fields.question].join(' '),
      ]),
    )
    const strange = writtenContent
      .flatMap(({ fields }) => nodesOf(fields))
      .filter(({ type, fields }) => type === 'link' && (fields as Linked).linkType === 'internal')
      .filter((link) => {
        const title = wordsOf(titles.get((link.fields as Linked).doc?.value ?? '') ?? '')
        return !wordsOf(textOf(link)).every((word) => title.includes(word))
      })
    expect(strange.map(textOf)).toEqual([])
  })

  test('uses every picture, and no other', () => {
    const used = new Set(
      starterDocuments.flatMap(referencesOf).filter((reference) => reference.startsWith('picture:')),
    )
    expect([...used].sort()).toEqual(starterPictures.map(({ name }) => `picture:${name}`).sort())
  })

  test('describes every picture that is not decoration', () => {
    const described = starterPictures.filter(({ alt }) => alt !== undefined)
    expect(described.length).toBeGreaterThan(0)
    expect(described.filter(({ alt }) => (alt ?? '').trim().length < 10)).toEqual([])
  })
})

describe('inLoadOrder', () => {
  const document = (slug: string, ...names: string[]): StarterDocument => ({
    collection: 'topics',
    slug,
    build: (writing) => ({ name: names.map((name) => writing.idOf(`topic:${name}`)).join(), slug }),
  })

  test('puts each document after those that it names', () => {
    const ordered = inLoadOrder([document('a', 'b', 'c'), document('b', 'c'), document('c')])
    expect(ordered.map(({ slug }) => slug)).toEqual(['c', 'b', 'a'])
  })

  test('takes all of the starter content', () => {
    expect(inLoadOrder(starterDocuments)).toHaveLength(starterDocuments.length)
  })

  test('refuses a name that leads to nothing', () => {
    expect(() => inLoadOrder([document('a', 'gone')])).toThrow(
      'topics:a names “topic:gone”, which does not exist.',
    )
  })

  test('refuses a circle', () => {
    expect(() => inLoadOrder([document('a', 'b'), document('b', 'a')])).toThrow(
      'These link in a circle: topics:a → topics:b → topics:a.',
    )
  })
})
