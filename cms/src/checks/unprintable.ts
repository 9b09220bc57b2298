import type { PayloadRequest } from 'payload'
import { printable } from '@careword/shared/printable.ts'
import { isStaff } from '../access/staff.ts'

/**
 * For `hooks.beforeOperation` of collections and globals: takes the characters that nobody sees, and that neither SQLite nor a feed
 * can hold, out of all texts that are to be saved. They come along when text is copied from other programs.
 */
export function takeOutUnprintable<Arguments extends object>({
  args,
  overrideAccess,
  req,
}: {
  args?: Arguments
  overrideAccess?: boolean
  req: PayloadRequest
}): Arguments | undefined {
  // Whoever may not save is refused next, and should cost no time.
  if (overrideAccess !== true && !isStaff(req)) return args
  const { data } = (args ?? {}) as { data?: unknown }
  const clean = cleaned(data)
  return clean === data ? args : ({ ...args, data: clean } as Arguments)
}

/** The value itself where nothing has to be taken out of it. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) {
    const items = value.map(cleaned)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isPlain(value)) return value
  let copy: Record<string, unknown> | undefined
  for (const [name, inner] of Object.entries(value)) {
    const clean = cleaned(inner)
    if (clean !== inner) (copy ??= { ...value })[name] = clean
  }
  return copy ?? value
}

/** Whether it is an object as JSON or GraphQL has them: no date, and no id of MongoDB. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
