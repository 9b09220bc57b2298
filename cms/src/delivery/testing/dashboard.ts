import type { Editor } from '../../testing/editor.ts'
import type { DocumentStatus } from '../document-status.ts'
import type { SiteOverview } from '../site-overview.ts'

/** What the form of a document says of its way to the site. */
export async function statusOf(staff: Editor, collection: string, id: string): Promise<DocumentStatus> {
  const response = await staff
    .get(`/api/site-deliveries/document?collection=${collection}&id=${id}&timeZone=UTC`)
    .expect(200)
  return response.body as DocumentStatus
}

/** What the dashboard says of the site. */
export async function overviewFor(staff: Editor): Promise<SiteOverview> {
  const response = await staff.get('/api/site-deliveries/recent?timeZone=UTC').expect(200)
  return response.body as SiteOverview
}
