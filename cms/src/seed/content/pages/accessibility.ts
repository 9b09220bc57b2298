import { page } from '../../documents/page.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'

export const accessibility = page({
  slug: 'accessibility',
  title: 'Accessibility',
  published: '2026-11-04',
  summary:
    'We want you to be able to use this site, whatever device or aid you use. Here is what we aim for, and how to tell us what does not work.',
  body: [
    heading(2, 'What we aim for'),
    paragraph(
      'Our goal is the standard WCAG 2.2, at level AA. It sets rules for how a site can be seen, heard, and used.',
    ),
    bullets(
      'You can use the site with a keyboard or with a screen reader.',
      'You can make the text much larger, and it still fits on the screen.',
      'Text stands out well from its background.',
      'Pages can be read without scripts, and they can be printed.',
      'If your device asks for less motion, the site holds still.',
    ),
    heading(2, 'What we have not done'),
    paragraph(
      'No one from outside has tested the site against the standard yet. So there may be faults that we do not know of.',
    ),
    heading(2, 'Tell us what does not work'),
    paragraph(
      'Please call [617-863-8810](tel:6178638810). Tell us the page, and what you tried to do. If you cannot read a page, ask us for the facts in another way.',
    ),
  ],
})
