import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { violations } from './axe-for-tests.ts'
import { pageTypes } from './page-types-for-tests.ts'
import { browseSite, type BrowsedSite } from './site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
const PAGE_TIME_MS = 120_000
/** Of a screen 1280 pixels wide, magnified four times, 320 are left (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 256 }
const widths = [320, 768, 1280]
const article = '/articles/first-esketamine-visit/'

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot({ older: 25 }))
}, BUILD_TIME_MS)
afterAll(() => site.close())

/** Opens a page, does something with it, and closes it. */
async function on<Result>(
  path: string,
  options: Parameters<BrowsedSite['open']>[1],
  act: (page: Page, complaints: string[]) => Promise<Result>,
): Promise<Result> {
  const { page, complaints } = await site.open(path, options)
  try {
    return await act(page, complaints)
  } finally {
    await page.context().close()
  }
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe.each(pageTypes)('%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'keeps to WCAG 2.2 AA and to its policy on screens of every width, in the %s',
    async (colorScheme) => {
      await on(path, { colorScheme }, async (page, complaints) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 720 })
          expect([width, await violations(page)]).toEqual([width, []])
        }
        expect(complaints).toEqual([])
      })
    },
    PAGE_TIME_MS,
  )

  test(
    'needs no sideways scrolling when it is magnified four times, nor with more room between letters and lines',
    async () => {
      await on(path, { viewport: NARROWEST }, async (page) => {
        expect(await widthOf(page)).toBe(NARROWEST.width)
        await spaceText(page)
        expect(await widthOf(page)).toBe(NARROWEST.width)
        expect(await cutOff(page)).toEqual([])
      })
    },
    PAGE_TIME_MS,
  )

  test(
    'asks nothing of other hosts',
    async () => {
      const opened = await site.open(path)
      expect(await opened.hosts()).toEqual([])
      await opened.page.context().close()
    },
    PAGE_TIME_MS,
  )
})

test('what breaks WCAG would be found', async () => {
  await on('/404.html', {}, async (page) => {
    await page.evaluate(() => {
      document.querySelector('main a')?.replaceChildren()
    })
    expect(await violations(page)).toEqual([expect.stringContaining('link-name')])
  })
})

describe('with colors of the reader’s own', () => {
  test('a page keeps to WCAG 2.2 AA, and a status, a grade and a figure can still be told apart', async () => {
    await on('/styleguide/', { forcedColors: 'active' }, async (page) => {
      expect(await violations(page)).toEqual([])
      const strokes = await page.evaluate(() =>
        ['.icon-array', '.icon-array-counted', '.grade svg', '.grade-reached'].map((selector) => {
          const element = document.querySelector(selector)
          return element ? getComputedStyle(element).stroke : undefined
        }),
      )
      expect(strokes[0]).not.toBe(strokes[1])
      expect(strokes[2]).not.toBe(strokes[3])
      const sign = await page.evaluate(() => {
        const label = document.querySelector('.status-label')
        const { color, backgroundColor } = label ? getComputedStyle(label, '::before') : {}
        return { color, backgroundColor }
      })
      expect(sign.color).not.toBe(sign.backgroundColor)
    })
  })

  test('only the link to the part of the site where one is has a line below it', async () => {
    await on(article, { forcedColors: 'active' }, async (page) => {
      const lines = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor
        return [...document.querySelectorAll('.site-header a:not(.brand)')]
          .filter((link) => getComputedStyle(link).borderBlockEndColor !== paper)
          .map((link) => link.getAttribute('aria-current'))
      })
      expect(lines).toEqual(['true'])
    })
  })
})

describe('without scripts', () => {
  test('a status tells what it means, and the checklist can be ticked', async () => {
    await on('/conditions/treatment-resistant-depression/', { javaScriptEnabled: false }, async (page) => {
      const meaning = page.getByText('Doctors may prescribe it for this use by their own judgment.')
      expect(await meaning.isVisible()).toBe(false)
      await page.getByText('Off-label: not FDA-approved for this use').click()
      expect(await meaning.isVisible()).toBe(true)
    })
    await on('/prepare-for-your-visit/', { javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Can someone stay with me?').check()
      expect(await page.getByRole('button').count()).toBe(0)
    })
  })
})

