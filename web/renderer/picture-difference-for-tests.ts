import sharp from 'sharp'

/** Below this difference of a channel, of 255, two points look alike. */
const SAME_COLOR = 40
/** Softens the edges of letters, which differ between versions of a browser. */
const BLUR_SIGMA = 1.2

/**
 * How much two pictures differ.
 *
 * @returns the part of the points that look different, from 0 to 1; 1 for pictures of different size
 */
export async function differenceOf(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([a, b].map(pointsOf))
  if (!one || one.info.width !== other?.info.width || one.info.height !== other.info.height) return 1
  const { channels, width, height } = one.info
  let different = 0
  for (let at = 0; at < one.data.length; at += channels) {
    let largest = 0
    for (let channel = 0; channel < channels; channel++)
      largest = Math.max(largest, Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)))
    if (largest > SAME_COLOR) different++
  }
  return different / (width * height)
}

function pointsOf(picture: Buffer) {
  return sharp(picture)
    .removeAlpha()
    .toColorspace('srgb')
    .blur(BLUR_SIGMA)
    .raw()
    .toBuffer({ resolveWithObject: true })
}
