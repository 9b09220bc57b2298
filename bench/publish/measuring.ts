import type { Options } from './options.ts'
import type { AtEnd } from './programs/at-end.ts'
import type { Quiet } from './programs/quiet.ts'
import type { Tell } from './tell.ts'

/** What the measuring of a part works with. */
export type Measuring = { options: Options; atEnd: AtEnd; tell: Tell; quiet: Quiet }
