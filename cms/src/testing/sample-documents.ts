import type { Payload } from 'payload'
import sharp from 'sharp'
import type {
  Article,
  Condition,
  Faq,
  Media,
  Page,
  Person,
  Redirect,
  Topic,
} from '@careword/shared/payload-types.ts'
import { words } from './rich-text.ts'

/**
 * Of each kind of document the least that can be published, with whatever else is given.
 * Titles, and so addresses, are unique within a test file.
 */
let number = 0

function next(): number {
  number += 1
  return number
}

export function condition(fields: Partial<Condition> = {}) {
  const name = `Condition ${next()}`
  return { name, summary: `A summary of ${name}.`, ...fields }
}

export function article(fields: Partial<Article> = {}) {
  const title = `Article ${next()}`
  return { title, summary: `A summary of ${title}.`, body: words(`The text of ${title}.`), ...fields }
}

export function faq(fields: Partial<Faq> = {}) {
  const question = `Question ${next()}`
  return { question, answer: words(`The answer to ${question}.`), ...fields }
}

export function page(fields: Partial<Page> = {}) {
  const title = `Page ${next()}`
  return { title, summary: `A summary of ${title}.`, body: words(`The text of ${title}.`), ...fields }
}

export function person(fields: Partial<Person> = {}) {
  return { kind: 'person' as const, name: `Person ${next()}`, ...fields }
}

export function topic(fields: Partial<Topic> = {}) {
  return { name: `Topic ${next()}`, ...fields }
}

export function redirect(fields: Partial<Redirect> = {}) {
  return { from: `/old-${next()}/`, to: { type: 'custom' as const, url: '/new/' }, ...fields }
}

/** A small picture of one colour, as a PNG file. */
export async function pictureFile(color = '#2f6f6b'): Promise<Buffer> {
  return sharp({ create: { width: 24, height: 16, channels: 3, background: color } })
    .png()
    .toBuffer()
}

/** Uploads a picture. */
export async function picture(payload: Payload, fields: Partial<Media> = {}): Promise<Media> {
  const data = await pictureFile()
  return payload.create({
    collection: 'media',
    data: { alt: 'A calm colour.', ...fields },
    file: { data, mimetype: 'image/png', name: `picture-${next()}.png`, size: data.length },
  })
}

export async function publishedCondition(payload: Payload, fields?: Partial<Condition>): Promise<Condition> {
  return payload.create({ collection: 'conditions', data: { ...condition(fields), _status: 'published' } })
}

export async function publishedArticle(payload: Payload, fields?: Partial<Article>): Promise<Article> {
  return payload.create({ collection: 'articles', data: { ...article(fields), _status: 'published' } })
}

export async function publishedFaq(payload: Payload, fields?: Partial<Faq>): Promise<Faq> {
  return payload.create({ collection: 'faqs', data: { ...faq(fields), _status: 'published' } })
}

export async function publishedPage(payload: Payload, fields?: Partial<Page>): Promise<Page> {
  return payload.create({ collection: 'pages', data: { ...page(fields), _status: 'published' } })
}

export async function publishedPerson(payload: Payload, fields?: Partial<Person>): Promise<Person> {
  return payload.create({ collection: 'people', data: { ...person(fields), _status: 'published' } })
}
