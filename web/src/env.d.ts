declare namespace Astro {
  interface ClientDirectives {
    /** `slash`: the key “/” opens the island’s dialog. See `islands/hydrate-on-use.ts`. */
    'client:use'?: boolean | 'slash'
  }
}

declare namespace App {
  interface Locals {
    /** The only thing that a template may read. */
    content: import('../content/content.ts').Content
  }
}
