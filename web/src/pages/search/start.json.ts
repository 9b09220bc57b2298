import type { APIRoute } from 'astro'
import { jsonHeaders } from '../../page/json-answer.ts'
import { searchStart } from '../../search/search-start.ts'

export const GET: APIRoute = ({ locals: { content } }) =>
  new Response(JSON.stringify(searchStart(content)), { headers: jsonHeaders })
