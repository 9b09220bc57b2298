import { markup, type Markup, type Piece } from './markup.ts'

/** How deep a heading stands: 1 is the page's title. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** The level below, as far as HTML has one. */
export function below(level: HeadingLevel, steps = 1): HeadingLevel {
  return Math.min(6, level + steps) as HeadingLevel
}

/** A heading with its attributes. The tag comes from the level alone, never from content. */
export function heading(
  level: HeadingLevel,
  content: Piece,
  { id, className }: { id?: string; className?: string } = {},
): Markup {
  const attributes = [
    id !== undefined && markup` id="${id}"`,
    className !== undefined && markup` class="${className}"`,
  ]
  switch (level) {
    case 1:
      return markup`<h1${attributes}>${content}</h1>`
    case 2:
      return markup`<h2${attributes}>${content}</h2>`
    case 3:
      return markup`<h3${attributes}>${content}</h3>`
    case 4:
      return markup`<h4${attributes}>${content}</h4>`
    case 5:
      return markup`<h5${attributes}>${content}</h5>`
    case 6:
      return markup`<h6${attributes}>${content}</h6>`
  }
}
