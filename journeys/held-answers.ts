import type { Page, Request } from 'playwright-core'

export type HeldAnswer = {
  /** Resolves once the server has answered, while the page still waits. */
  arrived: Promise<void>
  /** Lets the page have the answer. */
  release: () => void
}

/** Holds the answer to the next request that `matches`, as a slow line does. */
export async function holdAnswer(page: Page, matches: (request: Request) => boolean): Promise<HeldAnswer> {
  const arrived = Promise.withResolvers<undefined>()
  const released = Promise.withResolvers<undefined>()
  let came = false
  await page.route('**/*', async (route) => {
    if (came || !matches(route.request())) return route.fallback()
    came = true
    const response = await route.fetch()
    arrived.resolve(undefined)
    await released.promise
    return route.fulfill({ response })
  })
  return { arrived: arrived.promise, release: released.resolve.bind(released, undefined) }
}

/** Breaks the line for every request that `matches`. @returns what resolves once that happened */
export async function breakLine(
  page: Page,
  matches: (request: Request) => boolean,
): Promise<{ broken: Promise<void> }> {
  const broken = Promise.withResolvers<undefined>()
  await page.route('**/*', async (route) => {
    if (!matches(route.request())) return route.fallback()
    await route.abort()
    broken.resolve(undefined)
  })
  return { broken: broken.promise }
}

/** Whether a request stores a draft by itself. */
export const isAutosave = (request: Request): boolean =>
  request.method() === 'PATCH' && request.url().includes('autosave=true')

/** Whether a request asks the server to look at the form of a document, in which `text` was typed. */
export const isFormCheck = (request: Request, text: string): boolean =>
  request.method() === 'POST' && (request.postData() ?? '').includes(text)

/** Whether a request asks the server to look at what was typed into a block. */
export const isBlockCheck = (request: Request): boolean =>
  request.method() === 'POST' && (request.postData() ?? '').includes('lexical_blocks.callout.fields')
