import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Cleans what is pasted into a text, so that the site can show it. */
export const CleanPastedFeature = createServerFeature({
  feature: { ClientFeature: '/pasting/CleanPasted.tsx#CleanPastedClient' },
  key: 'cleanPasted',
})
