import type { Metadata } from 'next'
import { readArticle, readSite, readSlugs } from '../../../page/documents.ts'
import { Frame } from '../../../page/frame.tsx'
import { anchorOf, Text, wordsOf } from '../../../page/rich-text.tsx'

/** Pages are made in the build, and stay until they are asked to be made anew. */
export const dynamic = 'force-static'
export const revalidate = false

type Props = { params: Promise<{ slug: string }> }

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return (await readSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { fields } = await readArticle((await params).slug)
  return {
    title: fields.title,
    description: fields.summary,
    openGraph: { title: fields.title, type: 'article' },
  }
}

export default async function ArticlePage({ params }: Props) {
  const [article, site] = await Promise.all([readArticle((await params).slug), readSite()])
  const { title, summary, body, hero, keyPoints = [], sources = [] } = article.fields
  const picture = hero === undefined ? undefined : site.pictures[hero]
  const sections = body.root.children.filter(({ tag }) => tag === 'h2').map(wordsOf)
  const related = [
    ...(article.fields.related ?? []).map((id) => `articles:${id}`),
    ...(article.fields.conditions ?? []).map((id) => `conditions:${id}`),
    ...(article.fields.topics ?? []).map((id) => `topics:${id}`),
  ].flatMap((key) => site.links[key] ?? [])
  return (
    <Frame site={site}>
      <nav aria-label="Breadcrumbs">
        <a href="/">Home</a> <a href="/articles/">Articles</a>
      </nav>
      <h1>{title}</h1>
      <p className="summary">{summary}</p>
      <p className="review-line">Last reviewed {article.fields.lastReviewed}</p>
      <nav aria-label="On this page">
        <ul>
          {sections.map((section, index) => (
            <li key={index}>
              <a href={`#${anchorOf(section)}`}>{section}</a>
            </li>
          ))}
        </ul>
      </nav>
      {picture && (
        <figure>
          <img src={picture.path} width={picture.width} height={picture.height} alt="" />
        </figure>
      )}
      <section className="key-points">
        <h2>Key points</h2>
        <ul>
          {keyPoints.map(({ point }, index) => (
            <li key={index}>{point}</li>
          ))}
        </ul>
      </section>
      <div className="prose">
        <Text text={body} scope={{ site, sources }} />
      </div>
      <section>
        <h2>Related pages</h2>
        <ul>
          {related.map(({ path, title: name }) => (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
      <section className="end-matter">
        <h2>Sources</h2>
        <ol>
          {sources.map((source, index) => (
            <li key={source.key} id={`source_${index + 1}`}>
              {[source.authors, source.title, source.publisher, source.year].filter(Boolean).join('. ')}
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  )
}
