import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { preparePath, styleguidePath } from '@careword/shared/paths.ts'
import { HtmlValidate } from 'html-validate'
import { startReading } from '../content/content.ts'
import { ids } from '../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { routesOf } from '../content/routes.ts'
import { pageTypes } from './page-types-for-tests.ts'
import { rendererForTests } from './build-for-tests.ts'
import { attributeValues, followed, shownFiles, withoutIslandRuntime, wordsOf } from './html-for-tests.ts'
import { htmlRules } from './html-rules-for-tests.ts'

const BUILD_TIME_MS = 300_000
/** What a connection of its own carries before the first answer of the browser. */
const FIRST_ROUND_TRIP_BYTES = 14 * 1024

const snapshot = fixtureSnapshot({ older: 25 })
const media = new Set<string>()
const pages = new Map<string, string>()
let assetsDirectory: string

beforeAll(async () => {
  const renderer = await rendererForTests()
  assetsDirectory = renderer.assetsDirectory
  for (const path of routesOf(startReading(snapshot).content)) {
    const reading = startReading(snapshot)
    const { status, body } = await renderer.render({ path }, reading.content)
    if (status !== 200) throw new Error(`${path} was answered with ${status}.`)
    for (const { file } of reading.mediaUsed()) media.add(`/media/${file}`)
    pages.set(path, body)
  }
}, BUILD_TIME_MS)

const htmlPages = () => [...pages].filter(([path]) => !/\.(?:xml|txt|json|md)$/.test(path))
const pageAt = (path: string) => pages.get(path) ?? ''

describe('every page of the site', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate(htmlRules)
    for (const [path, html] of htmlPages()) {
      const { results } = await validator.validateString(withoutIslandRuntime(html), path)
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`),
        ),
      ).toEqual([])
    }
  })

  test('links only to pages and anchors that are there', () => {
    const dead = htmlPages().flatMap(([path, html]) =>
      followed(html).flatMap((href) => {
        if (/^(?:https:|mailto:|tel:|sms:)/.test(href)) return []
        const [target = '', anchor] = href.split('#')
        const page = pages.get(target === '' ? path : target)
        if (page === undefined) return [`${path} links to ${href}`]
        return anchor === undefined || attributeValues(page, 'id').includes(anchor)
          ? []
          : [`${path} links to ${href}`]
      }),
    )
    expect(dead).toEqual([])
  })

  test('shows only files that are there', () => {
    const missing = htmlPages().flatMap(([path, html]) =>
      shownFiles(html)
        .filter((file) => !media.has(file) && !existsSync(join(assetsDirectory, file)))
        .map((file) => `${path} shows ${file}`),
    )
    expect(missing).toEqual([])
    expect(media.size).toBeGreaterThan(10)
  })

  test('has the crisis lines, and each number dials what it shows', () => {
    for (const [path, html] of htmlPages()) {
      const numbers = [...html.matchAll(/<a href="(?:tel|sms):([^"]*)">([^<]*)<\/a>/g)]
      const digits = numbers.map(([, dialled, shown = '']) => [dialled, shown.replace(/[^+\d]/g, '')])
      // A link in running text may have words in place of the number.
      expect([path, digits.filter(([dialled, shown]) => shown !== '' && shown !== dialled)]).toEqual([
        path,
        [],
      ])
      const words = numbers.map(([, , shown]) => shown)
      expect([path, words]).toEqual([
        path,
        expect.arrayContaining(['Call 911', 'Call 988', 'Text 988', 'Call 833-773-2445']),
      ])
    }
  })

  test('has no script unless it has an island', () => {
    const withScript = htmlPages().filter(([, html]) =>
      /<script(?! type="application\/ld\+json")|\.js"|\son\w+="/.test(html),
    )
    const withIsland = ['/faqs/', preparePath, '/search/', styleguidePath]
    expect(withScript.map(([path]) => path).toSorted()).toEqual(withIsland.toSorted())
    for (const path of withIsland) expect(pageAt(path)).toContain('<astro-island')
  })

  test('is small: what must be there before it is seen takes one round trip', async () => {
    for (const path of pageTypes.filter((each) => each !== styleguidePath)) {
      const html = pageAt(path)
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map(
        ([, href = '']) => href,
      )
      expect(styles.length).toBeGreaterThan(0)
      const files = await Promise.all(styles.map((href) => readFile(join(assetsDirectory, href))))
      const bytes = [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0)
      expect([path, bytes <= FIRST_ROUND_TRIP_BYTES]).toEqual([path, true])
    }
  })

  test('leaves 85 of the 100 kB that a first query may load, React aside, to the index of the search', async () => {
    const folder = join(assetsDirectory, '_astro')
    const scripts = (await readdir(folder)).filter((file) => /^(?:Search|site-search).*\.js$/.test(file))
    expect(scripts.length).toBeGreaterThanOrEqual(3)
    const files = await Promise.all(scripts.map((file) => readFile(join(folder, file))))
    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(15_000)
  })

  test('has no style attribute, and asks nothing of other hosts', () => {
    for (const [path, html] of htmlPages()) {
      expect([path, html.match(/\sstyle="[^"]*"/g)]).toEqual([path, null])
      expect([path, shownFiles(html).filter((file) => !file.startsWith('/'))]).toEqual([path, []])
    }
  })

  test('has one title, one main heading, and headings that skip no level', () => {
    for (const [path, html] of htmlPages()) {
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
      expect([path, levels.filter((level) => level === 1)]).toEqual([path, [1]])
      const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)
      expect([path, skips]).toEqual([path, []])
    }
  })

  test('has its own address as the canonical one, except what is not for search engines', () => {
    for (const [path, html] of htmlPages()) {
      const isUnlisted = path === '/404.html' || path === styleguidePath
      const canonical = /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1]
      expect(canonical).toBe(isUnlisted ? undefined : `https://learn.example.org${path}`)
      expect(html.includes('content="noindex"')).toBe(isUnlisted)
    }
  })

  test('has a description and what a shared link needs', () => {
    for (const [path, html] of htmlPages()) {
      for (const name of ['name="description"', 'property="og:title"', 'property="og:description"'])
        expect([path, new RegExp(`<meta ${name} content="[^"]{3,}"`).test(html)]).toEqual([path, true])
    }
  })
})

