import type { APIRoute } from 'astro'
import { feedEntries, type FeedEntry } from '../page/feed.ts'
import { markup, type Markup } from '../page/markup.ts'

/** Atom wants a date even of a feed without entries. */
const BEFORE_EVERYTHING = '1970-01-01T00:00:00.000Z'

export const GET: APIRoute = ({ locals: { content } }) => {
  const name = content.global('clinic')?.name ?? 'Patient education'
  const entries = feedEntries(content)
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? BEFORE_EVERYTHING
  const feed = markup`<?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <title>${name}: articles</title>
      <id>${content.siteUrl}/</id>
      <link href="${content.siteUrl}/"/>
      <link rel="self" href="${content.siteUrl}/feed.xml"/>
      <updated>${updated}</updated>
      <author><name>${name}</name></author>
      ${entries.map(entryMarkup)}
    </feed>`
  return new Response(feed.html, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}

function entryMarkup({ url, title, summary, published, updated, authors }: FeedEntry): Markup {
  return markup`<entry>
    <title>${title}</title>
    <id>${url}</id>
    <link href="${url}"/>
    <published>${published}</published>
    <updated>${updated}</updated>
    ${authors.map((name) => markup`<author><name>${name}</name></author>`)}
    <summary>${summary}</summary>
  </entry>`
}
