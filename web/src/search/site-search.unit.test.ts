import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { search as searchGlobal } from '../../content/fixtures/globals.ts'
import { fieldNames } from '../../content/field-set.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { manyDocuments } from '../../content/fixtures/many-documents.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { searchParts, textsOf } from '../../content/search-files.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { indexPart, shareTexts } from './make-index.ts'
import { searchStart } from './search-start.ts'
import { createSiteSearch, type SiteSearch } from './site-search.ts'

const synonyms: PublicDocument<'search'> = {
  ...searchGlobal,
  version: 'with synonyms',
  fields: {
    synonyms: [
      { words: ['esketamine', 'Spravato', 'nasal spray'] },
      { words: ['ketamine', 'special K', 'Ketalar'] },
      { words: ['cost', 'price', 'insurance'] },
    ],
  },
}

function searchOf(snapshot: Snapshot): SiteSearch {
  const { content } = startReading(snapshot)
  const parts = searchParts(content).map((part) => indexPart(content, part))
  return createSiteSearch(parts, searchStart(content).synonyms)
}

let search: SiteSearch
beforeAll(() => {
  search = searchOf(fixtureSnapshot({ documents: [synonyms] }))
})

const allTitles = (query: string, by = search) => {
  const { answers, pages } = by(query)
  return [...answers, ...pages].map(({ title }) => title)
}

const DEPRESSION = 'Depression that treatment has not helped enough'
const VISIT = 'Getting ready for your first esketamine visit'
const EVIDENCE = 'What studies say about ketamine for depression'

describe('the search', () => {
  test('answers with questions first', () => {
    const { answers, pages } = search('drive')
    expect(answers.map(({ path }) => path)).toEqual(['/faqs/driving-after-treatment/'])
    expect(pages.map(({ title }) => title)).toContain(VISIT)
  })

  test('looks at the beginning of a text that somebody pasted, so that nobody waits for it', () => {
    const pasted = `${'esketamine '.repeat(50)} zebra`
    expect(search(pasted)).toEqual(search('esketamine'))
  })

  test('puts a page with the word in its title before one that only mentions it', () => {
    expect(search('esketamine').pages[0]?.title).toBe(VISIT)
  })

  test('leads to a page whose address is not the one that its title gives', () => {
    expect(search('friend').answers).toMatchObject([{ path: '/faqs/bring-a-friend/' }])
  })

  test.each([
    ['esketamin', VISIT],
    ['esktamine', VISIT],
    ['eskteamine', VISIT],
    ['depresion', DEPRESSION],
    ['memroy', 'Will it change my memory?'],
    ['Studys ketamine', EVIDENCE],
    ['ptds', 'Post-traumatic stress'],
    ['visits', VISIT],
    ['study ketamine', EVIDENCE],
  ])('forgives the typing error in “%s”', (query, title) => {
    expect(allTitles(query)).toContain(title)
  })

  test.each(['dpst', 'xyzzy', 'qqqqqqqq'])(
    'finds nothing for “%s”, which is no error of a word it knows',
    (query) => {
      expect(allTitles(query)).toEqual([])
    },
  )

  test.each([
    ['TRD', DEPRESSION],
    ['trd', DEPRESSION],
    ['hard-to-treat depression', DEPRESSION],
    ['Spravato', VISIT],
    ['spravto', VISIT],
    ['sprav', VISIT],
    ['nasal spray', VISIT],
    ['special K', EVIDENCE],
    ['special k studies', EVIDENCE],
    ['price', 'What does it cost?'],
  ])('knows that “%s” means something that the page calls by another name', (query, title) => {
    expect(allTitles(query)).toContain(title)
  })

  test('finds words of the text, of its blocks and of its key points', () => {
    expect(allTitles('nurse')).toContain(VISIT)
    expect(allTitles('bladder')).toEqual([DEPRESSION])
    expect(allTitles('halved')).toContain(VISIT)
    expect(allTitles('psychiatrist')).toContain('Jordan Reyes')
  })

  test('finds what has all words before it gives what has some', () => {
    expect(search('esketamine visit')).toMatchObject({ isPartial: false })
    const some = search('esketamine xyzzy')
    expect(some.isPartial).toBe(true)
    expect(some.pages[0]?.title).toBe(VISIT)
  })

  test.each([
    ['I can’t drive', 'drive'],
    ['how much does the price come to', 'price come'],
    ['I’m told it doesn’t halve', 'told halve'],
  ])('finds for “%s” what “%s” finds: the other words tell nothing', (query, telling) => {
    expect(search(query)).toEqual(search(telling))
  })

  test('completes the word that is being typed', () => {
    expect(allTitles('mem')).toEqual(['Will it change my memory?'])
  })

  test.each(['', '   ', '?!', 'what is the', '<script>'])('finds nothing for “%s”', (query) => {
    expect(allTitles(query)).toEqual([])
  })

  test('never lists what was withdrawn, and no text of it', () => {
    const snapshot = fixtureSnapshot({ without: [`articles:${ids.preparing}`, `faqs:${ids.driving}`] })
    const { content } = startReading(snapshot)
    expect(allTitles('esketamine visit', searchOf(snapshot))).not.toContain(VISIT)
    const everything = searchParts(content).flatMap((part) => [
      indexPart(content, part),
      ...textsOf(part).map((share) => shareTexts(content, share)),
    ])
    expect(JSON.stringify(everything)).not.toMatch(/first-esketamine-visit|When can I drive|three hours/)
  })

  test('lists no topic without articles', () => {
    const snapshot = fixtureSnapshot()
    const { content } = startReading(snapshot)
    const name = content.get('topics', ids.emptyTopic)?.fields.name ?? ''
    expect(name).not.toBe('')
    const guide = searchParts(content).filter(({ family }) => family === 'guide')
    const listed = JSON.stringify(guide.map((part) => indexPart(content, part)))
    expect(listed).toContain('"topics"')
    expect(listed).not.toContain(`"${name}"`)
  })
})

