import { mendForm } from './mend-form.ts'
import type { Repair } from './mend-form.ts'

type LoaderContext = { getOptions: () => { repairs: Repair[] } }

/**
 * A loader for the bundler: gives it the mended forms in place of those in the package. The repairs are options, because
 * the bundler takes its last result when neither the source nor the options changed.
 */
export default function mendFormLoader(this: LoaderContext, source: string): string {
  return mendForm(source, this.getOptions().repairs)
}
