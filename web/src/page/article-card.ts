import { pathOf } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content, Picture } from '../../content/content.ts'
import { dayInWords } from './dates.ts'
import { firstPublished, reviewOf } from './governance.ts'

/** What a list shows of an article. */
export type ArticleCard = {
  title: string
  path: string
  summary: string
  picture: Picture | undefined
  /** When a clinician reviewed it last; until then, when it was published. */
  note: string | undefined
}

/** What a list shows of an article, read field by field, so that a change of its text leaves lists alone. */
export function articleCard(content: Content, article: PublicDocument<'articles'>): ArticleCard {
  const { title, slug, summary, hero } = article.fields
  const { lastReviewed } = reviewOf(article, content)
  const published = firstPublished(article, content)
  return {
    title,
    path: pathOf({ collection: 'articles', slug }) ?? '/',
    summary,
    picture: hero === undefined ? undefined : content.media(hero),
    note:
      lastReviewed === undefined
        ? published && dayInWords(published)
        : `Reviewed ${dayInWords(lastReviewed)}`,
  }
}
