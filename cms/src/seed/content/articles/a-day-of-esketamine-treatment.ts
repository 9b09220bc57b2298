import { careCard, faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph, picture, steps } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel } from '../shared-wording.ts'

export const aDayOfEsketamineTreatment = article({
  slug: 'a-day-of-esketamine-treatment',
  title: 'A day of esketamine treatment, step by step',
  published: '2026-11-09',
  hero: 'stepping-stones',
  topics: ['treatment-day'],
  conditions: ['treatment-resistant-depression'],
  summary:
    'It helps to know what is coming. This page walks you through a day with esketamine (Spravato). It tells you what to do before, what happens at the clinic, and how you get home.',
  keyPoints: [
    'Eat nothing for two hours before the spray. Drink nothing for 30 minutes before it.',
    'You stay for at least two hours, and until the effects have passed.',
    'Do not drive until the next day, after a restful sleep. Arrange a ride home.',
    'You can tell the staff at any time if something does not feel right.',
  ],
  body: [
    paragraph(
      'This page is about esketamine, the nasal spray. Its brand name is Spravato. A day with another treatment may look different.',
    ),
    picture('picture:five-stops'),
    heading(2, 'Before you come'),
    bullets(
      'Arrange a ride home. You may not drive until the next day.[^label]',
      'Eat nothing for two hours before the spray.[^label][^patientPage]',
      'Drink nothing for 30 minutes before it.[^label][^patientPage]',
      'Ask ahead of time how to take your other medicines on that day.',
      'Tell the clinic if you are pregnant, or may be. The spray may harm an unborn baby.[^label]',
    ),
    heading(2, 'At the clinic'),
    steps(
      '**You arrive.** Staff ask how you are, and check your blood pressure.[^label]',
      '**You set your mind.** You may think about what you hope for today. Small hopes count.',
      '**You have the spray.** It goes into your nose, with staff close by.',
      '**You rest.** Staff watch you for at least two hours. A clip on your finger shows the oxygen in your blood.[^rems]',
      '**Your blood pressure is checked again.** This is done at about 40 minutes, when it tends to be highest, and until it has settled.[^label][^patientPage]',
      '**You leave.** You go home when the effects have passed, and not before two hours are over.[^rems]',
    ),
    heading(2, 'What you may feel'),
    paragraph(
      'Many people have side effects. In trials with an antidepressant, about 41 in 100 people on esketamine had dissociation (a feeling of being cut off from body or world). About 29 in 100 felt dizzy, and about 28 in 100 felt sick to the stomach.[^professionals] Our source gives no numbers for people without esketamine.',
    ),
    paragraph(
      'The label also warns of deep sleepiness, slow breathing, misuse, and suicidal thoughts and actions in young people.[^label] If you feel scared or unwell, say so. A word or a raised hand is enough.',
    ),
    heading(2, 'Back at home'),
    paragraph(
      'Take the rest of the day off. Do not drive until the next day, after a restful sleep.[^label] Put off big choices until tomorrow.',
    ),
    careCard(
      'nonUrgent',
      'Call the clinic if you have questions',
      paragraph(
        'Call [617-863-8810](tel:6178638810) if side effects last longer than you expected, or if something from the session stays on your mind.',
      ),
    ),
    emergencyCard,
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** blood pressure rises most at about 40 minutes, and the rise lasts for about four hours.[^label]',
    ),
    paragraph(
      '**Not known:** how your own session will feel. One visit can differ from the next. It is fine to come without a plan for what should happen.',
    ),
    heading(2, 'If you have ketamine instead'),
    paragraph(
      'At Lumin Health, ketamine is given as a shot into a muscle. The rules on this page were made for the spray. Ask your team which ones hold for you.',
    ),
    ketamineIsOffLabel,
    faqList(
      'People also ask',
      'faq:can-i-drive-home',
      'faq:can-i-eat-and-drink-before-esketamine',
      'faq:does-esketamine-raise-blood-pressure',
      'faq:how-long-does-a-visit-take',
    ),
  ],
  related: ['after-your-treatment', 'side-effects-and-risks', 'questions-to-ask-before-you-start'],
})
