import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { publicGlobals } from '@careword/shared/public-fields.ts'
import type { PublicGlobal } from '@careword/shared/public-fields.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { picture, pictureFile, redirect, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

let cms: TestCms
let staff: Editor
let feed: Feed
let before: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = readFeed(cms)
})

afterAll(() => cms.close())

beforeEach(async () => {
  before = await feed.now()
})

const globals: Record<PublicGlobal, { first: object; second: object }> = {
  clinic: {
    first: { name: 'Harbour Clinic', timeZone: 'Europe/Berlin' },
    second: { name: 'Harbour Clinic', timeZone: 'Europe/Berlin', telephone: '+1 555 0100' },
  },
  crisis: {
    first: {
      heading: 'In a crisis',
      lines: [{ name: 'Lifeline', contacts: [{ kind: 'call', value: '988' }] }],
    },
    second: {
      heading: 'In a crisis',
      lines: [{ name: 'Lifeline', contacts: [{ kind: 'text', value: '988' }] }],
    },
  },
  navigation: {
    first: { header: [{ label: 'Home', link: { kind: 'section', section: '/' } }] },
    second: { header: [{ label: 'Start', link: { kind: 'section', section: '/' } }] },
  },
  search: {
    first: { synonyms: [{ words: ['ketamine', 'esketamine'] }] },
    second: { synonyms: [{ words: ['ketamine', 'esketamine', 'spravato'] }] },
  },
}

describe.each(publicGlobals)('the global %s', (name) => {
  const save = (data: object) => staff.post(`/api/globals/${name}`).send(data).expect(200)

  test('is not there before it is first saved', async () => {
    expect(await feed.document(name, name)).toBeUndefined()
    expect([...(await feed.index()).keys()]).not.toContain(`${name}:${name}`)
  })

  test('is there as soon as it is saved, and each time that it is', async () => {
    const versions: unknown[] = []
    for (const data of Object.values(globals[name])) {
      before = await feed.now()
      await save(data)
      const { documents, gone } = await feed.after(before)
      expect(gone).toEqual([])
      expect(documents).toEqual([expect.objectContaining({ collection: name, id: name, fields: data })])
      expect(await feed.document(name, name)).toEqual(documents[0])
      expect((await feed.index()).get(`${name}:${name}`)).toBe(documents[0]?.version)
      versions.push(documents[0]?.version)
    }
    expect(new Set(versions).size).toBe(2)
  })

  test('keeps its version when nothing changes', async () => {
    const version = (await feed.document(name, name))?.version
    await save(globals[name].second)
    expect((await feed.after(before)).documents).toEqual([expect.objectContaining({ id: name, version })])
  })
})

describe('a topic', () => {
  test('is there when it is created, changes when it is saved, and is gone when it is deleted', async () => {
    const { id } = await staff.create('topics', topic({ name: 'Safety' }))
    expect((await feed.after(before)).documents).toEqual([
      expect.objectContaining({ collection: 'topics', id, fields: { name: 'Safety', slug: 'safety' } }),
    ])

    before = await feed.now()
    await staff.patch(`/api/topics/${id}`).send({ description: 'How safe it is.' }).expect(200)
    expect((await feed.after(before)).documents).toEqual([
      expect.objectContaining({ fields: { name: 'Safety', slug: 'safety', description: 'How safe it is.' } }),
    ])

    before = await feed.now()
    await staff.remove('topics', id)
    expect(await feed.after(before)).toEqual({ documents: [], gone: [{ collection: 'topics', id }] })
  })
})

describe('a redirect', () => {
  test('is there when it is created, changes when it is saved, and is gone when it is deleted', async () => {
    const { id } = await staff.create('redirects', redirect({ from: '/ketamine/' }))
    expect((await feed.after(before)).documents).toEqual([
      expect.objectContaining({
        collection: 'redirects',
        id,
        fields: { from: '/ketamine/', to: { type: 'custom', url: '/new/' } },
      }),
    ])

    before = await feed.now()
    await staff
      .patch(`/api/redirects/${id}`)
      .send({ to: { type: 'custom', url: '/newer/' } })
      .expect(200)
    expect((await feed.after(before)).documents).toEqual([
      expect.objectContaining({ fields: { from: '/ketamine/', to: { type: 'custom', url: '/newer/' } } }),
    ])

    before = await feed.now()
    await staff.remove('redirects', id)
    expect(await feed.after(before)).toEqual({ documents: [], gone: [{ collection: 'redirects', id }] })
  })
})

describe('a picture', () => {
  test('is there when it is uploaded, changes with its text, and is gone when it is deleted', async () => {
    const { id } = await picture(cms.payload, { alt: 'A calm green.' })
    const [uploaded] = (await feed.after(before)).documents
    expect(uploaded).toMatchObject({ collection: 'media', id, fields: { alt: 'A calm green.' } })

    before = await feed.now()
    await staff.patch(`/api/media/${id}`).send({ alt: 'A green of the sea.' }).expect(200)
    const [described] = (await feed.after(before)).documents
    expect(described?.fields).toEqual({ ...uploaded?.fields, alt: 'A green of the sea.' })

    before = await feed.now()
    await staff.remove('media', id)
    expect(await feed.after(before)).toEqual({ documents: [], gone: [{ collection: 'media', id }] })
  })

  test('changes when another file takes its place, by the hash of what was uploaded', async () => {
    const { id } = await picture(cms.payload)
    const first = await feed.document('media', id)
    before = await feed.now()
    const data = await pictureFile('#883333')
    await cms.payload.update({
      collection: 'media',
      id,
      data: {},
      file: { data, mimetype: 'image/png', name: 'other.png', size: data.length },
    })
    const [second] = (await feed.after(before)).documents
    expect(second?.id).toBe(id)
    expect(second?.version).not.toBe(first?.version)
    expect((second?.fields as { contentHash: string }).contentHash).not.toBe(
      (first?.fields as { contentHash: string }).contentHash,
    )
  })
})
