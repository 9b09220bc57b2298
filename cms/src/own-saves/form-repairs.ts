import type { Repair } from '../typed-words/mend-form.ts'

/**
 * What is mended in the forms of `@payloadcms/ui` so that a form is not taken for overtaken by its own saves
 * (docs/decisions/0037-a-form-that-was-overtaken-is-refused.md). The dates are kept with `createdAt`, which tells one
 * document from another.
 */
export const ownSaveRepairs: Repair[] = [
  {
    of: 'what a form remembers of the answer to its own save: the date, at once, and also when its new state is late or lost',
    find: 'An={};if(Bc&&(An=await So.json()),So.status<400){',
    replace: 'An={};if(Bc&&(An=await So.json()),So.status<400){Q.saved=An.doc??An.result;',
  },
  {
    of: 'the date that a form sends: that of its newest own save, which a draft that waited for the one before it did not know yet',
    find: 'let yr=ny(H.current.fields,!0),tn=',
    replace:
      'let yr=ny(H.current.fields,!0);Q.saved?.createdAt===yr.createdAt&&yr.updatedAt<Q.saved?.updatedAt&&(yr.updatedAt=Q.saved.updatedAt);let tn=',
  },
]
