import { careCard, faqList, outcome } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const ketamineAndBipolarDepression = article({
  slug: 'ketamine-and-bipolar-depression',
  title: 'Ketamine and bipolar depression',
  published: '2026-11-13',
  hero: 'crescents',
  topics: ['evidence', 'safety'],
  conditions: ['bipolar-depression'],
  summary:
    'Two very small trials found that ketamine eased bipolar depression. There is a risk of mania, and its use is off-label. Medicines that are approved for bipolar depression come before it.',
  keyPoints: [
    'There are medicines that the FDA has approved for the low times. They come before ketamine.',
    'The two trials had 18 and 15 people. That is too few to be sure.',
    'A lift in mood can go too far. Ketamine is not an option during mania.',
    'If ketamine is used for the low times of bipolar disorder, that use is off-label.',
  ],
  body: [
    heading(2, 'What comes before ketamine'),
    paragraph(
      'As of November 2026, the FDA has approved a small number of medicines for the low times of bipolar disorder. One is quetiapine, and one is lurasidone. Our page about [bipolar depression](condition:bipolar-depression) lists them all.[^bipolarMedicines]',
    ),
    paragraph(
      'A guideline from 2018 also names lithium and lamotrigine for bipolar I.[^yatham2018] It is not advised to take an antidepressant alone.[^bapBipolar] If you do, please do not stop it on your own, but ask about it soon.',
    ),
    heading(2, 'Two small trials'),
    outcome({
      what: 'People who got clearly better, in a trial with 18 people',
      group: { label: 'With ketamine', count: 71 },
      comparison: { label: 'Without it', count: 6 },
      note: 'All took lithium or valproate as well. One person in each group had a manic episode.',
      source: 'diazgranados2010',
    }),
    outcome({
      what: 'People who got clearly better, in a trial with 15 people',
      group: { label: 'With ketamine', count: 79 },
      comparison: { label: 'Without it', count: 0 },
      note: 'A trial this small cannot tell us how it works for most people.',
      source: 'zarate2012',
    }),
    paragraph(
      'The numbers look large. But with so few people, one or two can change the result a great deal. We know of no large trial that bears it out.',
    ),
    heading(2, 'The risk of a high mood'),
    paragraph(
      'What lifts mood may lift it too far. In the trial with 18 people, one person in each group had a manic episode.[^diazgranados2010] So a team should do three things:',
    ),
    bullets(
      'check with care whether this treatment fits you',
      'make sure that you take a medicine that keeps your mood steady',
      'watch with you for early signs of a high mood',
    ),
    paragraph(
      'It also helps when all who treat you know about the plan. Ask who will talk to whom, and how you can reach them.',
    ),
    heading(2, 'Other risks'),
    paragraph(
      'Ketamine can cause nausea, dissociation (feeling cut off), and raised blood pressure. It can be misused. Read more in [Side effects and risks](article:side-effects-and-risks).',
    ),
    ketamineIsOffLabel,
    careCard(
      'urgent',
      'Call your team today if your mood climbs',
      paragraph(
        'Call your clinician today if you or someone close to you sees that your mood or drive is rising fast. You can call Lumin Health at [617-863-8810](tel:6178638810).',
      ),
    ),
    heading(2, 'What is known, and what is not'),
    bullets(
      '**Known:** the depressed times take up more of the illness than mania does. They carry more of its risk of suicide, too.[^upToDateBipolar]',
      '**Not known:** does ketamine work for most people who have bipolar depression?',
      '**Not known:** how often does it bring on mania? The trials were too small to count that well.',
    ),
    faqList(
      'People also ask',
      'faq:does-ketamine-help-with-bipolar-depression',
      'faq:can-ketamine-be-misused',
    ),
  ],
  related: ['what-off-label-means', 'side-effects-and-risks', 'what-studies-of-ptsd-found'],
})
