import type { Device } from './devices.ts'
import type { PageFigures } from './measure-page.ts'
import type { LighthouseScores } from './run-lighthouse.ts'
import type { Template } from './templates.ts'

export type TemplateResult = {
  template: Template
  on: { device: Device['name']; figures: PageFigures; lighthouse?: LighthouseScores }[]
  /** Undefined when it was not looked for. */
  violations?: string[]
}

/** A bar that a page missed, as a sentence. */
export type Miss = string

const LEAN_BYTES = 14_000
const ISLAND_BYTES = 85_000
const LARGEST_PAINT_MS = 1200
const LAYOUT_SHIFT = 0.01
const ALL_POINTS = 100

/** What a template missed of what is promised of every page. */
export function missesOf({ template, on, violations = [] }: TemplateResult): Miss[] {
  const { name, isLean, hasIsland, isIndexed } = template
  return [
    ...on.flatMap(({ device, figures, lighthouse }) => {
      const { criticalBytes, scriptBytes, largestPaintMs, layoutShift, blockingMs, complaints } = figures
      const points = Object.entries(lighthouse?.points ?? {})
      return [
        isLean &&
          criticalBytes > LEAN_BYTES &&
          `${criticalBytes} bytes of HTML and styles, ${LEAN_BYTES} at most`,
        scriptBytes > (hasIsland ? ISLAND_BYTES : 0) &&
          `${scriptBytes} bytes of scripts, ${hasIsland ? ISLAND_BYTES : 0} at most`,
        largestPaintMs > LARGEST_PAINT_MS &&
          `the largest part is there after ${Math.round(largestPaintMs)} ms`,
        layoutShift > LAYOUT_SHIFT && `the layout shifts by ${layoutShift.toFixed(3)}`,
        blockingMs > 0 && `input is blocked for ${Math.round(blockingMs)} ms`,
        complaints.length > 0 && `the browser says: ${complaints.join('; ')}`,
        ...points
          .filter(([category, score]) => score < ALL_POINTS && (isIndexed || category !== 'seo'))
          .map(
            ([category, score]) =>
              `${score} points of Lighthouse for ${category} (${lostIn(category, lighthouse)})`,
          ),
      ]
        .filter((miss) => miss !== false)
        .map((miss) => `${name} (${device}): ${miss}`)
    }),
    ...violations.map((violation) => `${name}: ${violation}`),
  ]
}

function lostIn(category: string, lighthouse: LighthouseScores | undefined): string {
  const lost = (lighthouse?.lost ?? []).filter((line) => line.startsWith(`${category}: `))
  return lost.map((line) => line.slice(category.length + 2)).join('; ')
}
