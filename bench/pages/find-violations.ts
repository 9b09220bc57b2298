import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser } from 'playwright-core'

type Results = { violations: { id: string; nodes: { target: unknown[] }[] }[] }

const require = createRequire(path.join(import.meta.dirname, '../../web/package.json'))
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [320, 768, 1280]
const lights = ['light', 'dark'] as const

/** What axe finds against WCAG 2.2 AA and best practice, in every width and light, as sentences. */
export async function findViolations(browser: Browser, address: string): Promise<string[]> {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
  const found: string[] = []
  for (const colorScheme of lights)
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      await page.goto(address, { waitUntil: 'networkidle' })
      await page.evaluate(axe)
      const { violations } = await page.evaluate<Results>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`)
      for (const { id, nodes } of violations)
        for (const { target } of nodes)
          found.push(`${id} at ${width} px, ${colorScheme}: ${target.join(' ')}`)
      await context.close()
    }
  return found
}
