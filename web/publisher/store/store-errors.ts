/** There is no such release: it was never made, or it is not kept any more. */
export class NoSuchRelease extends Error {
  override readonly name = 'NoSuchRelease'

  constructor(number: number, kept: readonly number[]) {
    const [newest, oldest] = [kept[0], kept.at(-1)]
    const hint =
      newest === undefined
        ? 'Nothing was published yet.'
        : `Kept are ${oldest} to ${newest}; “site releases” lists them.`
    super(`There is no release ${number}. ${hint}`)
  }
}

/** A file of the store is not there, or is not what was written. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
}
