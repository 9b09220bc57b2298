import { faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const standardTreatmentsForHardToTreatDepression = article({
  slug: 'standard-treatments-for-hard-to-treat-depression',
  title: 'Standard treatments for hard-to-treat depression',
  published: '2026-11-14',
  hero: 'many-paths',
  topics: ['choosing-care'],
  conditions: ['treatment-resistant-depression'],
  summary:
    'When two medicines have not helped enough, there is still a lot to try. This page lists the standard options to weigh before esketamine or ketamine.',
  keyPoints: [
    'Before the next step, it is worth a look back: was each treatment a fair try?',
    'You can change to a new medicine, or add one. You can also try talking therapy, rTMS, or ECT.',
    'Each extra step helps some people. A relapse is more common after more steps.',
    'There are newer options too. One is esketamine, and one is ketamine. If ketamine is used for depression, that use is off-label.',
  ],
  body: [
    heading(2, 'Look back before you go on'),
    paragraph('It can be hard to start over once more. A look back may save you a step. Ask your clinician:'),
    bullets(
      'Is it surely depression?',
      'Was the dose high enough, and did I take it for long enough?',
      'Did I take it as planned? If not, what got in the way?',
      'Could another illness be part of the cause?',
    ),
    heading(2, 'Medicines'),
    paragraph('Here are four ways to go on with medicines.[^voineskos2020]'),
    bullets(
      '**Switch.** You change to another class of antidepressant.',
      '**Add lithium.** You take it along with your antidepressant.',
      '**Add a thyroid hormone.** It is called T3 for short.',
      '**Add a newer antipsychotic.** It is used here for mood. It does not mean that you have psychosis (losing touch with what is real).',
    ),
    paragraph(
      'Every medicine can have side effects. Ask about them before you start, and tell your clinician if they show up.',
    ),
    heading(2, 'Talking therapy'),
    paragraph(
      'Talking therapy is one of the options for treatment-resistant depression.[^voineskos2020] You can have it along with a medicine. If you did not click with a therapist in the past, you may try another one.',
    ),
    heading(2, 'Treatments that act on the brain from outside'),
    paragraph(
      '**Magnetic stimulation (rTMS).** A device at your head sends magnetic pulses to the brain.[^voineskos2020]',
    ),
    paragraph(
      '**Electroconvulsive therapy (ECT).** A brief electric current acts on the brain, with a care team at your side.[^voineskos2020] In one trial, about 41 in 100 people got clearly better with ECT, and about 55 in 100 with ketamine.[^anand2023] All knew which one they had.',
    ),
    heading(2, 'How often does a next step help?'),
    paragraph(
      'One study went through up to four steps. People rated their own symptoms. The share who became free or almost free of symptoms was:[^rush2006]',
    ),
    bullets(
      'about 37 in 100 at step one',
      'about 31 in 100 at step two',
      'about 14 in 100 at step three',
      'about 13 in 100 at step four',
    ),
    paragraph(
      'People who needed more steps had a relapse more often. If all had stayed in the study, an estimated 67 in 100 might have gotten well in the end.[^rush2006]',
    ),
    heading(2, 'Esketamine and ketamine'),
    paragraph(
      'These are among the newer options.[^voineskos2020] Esketamine is approved by the FDA for adults with treatment-resistant depression.[^approvals] Both have risks, such as dissociation (feeling cut off), nausea, raised blood pressure, and misuse.',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    bullets(
      '**Known:** there are several options, and many people need more than one step.[^rush2006]',
      '**Not known:** which option will help you. No test can tell you that ahead of time.',
    ),
    urgentCard,
    faqList(
      'People also ask',
      'faq:what-is-treatment-resistant-depression',
      'faq:should-i-stop-my-antidepressant',
    ),
  ],
  related: [
    'what-studies-of-depression-found',
    'questions-to-ask-before-you-start',
    'what-is-ketamine-therapy',
  ],
})
