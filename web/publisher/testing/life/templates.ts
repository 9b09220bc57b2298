import type { SiteRenderer } from '../../publish/site-renderer.ts'

/**
 * How templates are: right, wrong in the pages of a section, or unable to show something that may be in any page. The
 * mistakes are no document's fault.
 */
export type TemplatesKind = 'good' | 'failing' | 'touchy'

const MISTAKES: Record<TemplatesKind, (path: string, body: string) => boolean> = {
  good: () => false,
  failing: (path) => path.startsWith('/faqs/'),
  touchy: (_, body) => body.includes('Text 3'),
}

/** Templates of another build, with a mistake or without. */
export function templatesOf(renderer: SiteRenderer, kind: TemplatesKind, build: string): SiteRenderer {
  return {
    ...renderer,
    build,
    render: async (path, snapshot) => {
      const page = await renderer.render(path, snapshot)
      if (MISTAKES[kind](path, page.body.toString())) throw new Error('There is a mistake in the template.')
      return page
    },
  }
}
