import { background, circle, glow, gradient, path, round, smoothLine, svg } from './canvas.ts'
import type { Point } from './canvas.ts'
import { palette } from './palette.ts'
import { randomFrom } from './random.ts'

type Branch = { from: Point; angle: number; length: number; depth: number }

const LAST_DEPTH = 4

/** Two cells whose arms branch out towards each other, with buds at their ends. */
export function branchingLines(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, blush, coral } = palette
  const next = randomFrom(11)
  const twigs: string[] = []
  const buds: string[] = []
  const grow = (colors: readonly string[], { from, angle, length, depth }: Branch): void => {
    const bend = (next() - 0.5) * 0.6
    const middle: Point = [
      from[0] + Math.cos(angle + bend) * length * 0.5,
      from[1] + Math.sin(angle + bend) * length * 0.5,
    ]
    const end: Point = [from[0] + Math.cos(angle) * length, from[1] + Math.sin(angle) * length]
    twigs.push(
      path(
        smoothLine([from, middle, end]),
        `fill="none" stroke="${colors[depth] ?? mist}" stroke-width="${round(24 * 0.6 ** depth + 2)}" stroke-linecap="round"`,
      ),
    )
    if (depth === LAST_DEPTH) {
      buds.push(circle(end[0], end[1], 7 + next() * 9, `fill="${next() < 0.5 ? coral : cream}"`))
      return
    }
    const spread = 0.32 + next() * 0.2
    for (const turn of [-spread, spread])
      grow(colors, {
        from: end,
        angle: angle + turn,
        length: length * (0.76 + next() * 0.1),
        depth: depth + 1,
      })
  }
  const cell = (x: number, y: number, reach: number, arms: number, colors: readonly string[]) => {
    for (let arm = 0; arm < arms; arm++)
      grow(colors, {
        from: [x, y],
        angle: (arm / arms) * 2 * Math.PI + 0.35,
        length: reach * (0.9 + next() * 0.25),
        depth: 0,
      })
  }
  cell(520, 590, 175, 6, [night, teal, teal, lagoon, lagoon])
  cell(1530, 420, 150, 6, [lagoon, lagoon, mist, mist, mist])
  return svg(
    [
      gradient('paper', [
        [cream, 0],
        [dew, 0.6],
        [sage, 1],
      ]),
      glow('light', cream, 0.95),
      glow('warm', blush, 0.8),
      gradient('core', [
        ['#f3a98c', 0],
        [coral, 1],
      ]),
    ],
    [
      background('url(#paper)'),
      circle(520, 590, 640, 'fill="url(#light)"'),
      circle(1530, 420, 560, 'fill="url(#warm)"'),
      ...twigs,
      ...buds,
      circle(520, 590, 58, `fill="url(#core)" stroke="${night}" stroke-width="14"`),
      circle(1530, 420, 48, `fill="${cream}" stroke="${lagoon}" stroke-width="12"`),
    ],
  )
}

/** Many paths from one place; one of them is warm. */
export function manyPaths(): string {
  const { teal, lagoon, mist, sage, dew, cream, sand, coral } = palette
  const colors = [sage, mist, lagoon, teal, lagoon, mist, coral, mist, lagoon, teal, mist, sage]
  const from: Point = [-60, 900]
  const ends = colors.map((_, index): Point => [2060, -120 + index * 108])
  const lines = ends.map(([endX, endY], index) =>
    smoothLine([
      from,
      [330, 862 - (index - 5.5) * -6],
      [800, 700 + (endY - 700) * 0.3 + Math.sin(index * 1.3) * 22],
      [1330, 620 + (endY - 620) * 0.78 + Math.cos(index * 0.9) * 34],
      [endX, endY],
    ]),
  )
  return svg(
    [
      gradient('paper', [
        [cream, 0],
        [dew, 1],
      ]),
      glow('light', sand, 0.9),
    ],
    [
      background('url(#paper)'),
      circle(1560, 330, 720, 'fill="url(#light)"'),
      ...lines.map((line, index) =>
        path(
          line,
          `fill="none" stroke="${colors[index] ?? teal}" stroke-width="${colors[index] === coral ? 26 : 15}" stroke-linecap="round"`,
        ),
      ),
    ],
  )
}

