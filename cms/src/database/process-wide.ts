/**
 * One value for the whole process. Next loads a module once for each of its bundles: what the start of the server
 * sets up and what a route uses are then two copies of the same module, which must share their state.
 * @param name unique among all uses
 */
export function processWide<Value extends object>(name: string, make: () => Value): Value {
  const key = Symbol.for(`careword.${name}`)
  const held = globalThis as unknown as Partial<Record<symbol, Value>>
  return (held[key] ??= make())
}
