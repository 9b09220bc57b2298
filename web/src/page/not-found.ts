/** What a page answers when the content has no document for its address. Only pages may return it, never components. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}
