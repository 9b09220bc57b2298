import sharp from 'sharp'
import { calmWaves, morningWater, steppingStones, twoTides } from './pictures/water.ts'
import { eveningDunes, quietHills, river, sunrise } from './pictures/hills.ts'
import { branchingLines, crescents, fiveStops, manyPaths } from './pictures/lines.ts'
import { archways, layeredPaper, strata, twoCircles } from './pictures/paper.ts'

/** A picture of the starter content. */
export type StarterPicture = {
  /** How documents refer to it. */
  name: string
  /** What it shows; a picture without a text is decoration. */
  alt?: string
  /** Draws it, as SVG. */
  draw: () => string
}

/**
 * Every picture of the starter content. Those at the top of articles say nothing that the text does not say, so they are
 * decoration; those that shared links show, and the one inside a text, are described.
 */
export const starterPictures: readonly StarterPicture[] = [
  { name: 'sunrise', draw: sunrise },
  { name: 'two-circles', draw: twoCircles },
  { name: 'layered-paper', draw: layeredPaper },
  { name: 'branching-lines', draw: branchingLines },
  { name: 'stepping-stones', draw: steppingStones },
  { name: 'calm-waves', draw: calmWaves },
  { name: 'strata', draw: strata },
  { name: 'river', draw: river },
  { name: 'crescents', draw: crescents },
  { name: 'many-paths', draw: manyPaths },
  { name: 'archways', draw: archways },
  { name: 'evening-dunes', draw: eveningDunes },
  {
    name: 'quiet-hills',
    alt: 'Drawing of soft green hills under a pale sky with a small sun',
    draw: quietHills,
  },
  { name: 'morning-water', alt: 'Drawing of a warm sun over still water', draw: morningWater },
  {
    name: 'two-tides',
    alt: 'Drawing of two bands of waves, one warm and one cool, that rise and fall',
    draw: twoTides,
  },
  {
    name: 'five-stops',
    alt: 'Drawing of a winding path with five round stops along the way',
    draw: fiveStops,
  },
]

const JPEG_QUALITY = 88

/** The name of a picture’s file. */
export function fileNameOf({ name }: StarterPicture): string {
  return `${name}.jpg`
}

/** Draws a picture as JPEG; the same bytes in every run with the same version of sharp. */
export async function drawPicture({ draw }: StarterPicture): Promise<Buffer> {
  return sharp(Buffer.from(draw()))
    .flatten()
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
