/** A thing of the graph, as schema.org describes it. What is undefined is left out. */
export type GraphNode = { '@type': string | readonly string[]; '@id'?: string; [property: string]: unknown }

/** A list for a property; an empty one is left out. */
export function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined
}
