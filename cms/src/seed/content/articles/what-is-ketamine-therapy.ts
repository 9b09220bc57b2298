import { faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph, steps } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const whatIsKetamineTherapy = article({
  slug: 'what-is-ketamine-therapy',
  title: 'What is ketamine therapy?',
  published: '2026-11-05',
  hero: 'sunrise',
  topics: ['how-it-works', 'choosing-care'],
  conditions: ['treatment-resistant-depression', 'ptsd', 'bipolar-depression'],
  summary:
    'Ketamine therapy means that ketamine is used to treat a mental health condition, with care before and after each session. It is off-label. This page says what it is, where it may help, and where its limits are.',
  keyPoints: [
    'Ketamine was approved in 1970 to make people sleep for surgery. Its use for mental health is off-label.',
    'Esketamine (Spravato) is a nasal spray. The FDA has approved it for some kinds of depression in adults.',
    'One treatment can act fast on depression, but the effect does not last.',
    'There are risks. Standard treatments come before ketamine.',
  ],
  body: [
    heading(2, 'What it is'),
    paragraph(
      'Ketamine is an anesthetic. It was approved in 1970 to make people sleep for surgery.[^label] Ketamine therapy uses it in another way. The aim is to ease a mental health condition, such as depression.',
    ),
    paragraph(
      'The medicine is one part of it. The other part is the care around it: an evaluation, time to prepare, and time to make sense of what came up.',
    ),
    paragraph(
      'At Lumin Health, most people who have this kind of treatment have Spravato. That is the brand name of esketamine, a nasal spray. Ketamine is given here as a shot into a muscle. We compare the two in [Esketamine and ketamine compared](article:esketamine-and-ketamine-compared).',
    ),
    ketamineIsOffLabel,
    heading(2, 'What it is used for'),
    paragraph(
      'Ketamine has been studied for these conditions, among others. How strong the evidence is differs a lot.',
    ),
    bullets(
      'For [treatment-resistant depression](condition:treatment-resistant-depression), some trials found that it helps, and some did not.[^anand2023][^karmaDep2]',
      'For [PTSD](condition:ptsd), studies do not agree, and a 2023 guideline suggests against it.[^vaDod2023]',
      'For [bipolar depression](condition:bipolar-depression), two very small trials found a benefit.[^diazgranados2010][^zarate2012] It is not an option during mania, when mood runs far too high.',
      'For anxiety, and for OCD (obsessive-compulsive disorder), the studies are very small. What they found is mixed.[^socialAnxiety][^ocdTrial][^ocdOpenLabel]',
    ),
    heading(2, 'What a course looks like at Lumin Health'),
    steps(
      '**Evaluation.** We ask about your mental health, your physical health, your medicines, and your goals.',
      '**Plan.** We talk about what may fit, what the risks are, and what else you could try.',
      '**Prepare.** Before a session, you think about what you hope for.',
      '**Treatment.** People often start with 6 to 8 sessions. We watch for side effects each time.',
      '**Make sense of it.** After a session, we talk about what it means to you.',
      '**Look back.** We check how you are doing, and decide with you how to go on.',
    ),
    heading(2, 'What are the risks?'),
    paragraph(
      'Ketamine can cause nausea, dissociation, and raised blood pressure. Dissociation is a feeling of being cut off from your body or from the world. Ketamine can also be misused. With regular use, most of it outside of medical care, bladder symptoms were three to four times as common in one paper.[^bladder]',
    ),
    paragraph(
      'Esketamine has a boxed warning. It names deep sleepiness, dissociation, slow breathing, misuse, and suicidal thoughts and actions in young people.[^label] Read more in [Side effects and risks](article:side-effects-and-risks).',
    ),
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** one infusion of ketamine (a drip into a vein) acts fast on depression, and the effect does not last.[^singleInfusion] In one trial, it was not worse than electroconvulsive therapy (ECT).[^anand2023] In another, it was no better than a sedative.[^karmaDep2]',
    ),
    paragraph(
      '**Not known:** nobody can say ahead of time who will feel better. How ketamine acts on the brain is not fully known.[^zanos2018]',
    ),
    faqList(
      'People also ask',
      'faq:what-is-ketamine',
      'faq:what-is-dissociation',
      'faq:how-many-treatments-will-i-have',
      'faq:how-do-i-start-at-lumin-health',
    ),
  ],
  related: [
    'esketamine-and-ketamine-compared',
    'standard-treatments-for-hard-to-treat-depression',
    'questions-to-ask-before-you-start',
  ],
})
