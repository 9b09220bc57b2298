import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ locals: { content } }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${content.siteUrl}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