describe('an article', () => {
  const words = () => wordsOf(pageAt('/articles/first-esketamine-visit/'))

  test('carries what the editorial standard asks for', () => {
    for (const sentence of [
      'Your first visit takes about three hours.',
      'On this page',
      'Key points',
      'By Editorial team 2 min read Last reviewed September 20, 2026 by Jordan Reyes, MD, psychiatrist',
      'Written by Editorial team',
      'Reviewed by Jordan Reyes , MD, psychiatrist',
      'Interests of Jordan Reyes Employed by the clinic. No payments from drug makers.',
      'Last reviewed September 20, 2026',
      'Next review due September 20, 2027',
      'September 20, 2026: Eating and drinking times made clearer.',
      'Related pages What studies say about ketamine for depression',
      'Sources Esketamine nasal spray: prescribing information.',
      'Our own interest Harbor Street Clinic offers',
      'feedback@harborstreet.example',
    ])
      expect(words()).toContain(sentence)
  })

  test('that a clinician has not reviewed says so', () => {
    expect(wordsOf(pageAt('/articles/ketamine-evidence/'))).toContain(
      'Starter content: not yet reviewed by a clinician',
    )
    // A question inside it may be unreviewed all the same, and says so itself.
    expect(pageAt('/articles/first-esketamine-visit/')).not.toContain('<p class="mark">')
    expect(pageAt('/articles/ketamine-evidence/')).toContain('<p class="mark">')
  })

  test('leaves out what is empty', () => {
    const html = pageAt('/articles/questions-to-ask/')
    for (const heading of [
      'Key points',
      'Sources',
      'Written by',
      'Last reviewed',
      'Related pages',
      'On this page',
    ])
      expect(html).not.toContain(`>${heading}<`)
    expect(html).toContain('<dd>Not yet reviewed by a clinician</dd>')
  })
})

describe('a condition', () => {
  const words = () => wordsOf(pageAt('/conditions/treatment-resistant-depression/'))

  test('carries its names, its evidence with grades, and the status of each treatment', () => {
    for (const sentence of [
      'Also called: Treatment-resistant depression, Hard-to-treat depression. Short: TRD.',
      'F32.2 – Major depressive disorder, single episode, severe',
      'ketamine helped at least as many as ECT did. Source 2 Moderate certainty',
      'Very low certainty We cannot be sure of this at all.',
      'Esketamine nasal spray for treatment-resistant depression in adults FDA-approved for this use',
      'Ketamine for depression Off-label: not FDA-approved for this use',
      'Ketamine at home for any condition Not recommended for this use',
    ])
      expect(words()).toContain(sentence)
  })

  test('names all standard options before what the clinic sells', () => {
    const titles = [
      ...pageAt('/conditions/treatment-resistant-depression/').matchAll(/<h2 id="[^"]*">([^<]*)/g),
    ]
    const order = titles.map(([, title = '']) => title)
    expect(order.indexOf('Standard treatments')).toBeLessThan(order.indexOf('What the evidence says'))
  })

  test('says that its review is overdue', () => {
    expect(words()).toContain('Next review due October 15, 2026 – this review is overdue')
  })

  test('tells major changes, the newest first, and no minor ones', () => {
    expect(words()).toContain(
      'February 3, 2026: Approved uses of esketamine updated. October 15, 2025: Added the comparison with ECT.',
    )
    expect(words()).not.toContain('typing error')
  })
})

