/** A path without its percent-encoding; one that is not encoded rightly comes back as it is: a lone percent sign is what the editor typed. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
