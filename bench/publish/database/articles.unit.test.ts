import { describe, expect, test } from '@jest/globals'
import { citationProblems } from '../../../cms/src/checks/citations.ts'
import { starterDocuments } from '../../../cms/src/seed/starter-content.ts'
import { nameOf } from '../../../cms/src/seed/identifiers.ts'
import { starterPictures } from '../../../cms/src/seed/pictures.ts'
import { targetOf } from '../../../cms/src/seed/reference.ts'
import { referencesOf, writingOf } from '../../../cms/src/seed/write-document.ts'
import { articleSlug } from '../content/article-slug.ts'
import { generatedArticle } from './articles.ts'
import { generatedDocuments } from './generated-documents.ts'

const of = { conditions: 2, topics: 4 }
const built = (number: number) => generatedArticle(number, of).build(writingOf(articleSlug(number)))

describe('generatedArticle', () => {
  test('gives the same article for the same number, and another for another', () => {
    expect(built(7)).toEqual(built(7))
    expect(built(7)).not.toEqual(built(8))
  })

  test('is as long as what clinics write', () => {
    const { body } = built(7)
    const paragraphs = body.root.children.filter(({ type }) => type === 'paragraph')

    expect(paragraphs).toHaveLength(60)
    expect(JSON.stringify(body).length).toBeGreaterThan(28_000)
    expect(JSON.stringify(body).length).toBeLessThan(45_000)
  })

  test('has each kind of content', () => {
    const text = JSON.stringify(built(7))

    for (const type of ['heading', 'list', 'quote', 'block', 'link', 'inlineBlock'])
      expect(text).toContain(`"type":"${type}"`)
  })

  test('cites sources that it lists', () => {
    const fields = built(7)

    expect(fields.sources?.length).toBeGreaterThan(1)
    expect(citationProblems(fields, [{ path: 'body', label: 'Text', value: fields.body }])).toEqual([])
  })
})

describe('generatedDocuments', () => {
  test('names nothing that does not exist before', () => {
    const known = new Set([
      ...starterDocuments.map(nameOf),
      ...starterPictures.map(({ name }) => nameOf({ collection: 'media', slug: name })),
    ])
    for (const document of generatedDocuments(120)) {
      expect([...known]).toEqual(
        expect.arrayContaining(referencesOf(document).map((each) => nameOf(targetOf(each)))),
      )
      known.add(nameOf(document))
    }
  })

  test('has so many articles, each with an address of its own', () => {
    const slugs = generatedDocuments(120)
      .filter(({ collection }) => collection === 'articles')
      .map(({ slug }) => slug)

    expect(new Set(slugs).size).toBe(120)
  })
})
