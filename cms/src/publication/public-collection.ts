import type { CollectionConfig } from 'payload'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { ownFieldsOnly } from '../access/own-fields-only.ts'
import { staff } from '../access/staff.ts'
import { checkContent } from '../checks/check-content.ts'
import { nameFailedDocuments } from '../checks/name-failed-documents.ts'
import { keepRowIdsApart } from '../checks/row-ids.ts'
import { refuseFormOfDeleted, refuseStaleForm } from '../checks/stale-form.ts'
import { checkTextShape } from '../checks/text-shape.ts'
import { takeOutUnprintable } from '../checks/unprintable.ts'
import { deliveryField } from '../delivery/delivery-field.ts'
import { identified } from '../database/object-id.ts'
import { withFilledTexts } from '../fields/filled-texts.ts'
import { noVersions } from './no-versions.ts'
import { revisionField } from './revision.ts'
import { trackChanges } from './track-changes.ts'

/**
 * Makes a collection one whose documents the public site may show: ids of one kind, a sequence of changes,
 * texts without unprintable characters, checks on what is saved, and access for people of the clinic only, except for reading.
 */
export function publicCollection(config: CollectionConfig): CollectionConfig {
  const { hooks = {} } = config
  const track = trackChanges(config.slug as PublicCollection, Boolean(config.versions))
  return {
    ...config,
    defaultSort: config.defaultSort ?? '-updatedAt',
    access: {
      read: () => true,
      create: staff,
      update: staff,
      delete: staff,
      readVersions: staff,
      ...config.access,
    },
    fields: [deliveryField, ...withFilledTexts(config.fields), revisionField],
    ...(!config.versions && { endpoints: noVersions() }),
    hooks: {
      ...hooks,
      beforeOperation: [
        refuseFormOfDeleted,
        ownFieldsOnly,
        takeOutUnprintable,
        checkTextShape,
        ...(hooks.beforeOperation ?? []),
      ],
      beforeChange: [
        refuseStaleForm,
        ...(hooks.beforeChange ?? []),
        identified,
        keepRowIdsApart,
        checkContent,
        track.beforeChange,
      ],
      afterOperation: [...(hooks.afterOperation ?? []), nameFailedDocuments],
      afterChange: [...(hooks.afterChange ?? []), track.afterChange],
      beforeDelete: [...(hooks.beforeDelete ?? []), track.beforeDelete],
      afterDelete: [...(hooks.afterDelete ?? []), track.afterDelete],
    },
  }
}
