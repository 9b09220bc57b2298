import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, citation, type Place } from '../rich-text/place.ts'

export type TreatmentStatus = {
  treatment: string
  use: string
  status: string
  detail?: string
  source?: string
}

const statuses = new Map([
  [
    'approved',
    {
      label: 'FDA-approved for this use',
      meaning:
        'The U.S. Food and Drug Administration has looked at the studies and allows this treatment to be sold for this use. It can still have risks, and it does not help everyone.',
      className: 'status status-approved',
    },
  ],
  [
    'offLabel',
    {
      label: 'Off-label: not FDA-approved for this use',
      meaning:
        'The treatment is approved for something else. Doctors may prescribe it for this use by their own judgment. The FDA has not checked how well it works for this use, or its risks.',
      className: 'status status-off-label',
    },
  ],
  [
    'notRecommended',
    {
      label: 'Not recommended for this use',
      meaning: 'Those who advise doctors say not to use this treatment for this, or not as a rule.',
      className: 'status status-not-recommended',
    },
  ],
])

/** Whether a treatment is approved for a use, used off-label, or not recommended; what that means opens with the label. */
export function treatmentStatus(
  { treatment, use, status, detail, source }: TreatmentStatus,
  place: Place,
): Markup {
  const kind = statuses.get(status)
  if (!kind)
    throw cannotRender(place, `it has a treatment of the status “${status}”, which the site does not know.`)
  const cited = source !== undefined && citation(place, source)
  return markup`<div class="${kind.className}">
    <p><strong>${treatment}</strong> for ${use}${detail === undefined && cited}</p>
    <details>
      <summary class="status-label">${kind.label}</summary>
      <p>${kind.meaning}</p>
    </details>
    ${detail !== undefined && markup`<p>${detail}${cited}</p>`}
  </div>`
}
