import type { APIRoute } from 'astro'
import { textHeaders } from '../page/text-answer.ts'
import { llmsText } from '../markdown/llms-text.ts'

export const GET: APIRoute = ({ locals: { content } }) =>
  new Response(llmsText(content), { headers: textHeaders })
