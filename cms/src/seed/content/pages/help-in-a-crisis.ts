import { callout } from '../../blocks.ts'
import { page } from '../../documents/page.ts'
import { bullets, heading, paragraph, quote } from '../../rich-text.ts'
import { emergencyCard } from '../shared-wording.ts'

export const helpInACrisis = page({
  slug: 'help-in-a-crisis',
  title: 'Help in a crisis',
  published: '2026-11-02',
  summary:
    'If you are in danger, call 911. If you think about suicide, or if it all feels too much, call or text 988. You matter, and you deserve help right now.',
  body: [
    emergencyCard,
    heading(2, 'Someone to talk to'),
    bullets(
      '**988 Suicide & Crisis Lifeline.** [Call 988](tel:988), [text 988](sms:988), or chat at [988lifeline.org](https://988lifeline.org).',
      '**If you served in the military,** [call 988](tel:988) and press 1.',
      '**For help in Spanish,** [call 988](tel:988) and press 2.',
      '**In Massachusetts,** you can call the Behavioral Health Help Line at [833-773-2445](tel:8337732445).',
    ),
    heading(2, 'What to say when you call'),
    paragraph('You do not need the right words. You can say, for example:'),
    quote('I am not doing well, and I need someone to talk to.'),
    quote('I think about suicide.'),
    paragraph('You can say as much or as little as you like.'),
    heading(2, 'While you wait'),
    bullets(
      'Go to where other people are, or ask someone to stay with you.',
      'Put some distance between you and anything you could use to hurt yourself.',
      'Try to get through the next ten minutes. Then the next ten.',
    ),
    heading(2, 'If you worry about someone else'),
    paragraph(
      'Ask them straight out: “Do you think about suicide?” Then listen. Stay with them, and [call 988](tel:988) together. If they are in danger right now, [call 911](tel:911).',
    ),
    callout(
      'No one reads messages here',
      paragraph(
        'This site cannot see that you are in distress, and it has no chat of its own. Please use one of the numbers on this page.',
      ),
    ),
  ],
})
