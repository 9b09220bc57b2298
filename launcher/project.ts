import path from 'node:path'

/** The folder of the checkout. */
export const projectRoot = path.resolve(import.meta.dirname, '..')

/** An absolute path from one that is relative to the project's folder. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts)
}