const KILOBYTE = 1000

describe('the index of 1,000 pages', () => {
  const snapshot = fixtureSnapshot({
    documents: manyDocuments({ articles: 600, faqs: 300, conditions: 100 }),
  })
  const { content } = startReading(snapshot)
  const parts = searchParts(content)
  const sizeOf = (value: unknown) => gzipSync(JSON.stringify(value)).byteLength

  test('reads no more texts than it has room for, so that an edit elsewhere in a document leaves it as it is', () => {
    const [part] = searchParts(content).filter(({ family }) => family === 'articles')
    const readWith = (words: number) => {
      const reading = startReading(snapshot)
      if (part) indexPart(reading.content, { ...part, words })
      const fields = reading
        .reads()
        .filter(([thing]) => thing.startsWith('articles:'))
        .flatMap(([, read]) => fieldNames('articles', read))
      return [...new Set(fields)]
    }
    expect(readWith(4)).toContain('summary')
    expect(readWith(4)).not.toContain('keyPoints')
    expect(readWith(4)).not.toContain('body')
    expect(readWith(40)).toEqual(expect.arrayContaining(['summary', 'keyPoints', 'body']))
  })

  test('leaves room for scripts and texts in the 100 kB that the first query may load', () => {
    const index = parts.map((part) => sizeOf(indexPart(content, part)))
    const texts = parts.flatMap(textsOf).map((share) => sizeOf(shareTexts(content, share)))
    const RESULTS_SHOWN = 12
    const worstTexts = texts
      .toSorted((a, b) => b - a)
      .slice(0, RESULTS_SHOWN)
      .reduce((sum, size) => sum + size, 0)
    const sum = index.reduce((all, size) => all + size, sizeOf(searchStart(content)))
    expect(index.length).toBeLessThan(40)
    expect(sum + worstTexts).toBeLessThan(85 * KILOBYTE)
  })

  test('holds every page once', () => {
    const pages = parts.flatMap((part) =>
      Object.values(indexPart(content, part)).flatMap((share) => Object.values(share).flat()),
    )
    const searched = ['conditions', 'articles', 'faqs', 'pages', 'people', 'topics']
    const documents = [...snapshot.documents.values()].filter(({ collection }) =>
      searched.includes(collection),
    )
    const EMPTY_TOPICS = 1
    expect(pages).toHaveLength(documents.length - EMPTY_TOPICS)
    expect(new Set(pages.map(({ t }) => t)).size).toBe(pages.length)
  })

  test('has every text in the share that the index names', () => {
    const found = searchOf(snapshot)('esketamine').pages[0]
    const [share] = parts
      .flatMap(textsOf)
      .filter(({ family, number }) => family === 'articles' && number === found?.share)
    expect(share && shareTexts(content, share)[found?.path ?? '']).toContain('three hours')
  })

  test('changes in one part and one share of texts when an article changes', () => {
    const before = [...snapshot.documents.values()].find(({ collection }) => collection === 'articles')
    const changed = { ...before, version: 'changed', fields: { ...before?.fields, summary: 'Elderflower.' } }
    const { content: after } = startReading(
      fixtureSnapshot({
        documents: [
          ...manyDocuments({ articles: 600, faqs: 300, conditions: 100 }),
          changed as unknown as PublicDocument,
        ],
      }),
    )
    const differs = (make: (from: typeof content) => unknown) =>
      JSON.stringify(make(content)) !== JSON.stringify(make(after))
    expect(parts.filter((part) => differs((from) => indexPart(from, part)))).toHaveLength(1)
    expect(parts.flatMap(textsOf).filter((share) => differs((from) => shareTexts(from, share)))).toHaveLength(
      1,
    )
    expect(searchParts(after)).toEqual(parts)
  })
})
