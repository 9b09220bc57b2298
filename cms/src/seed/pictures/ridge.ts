import { WIDTH } from './canvas.ts'
import type { Point } from './canvas.ts'

/** How a ridge runs from the left edge to the right. */
export type Ridge = {
  /** Height of its middle line, from the top of the picture. */
  y: number
  /** How far it rises and falls. */
  swing: number
  /** How many hills fit into the picture. */
  hills: number
  /** Moves the hills along, 0 to 1. */
  shift: number
  /** How much higher the right end is than the left one. */
  rise?: number
}

const STEP = 50

/** The points of a ridge: two waves, of which the second breaks the evenness of the first. */
export function ridge({ y, swing, hills, shift, rise = 0 }: Ridge): Point[] {
  const points: Point[] = []
  for (let x = -STEP; x <= WIDTH + STEP; x += STEP) {
    const turn = (x / WIDTH) * hills + shift
    const wave = Math.sin(turn * 2 * Math.PI) + 0.38 * Math.sin(turn * 4.3 * Math.PI + 1.7)
    points.push([x, y - swing * wave - rise * (x / WIDTH - 0.5)])
  }
  return points
}
