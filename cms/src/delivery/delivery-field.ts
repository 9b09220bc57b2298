import type { UIField } from 'payload'

/** Shows, at the side of a form, where the newest change is on its way to the site. It stores nothing. */
export const deliveryField: UIField = {
  name: 'delivery',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: '/delivery/admin/DeliveryStatus.tsx#DeliveryStatus' },
  },
}
