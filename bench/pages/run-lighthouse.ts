import lighthouse from 'lighthouse'
import desktopConfig from 'lighthouse/core/config/desktop-config.js'
import type { Device } from './devices.ts'

/** Points of 100 in each category, and what kept a category from them. */
export type LighthouseScores = { points: Record<string, number>; lost: string[] }

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** @param port where the browser takes commands */
export async function runLighthouse(
  address: string,
  port: number,
  { name }: Device,
): Promise<LighthouseScores> {
  const result = await lighthouse(
    address,
    { port, output: 'json', logLevel: 'error', onlyCategories: categories },
    name === 'desktop' ? desktopConfig : undefined,
  )
  if (!result) throw new Error(`Lighthouse gave no result for ${address}.`)
  const { lhr } = result
  const found = Object.entries(lhr.categories)
  return {
    points: Object.fromEntries(found.map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)])),
    lost: found.flatMap(([id, { auditRefs }]) =>
      auditRefs
        .filter(({ weight, id: audit }) => weight > 0 && (lhr.audits[audit]?.score ?? 1) < 1)
        .map(({ id: audit }) => `${id}: ${lhr.audits[audit]?.title ?? audit}`),
    ),
  }
}
