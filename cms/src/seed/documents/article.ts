import { richText } from '../rich-text.ts'
import type { Part } from '../rich-text.ts'
import { governance, withSources } from '../starter-document.ts'
import type { StarterDocument } from '../starter-document.ts'

/** An article of the starter content. */
export type StarterArticle = {
  slug: string
  title: string
  /** Day of publication, `YYYY-MM-DD`; the lists show the newest first. */
  published: string
  summary: string
  /** Name of the picture at the top. */
  hero: string
  topics: string[]
  conditions: string[]
  keyPoints: string[]
  body: Part[]
  /** Slugs of articles to read next. */
  related: string[]
}

/** Prepares an article for the load; its related articles follow when all articles exist, since they name one another. */
export function article(article: StarterArticle): StarterDocument<'articles'> {
  return {
    collection: 'articles',
    slug: article.slug,
    build: (writing) => ({
      title: article.title,
      slug: article.slug,
      summary: article.summary,
      hero: writing.idOf(`picture:${article.hero}`),
      topics: article.topics.map((slug) => writing.idOf(`topic:${slug}`)),
      conditions: article.conditions.map((slug) => writing.idOf(`condition:${slug}`)),
      keyPoints: article.keyPoints.map((point) => ({ point })),
      ...withSources((cited) => ({ body: richText(article.body, cited) }), writing),
      ...governance(article.published, writing),
    }),
    later: (writing) => ({ related: article.related.map((slug) => writing.idOf(`article:${slug}`)) }),
  }
}
