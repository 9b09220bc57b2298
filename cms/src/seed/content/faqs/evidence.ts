import { faqs } from '../../documents/faq.ts'
import { paragraph } from '../../rich-text.ts'

const depression = 'treatment-resistant-depression'

export const faqsOnEvidence = faqs('evidence', '2026-11-08', [
  {
    slug: 'how-fast-does-ketamine-work-and-does-it-last',
    question: 'How fast does ketamine work on depression, and does it last?',
    conditions: [depression],
    answer: [
      paragraph(
        'When one infusion (a drip into a vein) helps, it helps fast. The effect does not last.[^singleInfusion] A plan for what comes next is part of good care.',
      ),
      paragraph(
        'This use of ketamine is off-label.[^compounded2023] It can cause nausea, dissociation (feeling cut off), and raised blood pressure. In one trial with people in the hospital, repeated infusions did no better than a sedative.[^karmaDep2]',
      ),
    ],
  },
  {
    slug: 'does-esketamine-work-for-everyone',
    question: 'Does esketamine work for everyone?',
    conditions: [depression],
    answer: [
      paragraph(
        'No. In a trial against quetiapine, about 27 in 100 people on esketamine were free or almost free of symptoms at week 8. With quetiapine, it was about 18 in 100.[^reif2023] So most people in both groups still had symptoms.',
      ),
      paragraph(
        'All in that trial knew which medicine they had, and this can sway results. Side effects are common with esketamine. Among them are dissociation (feeling cut off), dizziness, and nausea.[^professionals]',
      ),
    ],
  },
  {
    slug: 'how-does-ketamine-compare-with-ect',
    question: 'How does ketamine compare with ECT?',
    conditions: [depression],
    answer: [
      paragraph(
        'ECT is short for electroconvulsive therapy. One trial put the two side by side in people with hard-to-treat depression and no psychosis (losing touch with what is real). About 55 in 100 got clearly better with ketamine, and about 41 in 100 with ECT. So ketamine was not worse than ECT.[^anand2023]',
      ),
      paragraph(
        'All knew which treatment they had. The trial does not tell us what is best for people with psychosis. ECT is a standard option, while ketamine is off-label and has its own risks, such as dissociation (feeling cut off).',
      ),
    ],
  },
  {
    slug: 'does-ketamine-help-with-ptsd',
    question: 'Does ketamine help with PTSD?',
    conditions: ['ptsd'],
    answer: [
      paragraph(
        'Studies do not agree. Two small trials found a benefit.[^feder2014][^feder2021] A larger one, with 158 veterans and service members, did not find one on its main measure.[^abdallah2022]',
      ),
      paragraph(
        'The 2023 guideline of the US Departments of Veterans Affairs and Defense suggests against ketamine for PTSD.[^vaDod2023] Such use is off-label, and it has risks, such as dissociation (feeling cut off). Talking therapies for trauma come before it.',
      ),
    ],
  },
  {
    slug: 'does-ketamine-help-with-bipolar-depression',
    question: 'Does ketamine help with bipolar depression?',
    conditions: ['bipolar-depression'],
    answer: [
      paragraph(
        'We do not know well enough. Two trials found a benefit, but they had just 18 and 15 people.[^diazgranados2010][^zarate2012] In one of them, one person in each group had a manic episode.[^diazgranados2010]',
      ),
      paragraph(
        'Such use is off-label. It calls for careful checks and for a medicine that keeps mood steady. It is not an option during mania.',
      ),
    ],
  },
  {
    slug: 'does-ketamine-help-with-anxiety',
    question: 'Does ketamine help with anxiety?',
    answer: [
      paragraph(
        'The studies are very small. One had 18 people with social anxiety, and its results were mixed.[^socialAnxiety] Another had 12 people with constant worry, called generalized anxiety.[^glue2017]',
      ),
      paragraph(
        'That is too little to count on. This use is off-label. Ketamine also has risks, such as nausea, dissociation (feeling cut off), and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'does-ketamine-help-with-ocd',
    question: 'Does ketamine help with OCD?',
    answer: [
      paragraph(
        'We cannot say. One trial in obsessive-compulsive disorder (OCD) had 15 people. In its opening part, about 50 in 100 got clearly better with ketamine, and 0 in 100 without it.[^ocdTrial] In another study, with 10 people, nobody did.[^ocdOpenLabel]',
      ),
      paragraph(
        'This use is off-label, and ketamine has risks, such as nausea, dissociation (feeling cut off), and raised blood pressure. Ask your clinician about standard care for OCD.',
      ),
    ],
  },
])
