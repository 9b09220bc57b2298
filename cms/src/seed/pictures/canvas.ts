/** Size of every picture in pixels: wide enough for a large screen, in the shape that shared links show. */
export const WIDTH = 2000
export const HEIGHT = 1050

export type Point = readonly [x: number, y: number]

/** A whole SVG picture from its shapes, and the gradients and filters that they use. */
export function svg(definitions: readonly string[], shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<defs>${definitions.join('')}</defs>`,
    ...shapes,
    '</svg>',
  ].join('\n')
}

/** A gradient from top to bottom (or, with `across`, from left to right). Stops are color and place, 0 to 1. */
export function gradient(
  id: string,
  stops: readonly (readonly [string, number, number?])[],
  across = false,
): string {
  const marks = stops.map(
    ([color, place, opacity = 1]) =>
      `<stop offset="${place}" stop-color="${color}" stop-opacity="${opacity}"/>`,
  )
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${across ? 1 : 0}" y2="${across ? 0 : 1}">${marks.join('')}</linearGradient>`
}

/** A round glow: full at the middle, gone at the rim. */
export function glow(id: string, color: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="${strength}"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>`
}

/**
 * The soft shadow of a sheet of paper on the sheet below it, to be drawn before the sheet itself.
 *
 * It is made of strokes that grow fainter outwards: a blur filter over the whole picture takes seconds.
 *
 * @param d the outline of the sheet
 * @param reach how far the shadow falls, in pixels
 */
export function shadow(d: string, reach = 26): string {
  return Array.from({ length: SHADOW_STEPS }, (_, step) => {
    const width = round((reach * 2 * (SHADOW_STEPS - step)) / SHADOW_STEPS)
    return path(
      d,
      `fill="none" stroke="#062f35" stroke-opacity=".03" stroke-width="${width}" stroke-linejoin="round"`,
    )
  }).join('')
}

const SHADOW_STEPS = 9

/** Fills the whole picture. */
export function background(fill: string): string {
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="${fill}"/>`
}

export function circle(x: number, y: number, radius: number, attributes: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${attributes}/>`
}

export function path(d: string, attributes: string): string {
  return `<path d="${d}" ${attributes}/>`
}

/** A smooth line through points (Catmull–Rom, as Bézier curves). */
export function smoothLine(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0]
  const [startX, startY] = at(0)
  const curves = points.slice(1).map((_, index) => {
    const [p0, p1, p2, p3] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6]
    const second: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6]
    return `C${[first, second, p2].map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')}`
  })
  return `M${round(startX)} ${round(startY)}${curves.join('')}`
}

/** The land under a line: the line, closed along the foot of the picture. */
export function landUnder(points: readonly Point[]): string {
  return `${smoothLine(points)}L${WIDTH + 40} ${HEIGHT + 40}L-40 ${HEIGHT + 40}Z`
}

/** One decimal is finer than a pixel, and keeps the text of the picture the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
