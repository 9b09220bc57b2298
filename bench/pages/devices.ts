import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** What pages are opened on. */
export type Device = { name: 'phone' | 'desktop'; options: BrowserContextOptions }

export const devices: readonly Device[] = [
  {
    name: 'phone',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  },
  { name: 'desktop', options: { viewport: { width: 1280, height: 900 } } },
]

const CPU_SLOWDOWN = 4
/** “Slow 4G” as Lighthouse takes it. */
const LATENCY_MS = 150
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8

/** Makes a page as slow as a cheap phone on a bad line. */
export async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
}
