import type { Block } from 'payload'
import { treatmentStatusFields } from '../fields/treatment-status.ts'

/** Whether a treatment is approved for a use, used off-label, or not recommended. */
export const treatmentStatus: Block = {
  slug: 'treatmentStatus',
  interfaceName: 'TreatmentStatusBlock',
  labels: { singular: 'Treatment status', plural: 'Treatment statuses' },
  admin: { disableBlockName: true },
  fields: treatmentStatusFields(),
}
