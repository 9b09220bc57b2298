import { beforeAll, describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../content/content.ts'
import { ids } from '../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { rendererForTests } from './build-for-tests.ts'
import { wordsOf } from './html-for-tests.ts'
import type { Renderer } from './load.ts'

const BUILD_TIME_MS = 300_000

let renderer: Renderer
beforeAll(async () => {
  renderer = await rendererForTests()
}, BUILD_TIME_MS)

async function shown(path: string, documents: readonly PublicDocument[]): Promise<string> {
  const { status, body } = await renderer.render(
    { path },
    startReading(fixtureSnapshot({ documents })).content,
  )
  expect([path, status]).toEqual([path, 200])
  return body
}

describe('a condition of which nobody has written how it is diagnosed', () => {
  const condition: PublicDocument<'conditions'> = {
    collection: 'conditions',
    id: ids.ptsd,
    version: 'c9',
    fields: {
      name: 'Grief',
      slug: 'grief',
      summary: 'A summary.',
      icd10Codes: [{ code: 'F43.81', label: 'Prolonged grief disorder' }],
    },
  }

  test('shows the codes that clinicians look for all the same, on its page, as Markdown and to machines', async () => {
    const page = await shown('/conditions/grief/', [condition])
    const main = wordsOf(/<main.*<\/main>/s.exec(page)?.[0] ?? '')
    expect(main).toMatch(
      /How it is diagnosed\s+Codes that clinicians use \(ICD-10-CM\)\s+F43\.81 – Prolonged grief disorder/,
    )
    expect(page).toContain('"codeValue":"F43.81"')
    expect(await shown('/conditions/grief/index.md', [condition])).toContain(
      '## How it is diagnosed\n\n### Codes that clinicians use (ICD-10-CM)\n\n- F43.81 – Prolonged grief disorder',
    )
  })
})
