import { expect, test } from '@jest/globals'
import { directHandlerOf, openDirectApi } from './direct-api.ts'

const ask = (method: string, url: string) => directHandlerOf({ method, url })

test('everything is Next’s to answer until Payload is ready; then what is saved goes directly', () => {
  expect(ask('PATCH', '/api/articles/1?depth=0')).toBeUndefined()
  const handler = () => Promise.resolve(new Response())
  openDirectApi(handler)
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
    expect(ask(method, '/api/articles/1?depth=0')).toBe(handler)
})

test.each([
  ['what is read', 'GET', '/api/articles/1'],
  ['a preflight', 'OPTIONS', '/api/articles/1'],
  ['GraphQL', 'POST', '/api/graphql'],
  ['an action of the admin', 'POST', '/admin/collections/articles'],
  ['another path', 'POST', '/apiary'],
])('%s stays with Next', (_, method, url) => {
  openDirectApi(() => Promise.resolve(new Response()))
  expect(ask(method, url)).toBeUndefined()
})
