import { describe, expect, test } from '@jest/globals'
import { withStaticPaths } from './make-project.ts'

describe('withStaticPaths', () => {
  test('puts the pages of a template before what it does', () => {
    const source = '---\nconst { content } = Astro.locals\n---\n\n<p>Text</p>\n'

    expect(withStaticPaths(source, 'articles/[slug].astro')).toBe(
      [
        '---',
        "import { staticPaths } from '../../../site-content.ts'",
        "export const getStaticPaths = () => staticPaths('articles/[slug]')",
        'const { content } = Astro.locals',
        '---',
        '',
        '<p>Text</p>',
        '',
      ].join('\n'),
    )
  })

  test('refuses a template without frontmatter', () => {
    expect(() => withStaticPaths('<p>Text</p>', 'a/[slug].astro')).toThrow('a/[slug].astro')
  })
})
