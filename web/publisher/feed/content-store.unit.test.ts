import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { fieldNames } from '../../content/field-set.ts'
import { changesBetween } from '../../content/snapshot-changes.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openContentStore } from './content-store.ts'

const article = (id: string, version = '1') =>
  ({
    collection: 'articles',
    id,
    version,
    fields: { title: `${id} ${version}` },
  }) as unknown as PublicDocument

const open = async (folder: string) => {
  const notices: string[] = []
  const store = await openContentStore(folder, (notice) => notices.push(notice))
  return { store, notices }
}

const filesIn = async (folder: string) => readdir(join(folder, 'documents'))

describe('openContentStore', () => {
  test('starts empty', async () => {
    const { store, notices } = await open(await temporaryFolder())
    expect([store.documents.size, store.cursor, notices]).toEqual([0, undefined, []])
  })

  test('keeps what was applied, over a restart', async () => {
    const folder = await temporaryFolder()
    const { store } = await open(folder)
    await store.apply({ documents: [article('a'), article('b')], gone: [], cursor: '5.b' })
    await store.apply({ documents: [], gone: [{ collection: 'articles', id: 'a' }], cursor: '6.a' })

    const again = await open(folder)
    expect([...again.store.documents.values()]).toEqual([article('b')])
    expect(again.store.cursor).toBe('6.a')
    expect(again.notices).toEqual([])
  })

  test('says how many documents really changed, and takes the same change twice', async () => {
    const { store } = await open(await temporaryFolder())
    const change = {
      documents: [article('a')],
      gone: [{ collection: 'articles', id: 'b' } as const],
      cursor: '5.a',
    }
    expect(await store.apply(change)).toEqual({ changed: 1, gone: 0 })
    expect(await store.apply(change)).toEqual({ changed: 0, gone: 0 })
    expect(await store.apply({ ...change, documents: [article('a', '2')] })).toEqual({ changed: 1, gone: 0 })
  })

  test('writes no file outside its folder, whatever an id is', async () => {
    const folder = await temporaryFolder()
    const { store } = await open(join(folder, 'store'))
    await store.apply({ documents: [article('../../../escaped'), article('..')], gone: [], cursor: '5.a' })
    expect(await readdir(folder)).toEqual(['store'])
    expect((await open(join(folder, 'store'))).store.documents.size).toBe(2)
  })

  test.each(['', '{"collection":"articles"', '{"collection":"articles","id":"a","version":"1"}'])(
    'discards a document’s file that holds %j, keeps the rest and says so',
    async (text) => {
      const folder = await temporaryFolder()
      const { store } = await open(folder)
      await store.apply({ documents: [article('a'), article('b')], gone: [], cursor: '5.b' })
      const file = (await filesIn(folder)).find((name) => name.includes('a%40'))
      await writeFile(join(folder, 'documents', String(file)), text)

      const again = await open(folder)
      expect([...again.store.documents.keys()]).toEqual(['articles:b'])
      expect(again.notices).toEqual([
        '1 file of the kept content could not be read. What was there is pulled again.',
      ])
      expect(await filesIn(folder)).toHaveLength(1)
    },
  )

  test.each(['{"format":1,"cursor":"5.b"}', '{"format":1', ''])(
    'discards everything when its state is %j, and says so',
    async (text) => {
      const folder = await temporaryFolder()
      const { store } = await open(folder)
      await store.apply({ documents: [article('a')], gone: [], cursor: '5.a' })
      await writeFile(join(folder, 'state.json'), text)

      const again = await open(folder)
      expect([again.store.documents.size, again.store.cursor]).toEqual([0, undefined])
      expect(again.notices).toHaveLength(1)
      expect(again.notices[0]).toContain('pulled again from the CMS')
    },
  )

  describe('a document that is kept before it is certain to be published', () => {
    test('is not written again when it is published', async () => {
      const folder = await temporaryFolder()
      const { store } = await open(folder)
      const [kept] = await store.keep([article('a')])
      // Whatever is written would take its place.
      const [name = ''] = await filesIn(folder)
      const before = await stat(join(folder, 'documents', name))
      await store.apply({ documents: [article('a')], gone: [], cursor: '5.a' })
      expect((await stat(join(folder, 'documents', name))).ino).toBe(before.ino)
      expect(store.documents.get('articles:a')).toBe(kept)
    })

    test('is shown to nobody, and is forgotten when it never is', async () => {
      const folder = await temporaryFolder()
      const { store } = await open(folder)
      await store.keep([article('a')])
      expect(store.documents.size).toBe(0)
      await store.apply({ documents: [article('b')], gone: [], cursor: '5.b' })
      await store.keepOnly(new Set())
      expect(await filesIn(folder)).toEqual([expect.stringContaining('b')])
      // And it is written again when it is published after all.
      await store.apply({ documents: [article('a')], gone: [], cursor: '6.a' })
      expect(await filesIn(folder)).toHaveLength(2)
    })

    test('is written again when its file was damaged meanwhile', async () => {
      const folder = await temporaryFolder()
      const { store } = await open(folder)
      const long = {
        ...article('a'),
        fields: { title: 'A', summary: 'calm '.repeat(200) },
      } as unknown as PublicDocument
      const [kept] = await store.keep([long])
      const [name = ''] = await filesIn(folder)
      await writeFile(join(folder, 'documents', name), 'damaged')
      expect(() => JSON.stringify(kept?.fields)).toThrow('damaged or gone')
      await store.apply({ documents: [long], gone: [], cursor: '5.a' })
      expect(JSON.stringify(store.documents.get('articles:a')?.fields)).toContain('calm calm')
    })
  })

  test('removes what a kill left half-written', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'documents'), { recursive: true })
    await writeFile(join(folder, 'documents', 'articles%3Aa%401.json.unfinished'), '{"coll')
    expect((await open(folder)).notices).toEqual([])
    expect(await filesIn(folder)).toEqual([])
  })

  describe('keeps large fields on disk', () => {
    const long = (word: string) => ({ root: { type: 'root', children: Array<string>(500).fill(word) } })
    const withBody = (id: string, word: string) =>
      ({
        ...article(id, word),
        fields: { title: id, body: long(word), slug: id },
      }) as unknown as PublicDocument
    const bodyOf = (document: PublicDocument | undefined) =>
      document && (document.fields as { body?: unknown }).body
    const storeWith = async (...documents: PublicDocument[]) => {
      const folder = await temporaryFolder()
      await (await open(folder)).store.apply({ documents, gone: [], cursor: '5.a' })
      const { store } = await open(folder)
      const files = join(folder, 'documents')
      return { folder, store, files }
    }

    test('and gives them, deeply frozen, in their places among the others', async () => {
      const { store } = await storeWith(withBody('a', 'one'))
      const fields = store.documents.get('articles:a')?.fields
      expect(JSON.stringify(fields)).toBe(JSON.stringify(withBody('a', 'one').fields))
      expect(Object.keys(fields ?? {})).toEqual(['title', 'body', 'slug'])
      expect(fields && 'hero' in fields).toBe(false)
      expect(Object.isFrozen(fields)).toBe(true)
      expect(Object.isFrozen((bodyOf(store.documents.get('articles:a')) as { root: object }).root)).toBe(true)
    })

    test('and reads those of a small site once, since its search asks for fifty of them at each edit', async () => {
      const paragraph = 'Ketamine is given under watch. '.repeat(80)
      const articles = Array.from({ length: 100 }, (_, number) => withBody(`long-${number}`, ''))
      for (const { fields } of articles)
        (fields as { body: unknown }).body = { root: { children: Array<string>(16).fill(paragraph) } }
      const { store } = await storeWith(...articles)
      const bodies = () => [...store.documents.values()].map(bodyOf)
      const first = bodies()
      expect(JSON.stringify(first[0]).length).toBeGreaterThan(39_000)
      expect(bodies().filter((body, index) => body !== first[index])).toEqual([])
    })

    test('and reads none for a query on small ones', async () => {
      const { store, files } = await storeWith(withBody('a', 'one'), withBody('b', 'two'))
      await rm(files, { recursive: true })
      const { content } = startReading({ documents: store.documents, today: '', siteUrl: '' })
      const query = { collection: 'articles', sortBy: [{ field: 'slug', order: 'descending' }] } as const
      expect(content.list(query).map(({ fields }) => fields.title)).toEqual(['b', 'a'])
      expect(content.count({ collection: 'articles', where: { slug: 'a' } })).toBe(1)
      expect(content.bySlug('articles', 'b')?.id).toBe('b')
    })

    test('and compares versions without reading them', async () => {
      const { store } = await storeWith(withBody('a', 'one'), withBody('b', 'two'))
      const before = { documents: new Map(store.documents), today: '', siteUrl: '' }
      await store.apply({ documents: [withBody('a', 'other')], gone: [], cursor: '6.a' })
      await store.keepOnly(new Set())
      const changes = changesBetween(before, { ...before, documents: store.documents })
      expect(changes.map(({ key, fields }) => [key, fieldNames('articles', fields)])).toEqual([
        ['articles:a', ['body']],
      ])
    })

    test('and keeps older versions until they are not wanted any more', async () => {
      const { store, files } = await storeWith(withBody('a', 'one'), withBody('b', 'one'))
      await store.apply({ documents: [withBody('a', 'two')], gone: [], cursor: '6.a' })
      await store.apply({ documents: [withBody('a', 'three')], gone: [], cursor: '7.a' })
      await store.apply({ documents: [], gone: [{ collection: 'articles', id: 'b' }], cursor: '8.a' })
      expect(bodyOf(store.version('articles:a', 'one'))).toEqual(long('one'))
      expect(bodyOf(store.version('articles:b', 'one'))).toEqual(long('one'))
      expect(store.version('articles:a', 'three')).toBe(store.documents.get('articles:a'))

      await store.keepOnly(new Set(['articles:a@two']))
      expect(await readdir(files)).toHaveLength(2)
      expect(store.version('articles:a', 'one')).toBeUndefined()
      expect(bodyOf(store.version('articles:a', 'two'))).toEqual(long('two'))
      expect(bodyOf(store.documents.get('articles:a'))).toEqual(long('three'))
    })

    test('and does not forget what is pulled and not yet published', async () => {
      const { store } = await storeWith()
      const kept = await store.keep([withBody('a', 'one')])
      await store.keepOnly(new Set())
      await store.apply({ documents: kept, gone: [], cursor: '6.a' })
      expect(bodyOf(store.documents.get('articles:a'))).toEqual(long('one'))
    })

    test('and names the document when they are damaged, until it is given again', async () => {
      const { store, files } = await storeWith(withBody('a', 'one'))
      const document = store.documents.get('articles:a')
      const file = join(files, String((await readdir(files))[0]))
      await writeFile(file, (await readFile(file, 'utf8')).replace('["one"', '["one'))
      expect(() => bodyOf(document)).toThrow('What was kept of “a” (articles a) on disk is damaged or gone.')
      expect([...store.damaged]).toEqual(['articles:a'])

      const change = { documents: [withBody('a', 'one')], gone: [], cursor: '6.a' }
      expect(await store.apply(change)).toEqual({ changed: 1, gone: 0 })
      expect(store.damaged.size).toBe(0)
      expect(bodyOf(document)).toEqual(long('one'))
    })

    test.each(['cut short', 'grown'])('and discards a file that is %s when it is opened', async (how) => {
      const { folder, files } = await storeWith(withBody('a', 'one'), withBody('b', 'two'))
      const file = join(files, String((await readdir(files)).sort()[0]))
      const text = await readFile(file, 'utf8')
      await writeFile(file, how === 'grown' ? `${text}]` : text.slice(0, -1))
      const { store, notices } = await open(folder)
      expect([...store.documents.keys()]).toEqual(['articles:b'])
      expect(notices).toHaveLength(1)
    })
  })

  test('survives a list of the published that a kill cut short', async () => {
    const folder = await temporaryFolder()
    const { store } = await open(folder)
    await store.apply({ documents: [article('a'), article('b')], gone: [], cursor: '5.b' })
    await appendFile(join(folder, 'published.jsonl'), '\n["articles:a","2')
    await (await open(folder)).store.apply({ documents: [article('c')], gone: [], cursor: '6.c' })
    const again = await open(folder)
    expect(again.store.documents.size).toBe(3)
    for (const id of ['a', 'b', 'c']) expect(again.store.documents.get(`articles:${id}`)).toEqual(article(id))
    expect(again.notices).toEqual([])
  })
})
