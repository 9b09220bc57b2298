import type { Config } from '@careword/shared/payload-types.ts'

declare module 'payload' {
  // Augmenting a module's interface needs an interface, though it adds nothing of its own.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- see above
  interface GeneratedTypes extends Config {}
}
