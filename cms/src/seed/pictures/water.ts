import {
  background,
  circle,
  glow,
  gradient,
  HEIGHT,
  landUnder,
  path,
  shadow,
  smoothLine,
  svg,
  WIDTH,
} from './canvas.ts'
import { palette } from './palette.ts'
import { randomFrom } from './random.ts'
import { ridge } from './ridge.ts'

/** Long waves, one before the other. */
export function calmWaves(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, blush } = palette
  const colors = [dew, '#b9d0c2', sage, '#85b0a5', mist, '#4b8a8a', lagoon, '#1a6066', teal, night]
  return svg(
    [
      gradient('sky', [
        [sand, 0],
        [cream, 0.5],
      ]),
    ],
    [
      background('url(#sky)'),
      circle(1520, 250, 120, `fill="${blush}"`),
      ...colors.map((color, index) => {
        const wave = landUnder(
          ridge({
            y: 330 + index * 76,
            swing: 34 + index * 2.4,
            hills: 1.5 - index * 0.05,
            shift: index * 0.137,
          }),
        )
        return shadow(wave) + path(wave, `fill="${color}"`)
      }),
    ],
  )
}

/** A sun over still water, and its light in stripes. */
export function morningWater(): string {
  const { teal, lagoon, mist, sage, dew, cream, sand, blush, coral } = palette
  const horizon = 590
  const [x, radius] = [1000, 190]
  const next = randomFrom(7)
  const stripes = Array.from({ length: 15 }, (_, index) => {
    const y = horizon + 26 + index * (18 + index * 1.35)
    const width = 330 - index * 9 + next() * 150
    return `<rect x="${Math.round(x - width / 2 + (next() - 0.5) * 60)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${8 + index}" rx="${4 + index / 2}" fill="${blush}" opacity="${(0.85 - index * 0.045).toFixed(2)}"/>`
  })
  return svg(
    [
      gradient('sky', [
        [sage, 0],
        [dew, 0.25],
        [cream, 0.46],
        [sand, 0.56],
      ]),
      gradient('water', [
        [mist, 0],
        [lagoon, 0.4],
        [teal, 1],
      ]),
      gradient('sun', [
        ['#f4b597', 0],
        [coral, 1],
      ]),
      gradient('shore', [
        [mist, 0],
        [sage, 1],
      ]),
      glow('light', '#fff6ea', 1),
    ],
    [
      background('url(#sky)'),
      circle(x, horizon - 60, 620, 'fill="url(#light)"'),
      circle(x, horizon - 70, radius, 'fill="url(#sun)"'),
      path(landUnder(ridge({ y: 560, swing: 22, hills: 1.6, shift: 0.32 })), 'fill="url(#shore)"'),
      `<rect y="${horizon}" width="${WIDTH}" height="${HEIGHT - horizon}" fill="url(#water)"/>`,
      ...stripes,
    ],
  )
}

/** Two tides, one warm and one cool, rise and fall against each other. */
export function twoTides(): string {
  const { teal, lagoon, mist, sage, dew, cream, blush, coral } = palette
  const lines = (color: string, shift: number, direction: 1 | -1) =>
    Array.from({ length: 16 }, (_, index) =>
      path(
        smoothLine(
          ridge({
            y: 525 + direction * (index * 13 - 96),
            swing: 205 - index * 7,
            hills: 1.25,
            shift: shift + index * 0.004,
          }),
        ),
        `fill="none" stroke="${color}" stroke-width="${(9 - index * 0.42).toFixed(1)}" stroke-linecap="round" opacity="${(0.95 - index * 0.05).toFixed(2)}"`,
      ),
    )
  return svg(
    [
      gradient('paper', [
        [cream, 0],
        ['#f5ecdd', 0.5],
        [dew, 1],
      ]),
      glow('warm', blush, 0.7),
      glow('cool', sage, 0.7),
      gradient(
        'tide',
        [
          [mist, 0],
          [lagoon, 0.5],
          [teal, 1],
        ],
        true,
      ),
    ],
    [
      background('url(#paper)'),
      circle(480, 330, 560, 'fill="url(#warm)"'),
      circle(1560, 720, 620, 'fill="url(#cool)"'),
      ...lines(coral, 0, -1),
      ...lines('url(#tide)', 0.5, 1),
    ],
  )
}

/** Round stones lead across the water; rings spread from each. */
export function steppingStones(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, coral } = palette
  const stones = [
    { x: 210, y: 930, size: 176 },
    { x: 590, y: 812, size: 150 },
    { x: 930, y: 672, size: 124 },
    { x: 1215, y: 540, size: 100 },
    { x: 1450, y: 430, size: 80 },
    { x: 1640, y: 345, size: 62 },
  ]
  return svg(
    [
      gradient('water', [
        [dew, 0],
        [sage, 0.25],
        [mist, 0.5],
        [lagoon, 0.78],
        [teal, 1],
      ]),
      gradient('stone', [
        [cream, 0],
        [sand, 0.55],
        ['#d8bf9c', 1],
      ]),
      glow('light', cream, 0.9),
      `<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="12"/></filter>`,
    ],
    [
      background('url(#water)'),
      circle(1780, 190, 520, 'fill="url(#light)"'),
      circle(1780, 190, 74, `fill="${coral}"`),
      ...stones.flatMap(({ x, y, size }) => [
        ...[1.42, 1.78, 2.2].map(
          (spread, index) =>
            `<ellipse cx="${x}" cy="${y + size * 0.1}" rx="${size * spread}" ry="${size * spread * 0.42}" fill="none" stroke="${cream}" stroke-width="${4 - index}" opacity="${0.5 - index * 0.14}"/>`,
        ),
        `<ellipse cx="${x}" cy="${y + size * 0.2}" rx="${size * 1.05}" ry="${size * 0.42}" fill="${night}" opacity=".35" filter="url(#soft)"/>`,
        `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.42}" fill="url(#stone)"/>`,
      ]),
    ],
  )
}
