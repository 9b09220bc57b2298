import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * Opens a headless browser that talks to nobody but the pages under test. `CHROMIUM_PATH` says where it is.
 *
 * @param args further ones for Chromium's command line
 */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  })
}
