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
    ...furtherLink(url, doi),
  ]
}

function bareDoi(doi: string): string {
  return doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
}

/** The link to a web address; none to what is no address, and none that is the DOI once more. */
function furtherLink(url: string | undefined, doi: string | undefined): { href: string; text: string }[] {
  if (url === undefined || !/^https?:\/\//i.test(url)) return []
  const host = URL.parse(url)?.host.replace(/^www\./, '')
  return host === undefined || (doi !== undefined && host === 'doi.org') ? [] : [{ href: url, text: host }]
}
