import type { Content } from '../../content/content.ts'
import { telephoneOf } from '../page/clinic-telephone.ts'
import type { GraphNode } from './node.ts'

/** What names the clinic in the graph of every page. */
export function clinicId(content: Content): string {
  return `${content.siteUrl}/#clinic`
}

/** The clinic, as the foot of every page shows it. @returns undefined when nobody has filled it in yet */
export function clinicNode(content: Content): GraphNode | undefined {
  const clinic = content.global('clinic')
  if (!clinic) return undefined
  return {
    '@type': 'MedicalClinic',
    '@id': clinicId(content),
    name: clinic.name,
    url: `${content.siteUrl}/`,
    telephone: telephoneOf(content)?.text,
    address: clinic.address,
  }
}
