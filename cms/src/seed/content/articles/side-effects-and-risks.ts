import { callout, faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const sideEffectsAndRisks = article({
  slug: 'side-effects-and-risks',
  title: 'Side effects and risks',
  published: '2026-11-10',
  hero: 'calm-waves',
  topics: ['safety'],
  conditions: ['treatment-resistant-depression', 'ptsd', 'bipolar-depression'],
  summary:
    'Every treatment has risks. This page lists those of esketamine and of ketamine, who should not have esketamine, and when to call for help.',
  keyPoints: [
    'Many people who have esketamine feel cut off, dizzy, or sick to the stomach for a while.',
    'Its label has a boxed warning. It names deep sleepiness, dissociation, slow breathing, misuse, and suicidal thoughts and actions in young people.',
    'Some people must not have esketamine. One reason is bleeding in the brain in the past.',
    'Ketamine for mental health is off-label. It has risks too, and regular use may harm the bladder.',
  ],
  body: [
    emergencyCard,
    heading(2, 'Common side effects of esketamine'),
    paragraph(
      'These numbers come from trials in which people took an antidepressant as well.[^professionals] This is how often people on esketamine had them:',
    ),
    bullets(
      'about 41 in 100 had dissociation, a feeling of being cut off from body or world',
      'about 29 in 100 felt dizzy',
      'about 28 in 100 felt sick to the stomach',
      'about 23 in 100 felt very sleepy',
      'about 23 in 100 felt that the room was spinning',
      'about 10 in 100 had a rise in blood pressure',
    ),
    paragraph(
      'Our source gives no numbers for people who did not have esketamine. So we cannot say how many would have felt the same without it.',
    ),
    heading(2, 'Serious risks of esketamine'),
    paragraph('The FDA label has a boxed warning, the strongest kind.[^label] It names:'),
    bullets(
      '**Sedation.** You may get very sleepy or pass out.',
      '**Dissociation.** You may feel cut off from your body or from the world.',
      '**Slow breathing.** Breathing may get slow or weak.',
      '**Misuse.** The medicine can be misused.',
      '**Suicidal thoughts and actions** in young people.',
    ),
    paragraph(
      'This is why you have it at a certified site. Staff watch you for at least two hours, and until the effects have passed.[^rems]',
    ),
    callout(
      'It is not a treatment for a crisis',
      paragraph(
        'Esketamine has not been shown to prevent suicide, or to reduce suicidal thoughts or actions.[^label] If you are in a crisis, [call 988](tel:988) or [text 988](sms:988).',
      ),
    ),
    heading(3, 'Blood pressure'),
    paragraph(
      'Blood pressure rises most at about 40 minutes, and the rise lasts for about four hours.[^label] Staff check it before the spray, about 40 minutes after it, and until it has settled.[^label][^patientPage]',
    ),
    heading(3, 'Pregnancy'),
    paragraph(
      'Esketamine may harm an unborn baby.[^label] Talk with the clinic about how to plan or prevent pregnancy. Tell them at once if you are pregnant or may be.',
    ),
    heading(2, 'Who should not have esketamine'),
    paragraph('You must not have it if any of these is true for you:[^label]'),
    bullets(
      'You have a weak or bulging blood vessel (an aneurysm).',
      'You have a tangle of arteries and veins. Doctors may call it an AVM.',
      'You have ever had bleeding in the brain.',
      'You are allergic to it.',
    ),
    paragraph('Tell the team about all of your illnesses and medicines before you start.'),
    heading(2, 'Risks of ketamine'),
    paragraph(
      'Ketamine can cause nausea, dissociation, and raised blood pressure. It is a controlled substance (Schedule III), and it can be misused.[^compounded2023] Tell your team if you have had trouble with drugs or alcohol. You will not be judged for it.',
    ),
    paragraph(
      'Regular use may harm the bladder. One paper found bladder symptoms three to four times as common with such use, most of it outside of medical care.[^bladder] With bipolar disorder, there is a risk of mania, a mood that runs far too high. In one small trial, one person in each group had a manic episode.[^diazgranados2010]',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** in trials of esketamine, side effects were counted.[^professionals] Its label lists the serious risks.[^label]',
    ),
    paragraph(
      '**Not known:** we have no such counts for ketamine shots, and no figure for bladder harm from use in a clinic. Ask your team what they have seen.',
    ),
    heading(2, 'When you feel low'),
    urgentCard,
    faqList(
      'People also ask',
      'faq:will-esketamine-make-me-sleepy',
      'faq:why-must-i-enroll-in-a-safety-program',
      'faq:does-esketamine-prevent-suicide',
      'faq:can-ketamine-be-misused',
    ),
  ],
  related: ['a-day-of-esketamine-treatment', 'after-your-treatment', 'questions-to-ask-before-you-start'],
})
