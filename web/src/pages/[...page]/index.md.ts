import type { APIRoute } from 'astro'
import { twinOf } from '../../markdown/twin.ts'
import { documentAt } from '../../page/document-at.ts'
import { notFound } from '../../page/not-found.ts'

export const GET: APIRoute = ({ locals: { content }, params }) => {
  const path = `/${params.page ?? ''}/`
  const document = documentAt(content, path)
  if (!document) return notFound()
  return new Response(twinOf(content, document, path), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  })
}