describe('the crisis lines', () => {
  const phone = { viewport: { width: 390, height: 844 } }

  test('are one tap away from wherever one has scrolled to, without covering what is read', async () => {
    await on(article, phone, async (page) => {
      const bar = page.getByRole('region', { name: 'Crisis help' })
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      for (const part of [0, 0.25, 0.5, 0.75, 1]) {
        await page.evaluate((top) => {
          scrollTo({ top, behavior: 'instant' })
        }, part * height)
        const box = await bar.boundingBox()
        expect(box?.y).toBe(0)
        expect(box?.height).toBeLessThan(50)
      }
      await page.evaluate(() => {
        scrollTo({ top: 0, behavior: 'instant' })
      })
      expect((await page.getByRole('banner').boundingBox())?.y).toBe((await bar.boundingBox())?.height)
    })
  })

  test('take one line on the narrowest phones too', async () => {
    await on(article, { viewport: { width: 320, height: 568 } }, async (page) => {
      const box = await page.getByRole('region', { name: 'Crisis help' }).boundingBox()
      expect(box?.height).toBeLessThan(50)
    })
  })

  test('scroll away where letters are so large that they would take two lines', async () => {
    // A phone of 390 pixels whose letters are twice as large has the room of 195.
    await on(article, { viewport: { width: 195, height: 422 } }, async (page) => {
      const bar = page.getByRole('region', { name: 'Crisis help' })
      expect((await bar.boundingBox())?.height).toBeGreaterThan(50)
      await page.evaluate(() => {
        scrollTo({ top: 900, behavior: 'instant' })
      })
      expect((await bar.boundingBox())?.y).toBeLessThan(-100)
    })
  })

  test('lead to all help by one tap', async () => {
    await on(article, { ...phone, reducedMotion: 'reduce' }, async (page) => {
      await page.getByRole('link', { name: 'All crisis help' }).click()
      expect(await page.getByRole('heading', { name: 'In a crisis? Get help now' }).isVisible()).toBe(true)
      expect(await topOfTarget(page)).toBeGreaterThanOrEqual(44)
    })
  })

  test('do not hide what is jumped to or focused', async () => {
    await on(article, { ...phone, reducedMotion: 'reduce' }, async (page) => {
      await page.getByRole('link', { name: 'When to call' }).click()
      const bottom = await page.evaluate(
        () => document.querySelector('.crisis-bar')?.getBoundingClientRect().bottom,
      )
      expect(await topOfTarget(page)).toBeGreaterThanOrEqual(bottom ?? Infinity)
    })
  })

  test('are on paper with the sources and their addresses, the navigation is not', async () => {
    await on(article, {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('link', { name: 'Call 988' }).last().isVisible()).toBe(true)
      expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
      const address = await page.evaluate(() => {
        const link = document.querySelector('.sources a[href*="accessdata"]')
        return link && getComputedStyle(link, '::after').content
      })
      expect(address).toContain('https://www.accessdata.fda.gov/')
      const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1')
      expect(pdf.startsWith('%PDF')).toBe(true)
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(sheets).toBeGreaterThanOrEqual(2)
      expect(sheets).toBeLessThanOrEqual(6)
    })
  })
})

describe('on paper', () => {
  test.each(['/', '/articles/', '/articles/topics/safety/'])(
    'the articles of %s are there, without pictures',
    async (path) => {
      await on(path, {}, async (page) => {
        await page.emulateMedia({ media: 'print' })
        expect(await page.locator('.card a').first().isVisible()).toBe(true)
        expect(await page.locator('.card img').filter({ visible: true }).count()).toBe(0)
      })
    },
  )
})

describe('by keyboard alone one', () => {
  test('can skip to the main content first', async () => {
    await on('/', {}, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const isThere = await page.waitForFunction(() => document.activeElement?.id === 'main_content')
      expect(await isThere.jsonValue()).toBe(true)
    })
  })

  test(
    'walks from the start to a condition, an article and the finder of questions',
    async () => {
      await on('/', { reducedMotion: 'reduce' }, async (page) => {
        await followByKeyboard(page, 'Depression that treatment has not helped enough (TRD)')
        expect(page.url()).toContain('/conditions/treatment-resistant-depression/')
        await followByKeyboard(page, 'Getting ready for your first esketamine visit')
        expect(page.url()).toContain(article)
        await followByKeyboard(page, 'Questions')
        await page.getByLabel('Find a question').waitFor({ state: 'visible' })
        await tabTo(page, (focused) => focused.label === 'Find a question')
        await page.keyboard.type('drive')
        await page.getByText('1 question', { exact: true }).waitFor()
        await followByKeyboard(page, 'When can I drive again?')
        expect(page.url()).toContain('/faqs/driving-after-treatment/')
      })
    },
    PAGE_TIME_MS,
  )
})

/** Where on the screen the part begins that was jumped to, once it is in sight. */
async function topOfTarget(page: Page): Promise<number> {
  const top = await page.waitForFunction(() => {
    const box = document.querySelector(':target')?.getBoundingClientRect()
    return box !== undefined && box.top < innerHeight ? { top: box.top } : undefined
  })
  return top.evaluate((found) => found?.top ?? -Infinity)
}

type Focused = { text: string; label: string; isSeen: boolean }

/** Presses Tab until the wanted element has the focus; what has it on the way must be in sight and marked. */
async function tabTo(page: Page, isWanted: (focused: Focused) => boolean): Promise<void> {
  const MOST_TABS = 120
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate((): Focused => {
      const element = document.activeElement as HTMLElement
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height, 20) / 2)
      const isMarked = getComputedStyle(element).outlineStyle !== 'none'
      return {
        text: element.innerText.trim(),
        label: (element as HTMLInputElement).labels?.[0]?.innerText.split('\n')[0]?.trim() ?? '',
        isSeen:
          isMarked && (element === document.body || element.contains(hit) || hit?.contains(element) === true),
      }
    })
    expect(focused).toMatchObject({ isSeen: true })
    if (isWanted(focused)) return
  }
  throw new Error('The wanted element was not reached by Tab.')
}

async function followByKeyboard(page: Page, text: string): Promise<void> {
  await tabTo(page, (focused) => focused.text === text)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** What a reader may set by WCAG 1.4.12. The site allows no other styles, so they are set on the elements. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      element.style.setProperty('line-height', '1.5', 'important')
      element.style.setProperty('letter-spacing', '0.12em', 'important')
      element.style.setProperty('word-spacing', '0.16em', 'important')
      if (element.tagName === 'P') element.style.setProperty('margin-bottom', '2em', 'important')
    }
  })
}

/** Elements whose text does not fit into them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(.visually-hidden, svg *)')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const isClipping = [overflowX, overflowY].some(
          (overflow) => overflow === 'hidden' || overflow === 'clip',
        )
        return isClipping && element.scrollHeight > element.clientHeight + 1 && element.innerText !== ''
      })
      .map(({ className }) => className),
  )
}
