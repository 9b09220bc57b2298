import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import request from 'supertest'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { pictureFile } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let png: Buffer

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  png = await pictureFile()
})

afterAll(() => cms.close())

type Picture = {
  id: string
  filename: string
  contentHash: string
  sizes: Record<string, { filename?: string }>
}

const upload = (file: Buffer, name: string, contentType: string, data: object = { alt: 'A colour.' }) =>
  staff
    .post('/api/media')
    .field('_payload', JSON.stringify(data))
    .attach('file', file, { filename: name, contentType })

function storedFiles(): string[] {
  const folder = path.join(cms.environment.DATA_DIR, 'media')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

async function expectNothingStored(refuse: () => Promise<unknown>): Promise<void> {
  const before = storedFiles()
  await refuse()
  expect(storedFiles()).toEqual(before)
  const count = await staff.get('/api/media/count?where[alt][equals]=Refused.')
  expect(count.body).toEqual({ totalDocs: 0 })
}

describe('a picture', () => {
  test('is stored in six sizes at most, with the hash of what was uploaded', async () => {
    const large = await sharp({ create: { width: 1700, height: 900, channels: 3, background: '#2f6f6b' } })
      .jpeg()
      .toBuffer()
    const response = await upload(large, 'A calm colour.jpg', 'image/jpeg').expect(201)
    const { doc } = response.body as { doc: Picture }
    expect(doc.id).toMatch(/^[0-9a-f]{24}$/)
    const hash = createHash('sha256').update(large).digest('hex')
    expect(doc.contentHash).toBe(hash)
    await staff.patch(`/api/media/${doc.id}`).send({ contentHash: 'made up' }).expect(200)
    expect(await staff.read('media', doc.id)).toMatchObject({ contentHash: hash })
    expect(
      Object.entries(doc.sizes)
        .map(([name, { filename }]) => `${name} ${path.extname(filename ?? '')}`)
        .sort(),
    ).toEqual([
      'largeAvif .avif',
      'largeWebp .webp',
      'mediumAvif .avif',
      'mediumWebp .webp',
      'smallAvif .avif',
      'smallWebp .webp',
    ])
  })

  test('needs a text alternative, or is decorative', async () => {
    await expectNothingStored(async () => {
      for (const alt of [undefined, '', '   ']) {
        const response = await upload(png, 'refused.png', 'image/png', { alt }).expect(400)
        expect(response.body).toMatchObject({
          errors: [
            {
              data: {
                errors: [
                  { path: 'alt', message: 'Describe what the picture shows, or mark it as decorative.' },
                ],
              },
            },
          ],
        })
      }
    })
    await upload(png, 'decorative.png', 'image/png', { decorative: true }).expect(201)
  })

  test('keeps its text alternative when it is changed', async () => {
    const response = await upload(png, 'changed.png', 'image/png').expect(201)
    const { doc } = response.body as { doc: Picture }
    await staff.patch(`/api/media/${doc.id}`).send({ alt: '' }).expect(400)
    await staff.patch(`/api/media/${doc.id}`).send({ credit: 'Somebody' }).expect(200)
    expect(await staff.read('media', doc.id)).toMatchObject({ alt: 'A colour.', credit: 'Somebody' })
  })
})

describe('a photograph that a telephone took on its side', () => {
  const shown = { width: 400, height: 600 }
  /** Red above blue for whoever looks at it; in the file, both beside one another. */
  async function photograph(): Promise<Buffer> {
    const red = { create: { width: 300, height: 400, channels: 3 as const, background: '#d00' } }
    return sharp({ create: { width: 600, height: 400, channels: 3, background: '#00d' } })
      .composite([{ input: await sharp(red).png().toBuffer(), left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
  }
  const fileOf = ({ filename }: { filename?: string }) =>
    path.join(cms.environment.DATA_DIR, 'media', filename ?? '')

  test('stands upright, in its own size', async () => {
    const response = await upload(await photograph(), 'upright.jpg', 'image/jpeg').expect(201)
    const { doc } = response.body as { doc: Picture }
    expect(doc).toMatchObject({ ...shown, sizes: { largeWebp: shown } })
    const { orientation, ...size } = await sharp(fileOf(doc)).metadata()
    expect(size).toMatchObject(shown)
    expect(orientation ?? 1).toBe(1)
  })

  test('is cropped to what was chosen', async () => {
    const response = await staff
      .post(
        '/api/media?uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=400&uploadEdits[heightInPixels]=250',
      )
      .field('_payload', JSON.stringify({ alt: 'A colour.' }))
      .attach('file', await photograph(), { filename: 'cropped.jpg', contentType: 'image/jpeg' })
      .expect(201)
    const { doc } = response.body as { doc: Picture }
    expect(doc).toMatchObject({ width: 400, height: 250, sizes: { largeWebp: { width: 400, height: 250 } } })
    for (const file of [doc, doc.sizes.largeWebp ?? {}]) {
      const { channels } = await sharp(fileOf(file)).stats()
      const [red = 0, , blue = 0] = channels.map(({ mean }) => mean)
      expect([red > 200, blue < 20]).toEqual([true, true])
    }
  })
})

describe('a picture that one can see through', () => {
  const drawing = sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><path d="M0 150H600" stroke="#000"/></svg>',
    ),
  )
  const files: [string, () => Promise<Buffer>][] = [
    ['png', () => drawing.clone().png().toBuffer()],
    ['webp', () => drawing.clone().webp().toBuffer()],
    ['avif', () => drawing.clone().avif().toBuffer()],
  ]

  test.each(files)(
    'is put on a light ground, so that its lines are seen on dark pages too: %s',
    async (kind, draw) => {
      const response = await upload(await draw(), `lines.${kind}`, `image/${kind}`).expect(201)
      const { doc } = response.body as { doc: Picture & { filesize: number; mimeType: string } }
      const names = [doc.filename, ...Object.values(doc.sizes).map(({ filename }) => filename ?? '')]
      const stored = names
        .filter((name) => name !== '')
        .map((name) => path.join(cms.environment.DATA_DIR, 'media', name))
      expect(stored.length).toBeGreaterThan(2)
      for (const file of stored) {
        const { isOpaque, channels } = await sharp(file).stats()
        expect([file, isOpaque, channels.every(({ mean }) => mean > 230)]).toEqual([file, true, true])
      }
      expect(doc).toMatchObject({
        mimeType: `image/${kind}`,
        filesize: readFileSync(stored[0] ?? '').length,
      })
    },
  )
})

describe('a file that is no whole picture is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const files: [string, () => Promise<Buffer> | Buffer, string, string][] = [
    ['a PNG that was cut off', () => png.subarray(0, png.length - 30), 'cut.png', 'image/png'],
    [
      'a JPEG that was cut off',
      async () => {
        const jpeg = await sharp(png).resize(400).jpeg().toBuffer()
        return jpeg.subarray(0, jpeg.length / 2)
      },
      'cut.jpg',
      'image/jpeg',
    ],
    ['text that is named a picture', () => Buffer.from('Hello, I am text.'), 'text.jpg', 'image/jpeg'],
    ['an SVG', () => svg, 'drawing.svg', 'image/svg+xml'],
    ['an SVG that is named a PNG', () => svg, 'drawing.png', 'image/png'],
    ['a GIF', () => sharp(png).gif().toBuffer(), 'moving.gif', 'image/gif'],
    ['a page', () => Buffer.from('<html><script>alert(1)</script>'), 'page.html', 'text/html'],
    ['an empty file', () => Buffer.alloc(0), 'empty.png', 'image/png'],
  ]

  test.each(files)('%s', async (_, file, name, type) => {
    await expectNothingStored(async () => {
      const response = await upload(await file(), name, type, { alt: 'Refused.' }).expect(400)
      expect(response.body).toEqual({
        errors: [
          {
            message: `The picture “${name}” cannot be read. The file is broken, or it is not a JPEG, PNG, WebP or AVIF picture. Save it again in the program that made it, then upload it.`,
          },
        ],
      })
    })
  })

  test('one with too many pixels, which is told so', async () => {
    const huge = await sharp({
      create: { width: 15_000, height: 14_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toBuffer()
    await expectNothingStored(async () => {
      const response = await upload(huge, 'huge.png', 'image/png', { alt: 'Refused.' }).expect(400)
      expect(response.text).toContain('“huge.png” has more than 200 million pixels. Make it smaller')
    })
  })

  test('in place of a good one too, which stays', async () => {
    const response = await upload(png, 'good.png', 'image/png').expect(201)
    const { doc } = response.body as { doc: Picture }
    const before = storedFiles()
    await staff
      .patch(`/api/media/${doc.id}`)
      .field('_payload', JSON.stringify({ alt: 'New.' }))
      .attach('file', png.subarray(0, 60), 'broken.png')
      .expect(400)
    expect(await staff.read('media', doc.id)).toMatchObject({ alt: 'A colour.', filename: doc.filename })
    expect(storedFiles()).toEqual(before)
  })

  test('one that is too large, in a sentence', async () => {
    const response = await upload(Buffer.alloc(21 * 1024 * 1024), 'huge.png', 'image/png').expect(413)
    expect(response.body).toMatchObject({
      errors: [{ message: 'The picture is larger than 20 MB. Make it smaller, then upload it again.' }],
    })
  })

  test('none at all, in a sentence', async () => {
    const response = await staff.post('/api/media').send({ alt: 'Refused.' }).expect(400)
    expect(response.body).toEqual({ errors: [{ message: 'Choose a picture file to upload.' }] })
  })
})

test('the CMS fetches no picture from an address that somebody gives', async () => {
  const response = await staff
    .post('/api/media')
    .send({ alt: 'Refused.', url: `${cms.url}/api/articles`, filename: 'fetched.png' })
    .expect(400)
  expect(response.body).toEqual({ errors: [{ message: 'Choose a picture file to upload.' }] })
  await staff.get(`/api/media/paste-url?src=${encodeURIComponent(cms.url)}`).expect(400)
})

describe('a file that is not there', () => {
  const ask = (name: string, headers: Record<string, string> = cms.publisher) =>
    request(cms.url)
      .get(`/api/media/file/${encodeURIComponent(name)}`)
      .set(headers)
  const noFile = (name: string) => ({ errors: [{ message: `The media library has no file “${name}”.` }] })

  test('of a picture that lost it is missing, and no failure of the CMS', async () => {
    const response = await upload(png, 'lost.png', 'image/png').expect(201)
    const { filename } = (response.body as { doc: Picture }).doc
    await ask(filename).expect(200)
    rmSync(path.join(cms.environment.DATA_DIR, 'media', filename))
    await ask(filename).expect(404, noFile(filename))
    await staff.get(`/api/media/file/${filename}`).expect(404, noFile(filename))
  })

  test.each([
    'nope.png',
    'a\u0000b.png',
    `${'a'.repeat(300)}.png`,
    'folder/nope.png',
    // Payload decodes once.
    '%2e%2e%2fcareword.db',
  ])('of an unknown name is missing: %j', async (name) => {
    await ask(name).expect(404, noFile(name))
  })

  test('is not looked for outside the library', async () => {
    writeFileSync(path.join(cms.environment.DATA_DIR, 'outside.txt'), 'Not for readers.')
    for (const name of ['../outside.txt', '..\\outside.txt', 'a/../../outside.txt'])
      await ask(name).expect(403)
    for (const name of [path.join(cms.environment.DATA_DIR, 'outside.txt'), '.', '..'])
      expect((await ask(name)).status).toBeGreaterThanOrEqual(400)
  })

  test('is not told from one that is there to somebody who may not read files', async () => {
    const response = await upload(png, 'there.png', 'image/png').expect(201)
    const { filename } = (response.body as { doc: Picture }).doc
    const there = await ask(filename, {}).expect(403)
    const unknown = await ask('nope.png', {}).expect(403)
    expect(unknown.body).toEqual(there.body)
    const asUpload = (name: string) =>
      request(cms.url)
        .post('/api/media')
        .field('file', JSON.stringify({ filename: name, clientUploadContext: {}, mimeType: 'image/png' }))
    const [uploadOfThere, uploadOfUnknown] = [await asUpload(filename), await asUpload('nope.png')]
    expect(uploadOfThere.status).toBeGreaterThanOrEqual(400)
    expect(uploadOfUnknown.status).toBe(uploadOfThere.status)
    expect(uploadOfUnknown.body).toEqual(uploadOfThere.body)
  })

  test('cannot be named as one that was uploaded before', async () => {
    const response = await upload(png, 'before.png', 'image/png').expect(201)
    const { filename } = (response.body as { doc: Picture }).doc
    await expectNothingStored(async () => {
      for (const mimeType of ['image/png', 'text/plain'])
        for (const clientUploadContext of [undefined, {}]) {
          const answer = await staff
            .post('/api/media')
            .field('_payload', JSON.stringify({ alt: 'Refused.' }))
            .field('file', JSON.stringify({ filename, mimeType, size: 9, clientUploadContext }))
          expect(answer.status).toBeGreaterThanOrEqual(400)
        }
    })
  })
})
