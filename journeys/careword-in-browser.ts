import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { startCareword } from './careword.ts'
import type { Careword } from './careword.ts'

/** A whole Careword of its own, and a browser with an empty page for its admin. */
export type CarewordInBrowser = {
  careword: Careword
  browser: Browser
  admin: Page
  /** Closes the browser, stops everything, and removes the data. */
  close: () => Promise<void>
}

const DESKTOP = { width: 1280, height: 1000 }

/** Starts Careword and a browser. Nothing of either is left when one of them fails to start. */
export async function openCareword(): Promise<CarewordInBrowser> {
  const careword = await startCareword()
  try {
    const browser = await openBrowser()
    const close = async () => {
      await browser.close()
      await careword.stop()
    }
    return { careword, browser, admin: await browser.newPage({ viewport: DESKTOP }), close }
  } catch (error) {
    await careword.stop()
    throw error
  }
}
