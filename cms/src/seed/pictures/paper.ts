import {
  background,
  circle,
  glow,
  gradient,
  landUnder,
  path,
  shadow,
  smoothLine,
  svg,
  WIDTH,
} from './canvas.ts'
import type { Point } from './canvas.ts'
import { palette } from './palette.ts'
import { ridge } from './ridge.ts'

/** Sheets of cut paper, one on the other, around a warm middle. */
export function layeredPaper(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, blush, coral } = palette
  const sheets = [cream, sand, dew, sage, mist, lagoon, teal, night]
  return svg(
    [
      gradient('middle', [
        [blush, 0],
        ['#f0a98b', 1],
      ]),
    ],
    [
      background('url(#middle)'),
      circle(1000, 500, 96, `fill="${coral}"`),
      ...sheets.map((color, index) => {
        const sheet = `M-200 -200H${WIDTH + 200}V1250H-200Z${opening(1000, 505, 250 + index * 108, index)}`
        return shadow(sheet, 40) + path(sheet, `fill="${color}" fill-rule="evenodd"`)
      }),
    ],
  )
}

/** A hole with a soft, uneven rim. */
function opening(x: number, y: number, radius: number, turn: number): string {
  const count = 40
  const points: Point[] = Array.from({ length: count + 1 }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI
    const uneven = 1 + 0.085 * Math.sin(angle * 3 + turn * 1.1) + 0.05 * Math.sin(angle * 5 - turn * 1.7 + 1)
    return [x + Math.cos(angle) * radius * 1.36 * uneven, y + Math.sin(angle) * radius * 0.8 * uneven]
  })
  return `${smoothLine(points)}Z`
}

/** Layers of earth, in which time can be read. */
export function strata(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, dune, blush, coral } = palette
  const bands = [sand, blush, coral, dune, dew, sage, mist, lagoon, teal, night]
  return svg(
    [
      gradient('sky', [
        [dew, 0],
        [cream, 0.3],
      ]),
    ],
    [
      background('url(#sky)'),
      circle(1580, 170, 70, `fill="${sand}"`),
      ...bands.flatMap((color, index) => {
        const layer = {
          y: 250 + index * 84 + (index % 3) * 10,
          swing: 46 - index * 2.6,
          hills: 0.85 + (index % 4) * 0.09,
          shift: 0.18 + index * 0.045,
          rise: 190 - index * 15,
        }
        return [
          shadow(landUnder(ridge(layer)), 16),
          path(landUnder(ridge(layer)), `fill="${color}"`),
          path(
            smoothLine(ridge({ ...layer, y: layer.y + 30 })),
            `fill="none" stroke="${cream}" stroke-width="2.5" opacity=".28"`,
          ),
        ]
      }),
    ],
  )
}

/** Two circles that overlap: alike in part, not the same. */
export function twoCircles(): string {
  const { teal, lagoon, mist, sage, cream, sand, blush, coral, ember } = palette
  const rings = (x: number, color: string) =>
    [400, 452, 508].map((radius, index) =>
      circle(
        x,
        525,
        radius,
        `fill="none" stroke="${color}" stroke-width="3" opacity="${0.45 - index * 0.12}"`,
      ),
    )
  return svg(
    [
      gradient('paper', [
        [cream, 0],
        [sand, 1],
      ]),
      gradient('cool', [
        [mist, 0],
        [lagoon, 0.45],
        [teal, 1],
      ]),
      gradient('warm', [
        [blush, 0],
        [coral, 0.6],
        [ember, 1],
      ]),
      '<clipPath id="left"><circle cx="790" cy="525" r="348"/></clipPath>',
      gradient('both', [
        [sage, 0],
        ['#3f6a69', 1],
      ]),
      glow('light', '#fffaf3', 1),
    ],
    [
      background('url(#paper)'),
      circle(1000, 525, 820, 'fill="url(#light)"'),
      ...rings(790, mist),
      ...rings(1210, coral),
      circle(790, 525, 348, 'fill="url(#cool)"'),
      circle(1210, 525, 348, 'fill="url(#warm)"'),
      circle(1210, 525, 348, 'fill="url(#both)" clip-path="url(#left)"'),
    ],
  )
}

/** One arch inside the other, and a morning at the end. */
export function archways(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, blush, coral } = palette
  const walls = [teal, lagoon, mist, sage, dew, sand]
  const arch = (half: number, top: number) =>
    `M${1000 - half} 1100V${top + half}A${half} ${half} 0 0 1 ${1000 + half} ${top + half}V1100Z`
  const view = arch(240, 370)
  return svg(
    [
      gradient('light', [
        [cream, 0],
        [blush, 1],
      ]),
      `<clipPath id="view">${path(view, '')}</clipPath>`,
    ],
    [
      background(night),
      ...walls.map((color, index) => {
        const wall = arch(860 - index * 104, -20 + index * 65)
        return shadow(wall, 34) + path(wall, `fill="${color}"`)
      }),
      shadow(view, 34),
      path(view, 'fill="url(#light)"'),
      `<g clip-path="url(#view)">`,
      circle(1000, 770, 92, `fill="${coral}"`),
      path(landUnder(ridge({ y: 850, swing: 26, hills: 3.2, shift: 0.1 })), `fill="${mist}"`),
      path(landUnder(ridge({ y: 940, swing: 24, hills: 2.6, shift: 0.6 })), `fill="${lagoon}"`),
      '</g>',
    ],
  )
}
