import type { APIRoute } from 'astro'
import { sitemapEntries } from '../page/sitemap.ts'
import { markup } from '../page/markup.ts'

export const GET: APIRoute = ({ locals: { content } }) => {
  const urls = sitemapEntries(content).map(({ path, lastChanged }) => {
    const changed = lastChanged !== undefined && markup`<lastmod>${lastChanged}</lastmod>`
    return markup`<url><loc>${content.siteUrl}${path}</loc>${changed}</url>`
  })
  const sitemap = markup`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`
  return new Response(sitemap.html, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
