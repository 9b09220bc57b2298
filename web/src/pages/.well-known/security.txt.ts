import type { APIRoute } from 'astro'
import { securityText } from '../../page/security-text.ts'
import { textHeaders } from '../../page/text-answer.ts'

export const GET: APIRoute = ({ locals: { content } }) =>
  new Response(securityText(content), { headers: textHeaders })
