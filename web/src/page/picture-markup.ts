import type { Picture, PictureFile } from '../../content/content.ts'
import { markup, type Markup } from './markup.ts'

/** Before all other pictures; at once with them, since it may be in sight; or when it comes near. */
export type Loading = 'first' | 'at once' | 'when near'

type Options = {
  /** How wide the picture is shown, as the `sizes` attribute says it. */
  sizes: string
  /** Not said: when it comes near. */
  loading?: Loading
  /** Instead of the picture's own text, for a picture beside a title that says the same. */
  alt?: string
  /** Files with more pixels across than this are left out, where there are smaller ones. */
  widest?: number
}

/** In pixels. Sharp on a phone, where such a picture is as wide as the screen; more would only keep it waiting. */
export const WIDEST_BESIDE_TEXT = 1000

/** A picture in the best format and size that the browser takes. Width and height keep its place free while it loads. */
export function pictureMarkup(
  { alt, formats, fallback, focus }: Picture,
  { sizes, loading = 'when near', widest = Infinity, ...given }: Options,
): Markup {
  const fitting = formats.map(({ type, files }) => {
    const narrow = files.filter((file) => file.width <= widest)
    return { type, files: narrow.length > 0 ? narrow : files.slice(0, 1) }
  })
  // WebP is what every browser takes, so it needs no source of its own.
  const webp = fitting.find(({ type }) => type === 'image/webp')
  const sources = fitting.map(
    (each) => each !== webp && markup`<source type="${each.type}"${sourceSet(each.files, sizes)}>`,
  )
  const { path, width, height } = webp?.files.at(-1) ?? fallback
  return markup`<picture${focusClass(focus)}>
    ${sources}
    <img src="${path}"${webp && sourceSet(webp.files, sizes)} width="${width}" height="${height}" alt="${given.alt ?? alt}"${loadingAttributes[loading]} decoding="async">
  </picture>`
}

const loadingAttributes: Record<Loading, Markup | undefined> = {
  first: markup` fetchpriority="high"`,
  'at once': undefined,
  'when near': markup` loading="lazy"`,
}

/** The site allows no style attributes, so where to crop is said in steps of this many percent, as classes. */
const FOCUS_STEP = 25
const MIDDLE = 50

function focusClass(focus: Picture['focus']): Markup | undefined {
  if (!focus) return undefined
  const classes = (['x', 'y'] as const).flatMap((axis) => {
    const step = Math.round(focus[axis] / FOCUS_STEP) * FOCUS_STEP
    return step === MIDDLE ? [] : [`focus-${axis}${step}`]
  })
  return classes.length === 0 ? undefined : markup` class="${classes.join(' ')}"`
}

function sourceSet(files: readonly PictureFile[], sizes: string): Markup {
  return markup` srcset="${files.map(({ path, width }) => `${path} ${width}w`).join(', ')}" sizes="${sizes}"`
}
