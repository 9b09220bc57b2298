import { callout } from '../../blocks.ts'
import { page } from '../../documents/page.ts'
import { heading, paragraph, steps } from '../../rich-text.ts'

export const howWeReview = page({
  slug: 'how-we-review',
  title: 'How we review our pages',
  published: '2026-11-04',
  summary:
    'A clinician should check a health page before you rely on it. Here is how we do that, and how you can tell whether it has been done.',
  body: [
    heading(2, 'The steps'),
    steps(
      '**Draft.** A writer puts the facts and their sources together.',
      '**Review.** A clinician who did not make the last edit reads all of it, and checks it against the sources.',
      '**Sign-off.** The clinician signs off on that text, or sends it back with a comment.',
      '**Publish.** The page goes live.',
      '**Look again.** After some time, the page is due for a new review.',
    ),
    heading(2, 'How often we look again'),
    paragraph(
      'A page about a medicine is due after 12 months. All other pages are due after 24 months. When a review is late, the page says so.',
    ),
    heading(2, 'What “last reviewed” means'),
    paragraph(
      'It is the day on which a clinician last checked the whole page. A small fix does not move it.',
    ),
    callout(
      'Starter content',
      paragraph(
        'Some pages say “Starter content: not yet reviewed by a clinician”. They were written with care from the sources that they list. Still, no clinician has gone through the steps above for them. Please talk with your own clinician before you act on them.',
      ),
    ),
    heading(2, 'Who reviews'),
    paragraph(
      'A reviewed page names the clinician, with training and role. You can see there what that person earns from the subject, if anything.',
    ),
  ],
})
