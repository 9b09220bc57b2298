import { faqList, treatmentStatus } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { heading, paragraph, table } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const esketamineAndKetamineCompared = article({
  slug: 'esketamine-and-ketamine-compared',
  title: 'Esketamine and ketamine compared',
  published: '2026-11-06',
  hero: 'two-circles',
  topics: ['how-it-works', 'rules'],
  conditions: ['treatment-resistant-depression'],
  summary:
    'The two names sound alike, but the rules for them differ. Esketamine is a nasal spray that is approved for some kinds of depression. Ketamine is not, so that use is off-label.',
  keyPoints: [
    'Esketamine (Spravato) is a nasal spray. The FDA has approved it for some kinds of depression in adults.',
    'Ketamine was approved as an anesthetic. For any mental health condition, its use is off-label.',
    'Esketamine has its own safety program. You have it at a certified site and stay for at least two hours.',
    'Both can cause dissociation (feeling cut off), nausea, and raised blood pressure.',
  ],
  body: [
    heading(2, 'Side by side'),
    table(
      ['Question', 'Esketamine (Spravato)', 'Ketamine'],
      ['What is it?', 'A nasal spray', 'An anesthetic, approved in 1970'],
      ['Is it approved for depression?', 'Yes, for some kinds, in adults', 'No. That use is off-label.'],
      ['How is it given at Lumin Health?', 'As a spray into the nose', 'As a shot into a muscle'],
      ['Is there a safety program?', 'Yes. It is called a REMS.', 'No part of that program'],
      ['Can it be misused?', 'Yes. The label warns of it.', 'Yes. It is a controlled substance.'],
    ),
    paragraph(
      'What the table says about approval comes from the label, the FDA, and a report on the approvals.[^label][^compounded2023][^approvals]',
    ),
    heading(2, 'What esketamine is approved for'),
    treatmentStatus({
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'treatment-resistant depression in adults, with an antidepressant or on its own',
      status: 'approved',
      detail: 'With an antidepressant since March 2019. On its own since January 2025.',
      source: 'approvals',
    }),
    treatmentStatus({
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'major depression with acute suicidal thoughts or actions in adults, with an antidepressant',
      status: 'approved',
      detail:
        'Added in summer 2020. It has not been shown to prevent suicide, or to reduce suicidal thoughts or actions.',
      source: 'label',
    }),
    treatmentStatus({
      treatment: 'Ketamine',
      use: 'depression, PTSD, or any other mental health condition',
      status: 'offLabel',
      detail: 'The FDA has not approved ketamine for any of them.',
      source: 'compounded2023',
    }),
    heading(2, 'How the care differs'),
    paragraph(
      'Esketamine is given at certified sites. You enroll in the program. Staff watch you for at least two hours, and until the effects have passed. They also measure the oxygen in your blood.[^rems]',
    ),
    paragraph(
      'That program is for esketamine. If you are offered ketamine, ask who watches you, for how long, and what they check.',
    ),
    heading(2, 'Risks of both'),
    paragraph(
      'Both can cause dissociation, nausea, and raised blood pressure, and both can be misused. The label of esketamine also warns of deep sleepiness, slow breathing, and suicidal thoughts and actions in young people.[^label] You can read more in [Side effects and risks](article:side-effects-and-risks).',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** each of the two has been tested against other treatments. We sum up those trials in [What studies of depression found](article:what-studies-of-depression-found).',
    ),
    paragraph(
      '**Not known:** none of the trials on this site put esketamine and ketamine side by side. So we cannot tell you which one works better, or which one has fewer side effects.',
    ),
    faqList(
      'People also ask',
      'faq:what-is-esketamine',
      'faq:how-is-esketamine-given',
      'faq:how-is-ketamine-given-at-lumin-health',
      'faq:can-i-take-esketamine-at-home',
    ),
  ],
  related: ['what-off-label-means', 'a-day-of-esketamine-treatment', 'what-is-ketamine-therapy'],
})