/** The moon, from thin to full and back, over a dark sky. */
export function crescents(): string {
  const { night, teal, lagoon, mist, sand, cream, blush } = palette
  const next = randomFrom(3)
  const stars = Array.from({ length: 70 }, () =>
    circle(
      next() * 2000,
      next() * 760,
      1.2 + next() * 2.4,
      `fill="${cream}" opacity="${round(0.2 + next() * 0.5)}"`,
    ),
  )
  // How far the shadow's edge has moved across the moon: -1 is new, 0 is half, 1 is full.
  const moons = [-0.62, 0, 1, 0, -0.62].flatMap((lit, index) => {
    const x = 1000 + (index - 2) * 340
    const y = round(560 - Math.cos((index - 2) * 0.62) * 150)
    const radius = index === 2 ? 142 : 112
    return [
      circle(x, y, radius * 2.2, 'fill="url(#halo)"'),
      circle(x, y, radius, `fill="${lagoon}" opacity=".55"`),
      moon(x, y, radius, lit, index < 2),
    ]
  })
  return svg(
    [
      gradient('sky', [
        [night, 0],
        [teal, 0.5],
        [mist, 0.8],
        [blush, 0.93],
      ]),
      gradient('lit', [
        [cream, 0],
        [sand, 0.6],
        ['#f2bda2', 1],
      ]),
      glow('halo', sand, 0.26),
      gradient('land', [
        [teal, 0],
        [night, 1],
      ]),
    ],
    [
      background('url(#sky)'),
      ...stars,
      ...moons,
      path('M-40 930C400 850 700 990 1080 930S1760 850 2040 920V1100H-40Z', 'fill="url(#land)"'),
      path('M-40 1000C360 960 760 1040 1160 1000S1800 960 2040 1000V1100H-40Z', `fill="${night}"`),
    ],
  )
}

/** The lit part of a moon: half its rim, and back along the edge of the shadow. */
function moon(x: number, y: number, radius: number, lit: number, onTheRight: boolean): string {
  const rim = onTheRight ? 1 : 0
  const edge = lit > 0 ? rim : 1 - rim
  const d = `M${x} ${y - radius}A${radius} ${radius} 0 0 ${rim} ${x} ${y + radius}A${round(Math.abs(lit) * radius)} ${radius} 0 0 ${edge} ${x} ${y - radius}Z`
  return path(d, 'fill="url(#lit)"')
}

/** A path with five stops. */
export function fiveStops(): string {
  const { night, teal, lagoon, sage, dew, cream, sand, blush, coral } = palette
  const stops: Point[] = [
    [230, 700],
    [610, 430],
    [1000, 620],
    [1390, 400],
    [1770, 560],
  ]
  const line = smoothLine([[-80, 860], ...stops, [2080, 420]])
  return svg(
    [
      gradient('paper', [
        [cream, 0],
        [dew, 1],
      ]),
      glow('light', blush, 0.55),
      gradient(
        'road',
        [
          [sage, 0],
          [lagoon, 0.5],
          [teal, 1],
        ],
        true,
      ),
    ],
    [
      background('url(#paper)'),
      circle(1390, 400, 520, 'fill="url(#light)"'),
      path(line, 'fill="none" stroke="url(#road)" stroke-width="34" stroke-linecap="round"'),
      path(
        line,
        `fill="none" stroke="${cream}" stroke-width="4" stroke-dasharray="2 34" stroke-linecap="round"`,
      ),
      ...stops.flatMap(([x, y], index) => [
        ...[126, 119, 112].map((radius) => circle(x, y, radius, `fill="${night}" opacity=".06"`)),
        circle(x, y, 104, `fill="${cream}"`),
        circle(x, y, 78, `fill="${[sand, sage, coral, lagoon, night][index] ?? sand}"`),
      ]),
    ],
  )
}
