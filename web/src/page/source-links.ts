import type { Source } from './source-list.ts'

/** The addresses at which a source can be read. */
export function sourceLinks({ doi, pmid, url }: Source): { href: string; text: string }[] {
  return [
    ...(doi === undefined
      ? []
      : [{ href: `https://doi.org/${encodeURI(bareDoi(doi))}`, text: `doi:${bareDoi(doi)}` }]),
    ...(pmid === undefined
      ? []
      : [{ href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`, text: `PubMed ${pmid}` }]),
    ...(url !== undefined && isFurther(url, doi) ? [{ href: url, text: hostOf(url) }] : []),
  ]
}

function bareDoi(doi: string): string {
  return doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

/** Whether an address is one of the web, and not the DOI once more. */
function isFurther(url: string, doi: string | undefined): boolean {
  return /^https?:\/\//.test(url) && (doi === undefined || hostOf(url) !== 'doi.org')
}