describe('every source', () => {
  test('that the text refers to leads back to where it does so first', () => {
    const html = pageAt('/articles/first-esketamine-visit/')
    const back = [...html.matchAll(/class="back" href="#(cite_\d+)"/g)].map(([, id]) => id)
    expect(back).toEqual(['cite_1', 'cite_2'])
    for (const id of back) expect(attributeValues(html, 'id').filter((each) => each === id)).toHaveLength(1)
  })
})

describe('a page with a picture at its top', () => {
  test('loads it first, and the other pictures when they come near', () => {
    const images = [...pageAt('/articles/first-esketamine-visit/').matchAll(/<img [^>]*>/g)].map(
      ([tag]) => tag,
    )
    expect(images).toHaveLength(2)
    expect(images[0]).toContain('fetchpriority="high"')
    expect(images[0]).not.toContain('loading=')
    expect(images[1]).toContain('loading="lazy"')
    for (const tag of images) expect(tag).toMatch(/ width="\d+" height="\d+" /)
  })
})

describe('a list of articles with pictures', () => {
  const loadingIn = async (path: string) => {
    const pictured = fixtureSnapshot({
      older: 25,
      documents: [...snapshot.documents.values()].flatMap((document) =>
        document.collection === 'articles'
          ? { ...document, fields: { ...document.fields, hero: ids.path, topics: [ids.treatment] } }
          : [],
      ),
    })
    const { body } = await (await rendererForTests()).render({ path }, startReading(pictured).content)
    return [...body.matchAll(/<img [^>]*>/g)].map(
      ([tag]) => /fetchpriority="high"|loading="lazy"/.exec(tag)?.[0] ?? 'at once',
    )
  }

  test.each(['/articles/topics/treatment/', '/articles/page/1/'])(
    'right below the title, as on %s, loads its first row at once, and of it the first before all else',
    async (path) => {
      const [first, second, third, ...others] = await loadingIn(path)
      expect([first, second, third]).toEqual(['fetchpriority="high"', 'at once', 'at once'])
      expect(new Set(others)).toEqual(new Set(['loading="lazy"']))
    },
  )

  test('further down loads its first row at once, but not before what is above it', async () => {
    const [first, second, third, ...others] = await loadingIn('/articles/')
    expect([first, second, third]).toEqual(Array(3).fill('at once'))
    expect(new Set(others)).toEqual(new Set(['loading="lazy"']))
  })
})

describe('the page of all questions', () => {
  test('has each question by its anchor, in groups by topic', () => {
    const html = pageAt('/faqs/')
    for (const slug of ['driving-after-treatment', 'memory', 'cost', 'bring-a-friend'])
      expect(html).toMatch(new RegExp(`<li id="${slug}"[^>]*><a href="/faqs/${slug}/">`))
    const groups = [...html.matchAll(/<section class="question-group"[^>]*> ?<h2[^>]*>([^<]*)/g)].map(
      ([, title]) => title,
    )
    expect(groups).toEqual(['Safety', 'Treatment', 'Other questions'])
  })
})

describe('a person’s page', () => {
  test('has credentials, conflicts of interest, and the pages that they reviewed', () => {
    const words = wordsOf(pageAt('/people/jordan-reyes/'))
    expect(words).toContain('MD, psychiatrist Medical director')
    expect(words).toContain('Conflicts of interest Employed by the clinic.')
    expect(words).toContain(
      'Pages that Jordan Reyes reviewed Depression that treatment has not helped enough Getting ready for your first esketamine visit When can I drive again?',
    )
  })
})

describe('sitemap.xml', () => {
  test('has every page that readers should find, with the day of its last change', () => {
    const sitemap = pageAt('/sitemap.xml')
    const listed = [...sitemap.matchAll(/<loc>https:\/\/learn\.example\.org([^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    )
    expect(listed).toEqual([...pages.keys()].filter((path) => path.endsWith('/') && path !== styleguidePath))
    expect(sitemap).toContain(
      '<loc>https://learn.example.org/conditions/treatment-resistant-depression/</loc><lastmod>2026-02-03</lastmod>',
    )
  })
})

describe('robots.txt', () => {
  test('names the sitemap', () => {
    expect(pageAt('/robots.txt')).toContain('Sitemap: https://learn.example.org/sitemap.xml')
  })
})

describe('feed.xml', () => {
  test('has the newest articles, escaped, with absolute addresses', () => {
    const feed = pageAt('/feed.xml')
    expect(feed.match(/<entry>/g)).toHaveLength(20)
    expect(feed).toContain('<title>Questions to ask your doctor &amp; your family</title>')
    expect(feed).toContain('<link href="https://learn.example.org/articles/first-esketamine-visit/"/>')
    expect(feed).toContain(
      '<published>2026-08-03T14:00:00.000Z</published><updated>2026-09-20T00:00:00.000Z</updated>',
    )
  })
})
