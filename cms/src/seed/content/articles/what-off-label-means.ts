import { faqList, treatmentStatus } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'

export const whatOffLabelMeans = article({
  slug: 'what-off-label-means',
  title: 'What “off-label” means for you',
  published: '2026-11-07',
  hero: 'layered-paper',
  topics: ['rules'],
  conditions: ['treatment-resistant-depression', 'ptsd', 'bipolar-depression'],
  summary:
    'A medicine is approved for certain uses. When a doctor uses it for something else, that is off-label. Ketamine for depression, PTSD, or bipolar depression is off-label. Here is what that means, and what to ask.',
  keyPoints: [
    'The FDA approves a medicine for the uses on its label.',
    'Off-label use is allowed, but the FDA has not approved the medicine for it.',
    'If ketamine is used for mental health, that use is off-label.',
    'You have a right to ask what is known, what is not, and what else you could try.',
  ],
  body: [
    heading(2, 'The label and what lies outside of it'),
    paragraph(
      'The FDA is the US agency that approves medicines. It looks at studies for a certain use, and that use goes on the label. A doctor may prescribe the medicine for a use outside its label. This is called *off-label* use.[^fdaOffLabel]',
    ),
    paragraph(
      'Off-label use is legal. It can make sense when other treatments have not helped. Still, the FDA has not approved the medicine for that use.',
    ),
    heading(2, 'Where ketamine and esketamine stand'),
    treatmentStatus({
      treatment: 'Ketamine',
      use: 'any mental health condition',
      status: 'offLabel',
      detail: 'It was approved in 1970 as an anesthetic, not for mental health.',
      source: 'compounded2023',
    }),
    treatmentStatus({
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'treatment-resistant depression in adults, with an antidepressant or on its own',
      status: 'approved',
      detail: 'With an antidepressant since March 2019. On its own since January 2025.',
      source: 'approvals',
    }),
    treatmentStatus({
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'PTSD or bipolar depression',
      status: 'offLabel',
      detail: 'These uses are not on its label.',
      source: 'label',
    }),
    paragraph(
      'Off-label use is not rare in mental health care. For PTSD, as of November 2026, every medicine but sertraline and paroxetine is off-label.[^ptsdMedicines]',
    ),
    heading(2, 'What this means for your choice'),
    paragraph(
      'With an off-label use, it matters even more to ask how strong the evidence is. A clinic should tell you plainly that the use is off-label. It should also name the risks. For ketamine these are nausea, dissociation (feeling cut off), raised blood pressure, and misuse, among others.',
    ),
    paragraph('You may want to ask:'),
    bullets(
      'Is this use on the label or off-label?',
      'What did studies find, both good and bad?',
      'What are the risks for me?',
      'Which approved treatments have I not tried yet?',
      'Who pays if my insurance does not?',
    ),
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** the FDA has not approved ketamine for any mental health condition.[^compounded2023] That is true no matter who offers it, and in which form.',
    ),
    paragraph(
      '**Not known:** off-label does not tell you whether a treatment works. For that you need the studies. We sum them up for [depression](condition:treatment-resistant-depression), [PTSD](condition:ptsd), and [bipolar depression](condition:bipolar-depression).',
    ),
    faqList(
      'People also ask',
      'faq:is-ketamine-approved-for-depression',
      'faq:what-do-other-countries-say-about-esketamine',
    ),
  ],
  related: [
    'esketamine-and-ketamine-compared',
    'what-studies-of-depression-found',
    'questions-to-ask-before-you-start',
  ],
})
