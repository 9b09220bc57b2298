/** Freezes a value that was just parsed from JSON. Unlike `frozen` it keeps no note of it: each value is frozen once. */
export function freezeTree<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  // Most of what articles hold are texts and numbers, so the loops look before they call. A list of values would be made for each.
  if (Array.isArray(value)) {
    for (const inner of value as unknown[]) if (typeof inner === 'object') freezeTree(inner)
  } else {
    for (const name in value) if (typeof value[name] === 'object') freezeTree(value[name])
  }
  return Object.freeze(value)
}
