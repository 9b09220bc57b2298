import type { Source } from './source-list.ts'

const PUBMED = 'pubmed.ncbi.nlm.nih.gov'
const PUBMED_CENTRAL = 'pmc.ncbi.nlm.nih.gov'

/** The addresses at which a source can be read. */
export function sourceLinks({ doi, pmid, url }: Source): { href: string; text: string }[] {
  return [
    ...(doi === undefined
      ? []
      : [{ href: `https://doi.org/${encodeURI(bareDoi(doi))}`, text: `doi:${bareDoi(doi)}` }]),
    ...(pmid === undefined
      ? []
      : [{ href: `https://${PUBMED}/${encodeURIComponent(pmid)}/`, text: `PubMed ${pmid}` }]),
    ...furtherLink(url, { doi, pmid }),
  ]
}

function bareDoi(doi: string): string {
  return doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
}

/** The link to a web address; none to what is no address, and none that is the DOI or the number in PubMed once more. */
function furtherLink(
  url: string | undefined,
  { doi, pmid }: { doi: string | undefined; pmid: string | undefined },
): { href: string; text: string }[] {
  if (url === undefined || !/^https?:\/\//i.test(url)) return []
  const address = URL.parse(url)
  if (!address) return []
  const host = address.host.replace(/^www\./, '')
  const isDoi = doi !== undefined && host === 'doi.org'
  const isPubMed = host === PUBMED && address.pathname.replace(/\/$/, '') === `/${pmid}`
  // The host alone would name all papers in PubMed Central alike.
  const [central] = host === PUBMED_CENTRAL ? (/PMC\d+/.exec(address.pathname) ?? []) : []
  return isDoi || isPubMed ? [] : [{ href: url, text: central ?? host }]
}
