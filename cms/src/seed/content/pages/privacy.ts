import { page } from '../../documents/page.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'

export const privacy = page({
  slug: 'privacy',
  title: 'Privacy',
  published: '2026-11-05',
  summary: 'You can read this site without telling us who you are. What you read here is your own business.',
  body: [
    heading(2, 'What we do not do'),
    bullets(
      'We do not ask you to sign up or to log in.',
      'We do not load trackers from other firms.',
      'We do not show ads.',
      'We do not keep your health records on this site.',
      'We do not get what you type into the search, or into your list for a visit.',
    ),
    heading(2, 'What may be kept all the same'),
    paragraph(
      'Like all websites, this one is sent to you by a server. The firm that runs the server may note which page was asked for, when, and from which internet address.',
    ),
    paragraph(
      'Your own browser may remember the pages that you saw, and what you looked for in the search. If others use your device, you may want to open a private window or clear the list.',
    ),
    heading(2, 'When you leave this site'),
    paragraph(
      'Links to sources and help lines lead to other sites, and those have rules of their own. If you call us, you speak with the clinic. Ask there how your details are kept.',
    ),
    heading(2, 'Questions'),
    paragraph('Call [617-863-8810](tel:6178638810) if you have a question about privacy.'),
  ],
})
