import type { APIRoute } from 'astro'
import { searchTextsNamed } from '../../../../content/search-files.ts'
import { jsonHeaders } from '../../../page/json-answer.ts'
import { notFound } from '../../../page/not-found.ts'
import { shareTexts } from '../../../search/make-index.ts'

export const GET: APIRoute = ({ locals: { content }, params }) => {
  const share = searchTextsNamed(params.share ?? '')
  return share
    ? new Response(JSON.stringify(shareTexts(content, share)), { headers: jsonHeaders })
    : notFound()
}
