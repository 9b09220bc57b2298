import { background, circle, glow, gradient, landUnder, path, smoothLine, svg } from './canvas.ts'
import type { Point } from './canvas.ts'
import { palette } from './palette.ts'
import { ridge } from './ridge.ts'

type Layer = {
  y: number
  swing: number
  hills: number
  shift: number
  rise?: number
  top: string
  foot: string
}

/** Hills behind hills: each layer is lighter at its foot, where the mist lies. */
function range(layers: readonly Layer[]): { definitions: string[]; shapes: string[] } {
  return {
    definitions: layers.map(({ top, foot }, index) =>
      gradient(`hill${index}`, [
        [top, 0],
        [foot, 0.75],
      ]),
    ),
    shapes: layers.map((layer, index) => path(landUnder(ridge(layer)), `fill="url(#hill${index})"`)),
  }
}

/** A sun in rings comes up behind the hills. */
export function sunrise(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, blush, coral } = palette
  const hills = range([
    { y: 640, swing: 46, hills: 1.3, shift: 0.1, top: sage, foot: dew },
    { y: 730, swing: 52, hills: 1.6, shift: 0.55, top: mist, foot: sage },
    { y: 830, swing: 50, hills: 1.2, shift: 0.3, top: lagoon, foot: mist },
    { y: 930, swing: 54, hills: 1.05, shift: 0.82, top: teal, foot: night },
  ])
  const [x, y] = [1260, 560]
  return svg(
    [
      gradient('sky', [
        [dew, 0],
        [cream, 0.38],
        [sand, 0.55],
        [blush, 0.75],
      ]),
      gradient('sun', [
        [coral, 0],
        ['#f3b08f', 1],
      ]),
      glow('light', cream, 0.9),
      ...hills.definitions,
    ],
    [
      background('url(#sky)'),
      circle(x, y, 760, 'fill="url(#light)"'),
      ...[430, 330, 240].map((radius, index) =>
        circle(x, y, radius, `fill="${coral}" opacity="${[0.1, 0.14, 0.2][index]}"`),
      ),
      circle(x, y, 160, 'fill="url(#sun)"'),
      ...hills.shapes,
    ],
  )
}

/** Wide hills under a pale sky, with a small sun. */
export function quietHills(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, coral } = palette
  const hills = range([
    { y: 520, swing: 70, hills: 0.9, shift: 0.35, top: dew, foot: cream },
    { y: 610, swing: 66, hills: 1.1, shift: 0.8, top: sage, foot: dew },
    { y: 720, swing: 70, hills: 0.85, shift: 0.15, top: mist, foot: sage },
    { y: 840, swing: 60, hills: 1.15, shift: 0.6, top: lagoon, foot: mist },
    { y: 950, swing: 56, hills: 0.8, shift: 0.05, top: teal, foot: night },
  ])
  return svg(
    [
      gradient('sky', [
        [sand, 0],
        [cream, 0.6],
      ]),
      glow('light', '#fffaf2', 1),
      ...hills.definitions,
    ],
    [
      background('url(#sky)'),
      circle(560, 330, 420, 'fill="url(#light)"'),
      circle(560, 330, 92, `fill="${coral}"`),
      ...hills.shapes,
    ],
  )
}

/** Dunes at the end of the day. */
export function eveningDunes(): string {
  const { night, teal, lagoon, cream, sand, dune, blush, coral, ember } = palette
  const hills = range([
    { y: 650, swing: 44, hills: 0.8, shift: 0.2, rise: 60, top: '#eebb9c', foot: blush },
    { y: 740, swing: 60, hills: 0.75, shift: 0.62, rise: -120, top: '#d9a283', foot: '#efc7a9' },
    { y: 850, swing: 54, hills: 0.7, shift: 0.1, rise: 150, top: '#8b8f86', foot: dune },
    { y: 960, swing: 46, hills: 0.65, shift: 0.55, rise: -120, top: teal, foot: night },
  ])
  return svg(
    [
      gradient('sky', [
        [lagoon, 0],
        ['#86a7a0', 0.3],
        [sand, 0.52],
        [blush, 0.68],
      ]),
      gradient('sun', [
        [cream, 0],
        [coral, 1],
      ]),
      glow('light', '#fbd9c2', 0.9),
      ...hills.definitions,
    ],
    [
      background('url(#sky)'),
      circle(700, 600, 560, 'fill="url(#light)"'),
      circle(700, 590, 128, `fill="url(#sun)" stroke="${ember}" stroke-opacity=".15" stroke-width="2"`),
      ...hills.shapes,
    ],
  )
}

/** A river winds from the far hills to the reader. */
export function river(): string {
  const { night, teal, lagoon, mist, sage, dew, cream, sand, blush, coral } = palette
  const hills = range([
    { y: 430, swing: 50, hills: 1.2, shift: 0.1, top: dew, foot: cream },
    { y: 500, swing: 44, hills: 1.4, shift: 0.6, top: sage, foot: dew },
    { y: 585, swing: 26, hills: 1, shift: 0.35, top: mist, foot: lagoon },
  ])
  const left: Point[] = [
    [1222, 588],
    [1120, 630],
    [1180, 690],
    [1300, 760],
    [1130, 870],
    [830, 970],
    [640, 1130],
  ]
  const right: Point[] = [
    [1330, 1130],
    [1420, 990],
    [1560, 870],
    [1520, 770],
    [1340, 690],
    [1200, 632],
    [1240, 588],
  ]
  return svg(
    [
      gradient('sky', [
        [blush, 0],
        [cream, 0.45],
      ]),
      gradient('water', [
        [cream, 0],
        [sand, 0.4],
        [blush, 1],
      ]),
      gradient('meadow', [
        [lagoon, 0],
        [teal, 0.5],
        [night, 1],
      ]),
      ...hills.definitions,
    ],
    [
      background('url(#sky)'),
      circle(1230, 270, 84, `fill="${coral}" opacity=".9"`),
      ...hills.shapes,
      path(landUnder(ridge({ y: 592, swing: 7, hills: 0.9, shift: 0.15 })), 'fill="url(#meadow)"'),
      path(`${smoothLine(left)}L${smoothLine(right).slice(1)}Z`, 'fill="url(#water)"'),
    ],
  )
}
