import { paragraph, richText } from '../rich-text.ts'
import type { StarterDocument } from '../starter-document.ts'

/** Who writes this site; no person is named, since nobody has signed the texts yet. */
export const editorialTeam: StarterDocument<'people'> = {
  collection: 'people',
  slug: 'editorial-team',
  build: (writing) => ({
    kind: 'team',
    name: 'Lumin Health editorial team',
    slug: 'editorial-team',
    role: 'Writes and edits this site',
    bio: richText(
      [
        paragraph(
          'We write this site for people who live with depression, PTSD, or bipolar disorder. We also write for those who care about them.',
        ),
        paragraph(
          'We use plain words. We name our sources. We tell you what is not known, and where studies do not agree.',
        ),
        paragraph(
          'We are writers and editors. A page has been checked by a clinician when it shows the name of a reviewer and a date.',
        ),
      ],
      writing,
    ),
    conflictsOfInterest:
      'Lumin Health sells treatment with esketamine (Spravato) and, off-label, with ketamine. It earns money from both. This site is written for Lumin Health.',
  }),
}
