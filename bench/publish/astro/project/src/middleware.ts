import type { MiddlewareHandler } from 'astro'
import { siteContent } from '../site-content.ts'

/** Gives templates what they read, as Careword's renderer does. */
export const onRequest: MiddlewareHandler = (context, next) => {
  context.locals.content = siteContent()
  return next()
}
