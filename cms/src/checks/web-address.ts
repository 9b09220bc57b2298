/** Whether it is a full web address that a browser can open: one with a port that exists, for example. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value)
}

/** Whether it is a web address that nobody on the way can read or change. */
export function isSecureWebAddress(value: unknown): value is string {
  return isWebAddress(value) && value.startsWith('https://')
}
