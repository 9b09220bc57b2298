import type { GlobalConfig } from 'payload'
import type { PublicGlobal } from '@careword/shared/public-fields.ts'
import { staff } from '../access/staff.ts'
import { checkGlobal } from '../checks/check-content.ts'
import { refuseStaleGlobalForm } from '../checks/stale-form.ts'
import { takeOutUnprintable } from '../checks/unprintable.ts'
import { announceChange } from '../delivery/announce-change.ts'
import { deliveryField } from '../delivery/delivery-field.ts'
import { withFilledTexts } from '../fields/filled-texts.ts'
import { noVersions } from './no-versions.ts'
import { nextRevision, revisionField } from './revision.ts'

/** Makes a global one that the public site shows as soon as it is saved. */
export function publicGlobal(config: GlobalConfig): GlobalConfig {
  return {
    ...config,
    admin: { group: 'Clinic', ...config.admin },
    access: { read: () => true, update: staff, ...config.access },
    fields: [deliveryField, ...withFilledTexts(config.fields), revisionField],
    endpoints: noVersions(),
    hooks: {
      beforeOperation: [takeOutUnprintable],
      beforeChange: [
        refuseStaleGlobalForm,
        checkGlobal,
        ({ data }) => ({ ...(data as object), revision: nextRevision() }),
      ],
      afterChange: [
        async ({ doc, global, req }) => {
          const name = global.slug as PublicGlobal
          await announceChange(req, {
            key: { collection: name, id: name },
            title: typeof global.label === 'string' ? global.label : undefined,
            revision: (doc as { revision?: number }).revision ?? nextRevision(),
            withdrawal: false,
          })
        },
      ],
    },
  }
}
