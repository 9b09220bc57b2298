import type { PayloadRequest } from 'payload'
import { clinic, crisis, navigation, search } from './content/globals.ts'
import { StarterContentError } from './load-error.ts'
import { writingOf } from './write-document.ts'
import type { Writing } from './writing.ts'

/**
 * Fills each global that nobody has filled yet.
 *
 * @param idOf the ids of the pages that the navigation leads to
 * @param req whose transaction the writes join
 * @returns the names of the globals that were filled
 */
export async function fillEmptyGlobals(idOf: Writing['idOf'], req: PayloadRequest): Promise<string[]> {
  const { payload, context } = req
  const options = { req, context, depth: 0 } as const
  const [clinicNow, crisisNow, navigationNow, searchNow] = [
    await payload.findGlobal({ slug: 'clinic', ...options }),
    await payload.findGlobal({ slug: 'crisis', ...options }),
    await payload.findGlobal({ slug: 'navigation', ...options }),
    await payload.findGlobal({ slug: 'search', ...options }),
  ]
  const filled: string[] = []
  const fill = async (slug: string, isEmpty: boolean, write: () => Promise<unknown>): Promise<void> => {
    if (!isEmpty) return
    await write().catch((cause: unknown) => {
      throw new StarterContentError(slug, cause)
    })
    filled.push(slug)
  }
  await fill('clinic', !clinicNow.name, () =>
    payload.updateGlobal({ slug: 'clinic', data: clinic, ...options }),
  )
  await fill('crisis', isEmptyList(crisisNow.lines), () =>
    payload.updateGlobal({ slug: 'crisis', data: crisis, ...options }),
  )
  await fill('navigation', isEmptyList(navigationNow.header) && isEmptyList(navigationNow.footer), () =>
    payload.updateGlobal({ slug: 'navigation', data: navigation(writingOf('navigation', idOf)), ...options }),
  )
  await fill('search', isEmptyList(searchNow.synonyms), () =>
    payload.updateGlobal({ slug: 'search', data: search, ...options }),
  )
  return filled
}

function isEmptyList(list: readonly unknown[] | null | undefined): boolean {
  return !list || list.length === 0
}
