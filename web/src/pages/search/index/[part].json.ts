import type { APIRoute } from 'astro'
import { searchPartNamed } from '../../../../content/search-files.ts'
import { jsonHeaders } from '../../../page/json-answer.ts'
import { notFound } from '../../../page/not-found.ts'
import { indexPart } from '../../../search/make-index.ts'

export const GET: APIRoute = ({ locals: { content }, params }) => {
  const part = searchPartNamed(params.part ?? '')
  return part ? new Response(JSON.stringify(indexPart(content, part)), { headers: jsonHeaders }) : notFound()
}
