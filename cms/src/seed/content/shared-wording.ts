import { callout, careCard } from '../blocks.ts'
import { bullets, paragraph } from '../rich-text.ts'
import type { Part } from '../rich-text.ts'

/** The off-label disclosure: every page about a use of ketamine that the FDA has not approved carries it. */
export const ketamineIsOffLabel: Part = callout(
  'Ketamine for mental health is off-label',
  paragraph(
    'The FDA has not approved ketamine for any mental health condition.[^compounded2023] A doctor may still use it for one. That is called *off-label* use.[^fdaOffLabel]',
  ),
)

/** What to do in danger; no links, so that nobody reads on. */
export const emergencyCard: Part = careCard(
  'emergency',
  'Call 911 if someone is in danger now',
  paragraph('Call 911 right away if:'),
  bullets(
    'you may act on thoughts of suicide, or you have hurt yourself',
    'you fear that someone else will be hurt',
    'someone has trouble breathing, or you cannot wake them up',
  ),
)

/** Whom to call in distress. */
export const urgentCard: Part = careCard(
  'urgent',
  'Call or text 988 if you are in distress',
  paragraph(
    '[Call 988](tel:988) or [text 988](sms:988) now if you think about death or suicide, or if it all feels too much. You can also chat at [988lifeline.org](https://988lifeline.org).',
  ),
  paragraph(
    'In Massachusetts, you can call the Behavioral Health Help Line at [833-773-2445](tel:8337732445).',
  ),
)
