import { callout, faqList, outcome } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const whatStudiesOfDepressionFound = article({
  slug: 'what-studies-of-depression-found',
  title: 'What studies of depression found',
  published: '2026-11-11',
  hero: 'strata',
  topics: ['evidence'],
  conditions: ['treatment-resistant-depression'],
  summary:
    'Some trials of esketamine and ketamine found a benefit for depression, and some did not. This page gives the numbers for both sides, and says what they can and cannot tell you.',
  keyPoints: [
    'On the whole, people did better with esketamine than with a dummy spray. They also did better than with quetiapine.',
    'Ketamine was not worse than electroconvulsive therapy (ECT) in one trial. In another, it was no better than a sedative.',
    'The effect of a single infusion of ketamine (a drip into a vein) comes fast, and it does not last.',
    'Side effects were common. Use of ketamine for depression is off-label.',
  ],
  body: [
    heading(2, 'How to read the numbers'),
    paragraph(
      'A good trial compares two groups. So we show both: the people who had the treatment, and the people who had something else. We count in each group out of 100.',
    ),
    paragraph(
      'Some trials use a score instead of a count. MADRS is such a score for depression. A lower score means fewer symptoms.',
    ),
    paragraph(
      'When we write “clearly better”, we mean a response: symptoms eased by as much as the trial had set as its goal. “Free or almost free of symptoms” is what trials call remission.',
    ),
    heading(2, 'Esketamine'),
    heading(3, 'Against a dummy spray'),
    paragraph(
      'One trial tested esketamine on its own in 378 people. MADRS scores were about 5 points lower than with the dummy spray at the lower dose. At the higher dose, they were about 7 points lower.[^janik2025]',
    ),
    paragraph(
      'Another trial tested esketamine along with an antidepressant. After 28 days, MADRS scores were about 4 points lower than in the other group.[^popova2019]',
    ),
    heading(3, 'Against quetiapine'),
    outcome({
      what: 'People who were free or almost free of symptoms at week 8',
      group: { label: 'With esketamine', count: 27 },
      comparison: { label: 'With quetiapine', count: 18 },
      note: 'All knew which medicine they had. This can sway how people rate their symptoms.',
      source: 'reif2023',
    }),
    heading(3, 'What it did not show'),
    paragraph(
      'The spray has not been shown to prevent suicide, or to reduce suicidal thoughts or actions.[^label] It has side effects too. In trials with an antidepressant, about 41 in 100 people on the spray had dissociation (feeling cut off).[^professionals]',
    ),
    heading(2, 'Ketamine'),
    ketamineIsOffLabel,
    heading(3, 'Against ECT'),
    outcome({
      what: 'People who got clearly better',
      group: { label: 'With ketamine', count: 55 },
      comparison: { label: 'With ECT', count: 41 },
      note: 'All knew which treatment they had. People with psychosis (losing touch with what is real) did not take part.',
      source: 'anand2023',
    }),
    paragraph(
      'The trial was planned to see whether ketamine is worse than ECT. It was not.[^anand2023] It does have its own risks, such as nausea, dissociation, and raised blood pressure.',
    ),
    heading(3, 'Against a sedative'),
    paragraph(
      'In a trial called KARMA-Dep 2, people in the hospital had repeated infusions. Ketamine did no better than midazolam, a sedative. The gap was about 3 points, and it may well be due to chance.[^karmaDep2]',
    ),
    heading(3, 'How long it lasts'),
    paragraph(
      'Researchers pooled trials of a single infusion. The effect on depression came fast, and it did not last.[^singleInfusion]',
    ),
    callout(
      'Why trials do not agree',
      paragraph(
        'These trials asked different things. They differ in who took part, how often people were treated, and what the treatment was compared with. So one trial does not cancel out another.',
      ),
    ),
    heading(2, 'What the UK says'),
    paragraph(
      'NICE advises the health service in the UK. It does not recommend esketamine for treatment-resistant depression. It named the cost, and how unsure the evidence is.[^ta854]',
    ),
    heading(2, 'What is known, and what is not'),
    bullets(
      '**Known:** esketamine can ease symptoms more than a dummy spray does.[^janik2025]',
      '**Known:** many people still have symptoms with it. In the trial against quetiapine, this was so for about 73 in 100 people on esketamine and 82 in 100 on quetiapine.[^reif2023]',
      '**Not known:** who will feel better, and for how long.',
      '**Not known:** whether a shot into a muscle does what an infusion does. At Lumin Health, ketamine is given as a shot. No trial on this page compared the two.',
      '**Not known:** what use over years does to body and mind. The studies on this page do not tell us.',
    ),
    faqList(
      'People also ask',
      'faq:does-esketamine-work-for-everyone',
      'faq:how-fast-does-ketamine-work-and-does-it-last',
      'faq:how-does-ketamine-compare-with-ect',
    ),
  ],
  related: [
    'standard-treatments-for-hard-to-treat-depression',
    'side-effects-and-risks',
    'what-studies-of-ptsd-found',
  ],
})
