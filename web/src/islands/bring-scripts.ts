/** How a built script names one that it imports, now or later: a file beside it. */
const IMPORTED = /["'`](\.\/[\w.-]+\.js)["'`]/g

/**
 * Brings scripts, and all that they import, into the browser’s cache, so that an `import` finds them there.
 *
 * It is asked for first because a browser may keep the failure of an `import` until the page is loaded again: Chromium
 * does so for each script, imported ones too, and then no later try can succeed. A `fetch` that fails leaves nothing behind.
 *
 * @param addresses whole addresses of scripts
 * @throws {Error} when one of the scripts cannot be had; those that came stay in the cache
 */
export async function bringScripts(addresses: readonly string[]): Promise<void> {
  const brought = new Set<string>()
  const bring = async (address: string): Promise<void> => {
    if (brought.has(address)) return
    brought.add(address)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address} could not be loaded: status ${response.status}.`)
    await Promise.all(importedBy(await response.text()).map((path) => bring(new URL(path, address).href)))
  }
  await Promise.all(addresses.map(bring))
}

/** What a built script imports, at once or later. @returns paths such as `./react.js`, in the order of the script */
export function importedBy(script: string): string[] {
  return [...script.matchAll(IMPORTED)].flatMap(([, path]) => path ?? [])
}
