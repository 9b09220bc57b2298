import { siteDirectories } from '../directories.ts'
import { openReleaseStore } from '../store/open-release-store.ts'
import { emptyRelease, madeRelease } from './made-release.ts'

// A process to be killed: it makes releases of pages that each say which release they are of, as fast as it can, and
// settles after some of them.

const directories = siteDirectories({ SITE_DIR: process.argv[2] ?? '' })
const store = await openReleaseStore(directories, (sentence) => process.stdout.write(`${sentence}\n`), {
  quietMs: 0,
})
process.stdout.write('ready\n')
for (;;) {
  const number = store.newest + 1
  const text = `release ${number} `.repeat(50)
  const pages = Object.fromEntries(['a', 'b', 'c', `only-${number}`].map((name) => [`${name}.html`, text]))
  const retained = store.current?.retained ?? new Map()
  await store.commit(
    madeRelease(store.objectsDirectory, number, pages, { ...emptyRelease, retained }),
    new Map(),
  )
  if (number % 3 === 0) await store.settle(undefined, number % 6 === 0 ? 'tree' : undefined)
}
