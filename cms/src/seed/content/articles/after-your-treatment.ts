import { careCard, faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const afterYourTreatment = article({
  slug: 'after-your-treatment',
  title: 'After your treatment: that day and the weeks to come',
  published: '2026-11-16',
  hero: 'evening-dunes',
  topics: ['treatment-day', 'safety'],
  conditions: ['treatment-resistant-depression', 'ptsd', 'bipolar-depression'],
  summary:
    'The hours after a session are for rest. The weeks after it are for looking back and planning ahead. Here is what to do, what to watch for, and whom to call.',
  keyPoints: [
    'After esketamine, do not drive until the next day, after a restful sleep.',
    'Feelings may come up. You do not have to sort them out alone.',
    'A gain may fade. Make a plan with your team for that time.',
    'If you think about suicide, call or text 988. In danger, call 911.',
  ],
  body: [
    emergencyCard,
    heading(2, 'The same day'),
    bullets(
      'Go home with the person who gives you a ride.',
      'After esketamine, do not drive until the next day, after a restful sleep.[^label]',
      'Rest, and put off big choices until tomorrow.',
      'Blood pressure can stay raised for about four hours after esketamine.[^label] Ask the staff what that means for you.',
    ),
    heading(2, 'The days after'),
    paragraph(
      'A session can bring up strong thoughts and feelings. Some are good, and some are hard. You may want to write them down, or talk about them with your therapist or with us.',
    ),
    paragraph(
      'At Lumin Health, we take time after a session to make sense of it with you. We ask what it meant to you, and what small change you would like to try.',
    ),
    heading(2, 'When a gain fades'),
    paragraph(
      'With one infusion of ketamine (a drip into a vein), the effect on depression does not last.[^singleInfusion] In a small trial in PTSD, half of those who got better had lost the gain after about four weeks.[^feder2021]',
    ),
    paragraph(
      'If it happens to you, it is not your fault. Call your team early. Other treatments are still open to you, as you can see in [Standard treatments](article:standard-treatments-for-hard-to-treat-depression).',
    ),
    heading(2, 'What to watch for'),
    bullets(
      'side effects that do not pass, or that worry you',
      'a low mood that comes back',
      'a mood that climbs too high, above all with bipolar disorder',
      'pain when you pass urine, or the need to go far more often',
      'a wish to use ketamine outside of your treatment',
    ),
    paragraph(
      'Regular use of ketamine, most of it outside of medical care, has been linked to bladder symptoms.[^bladder] You can read more in [Side effects and risks](article:side-effects-and-risks).',
    ),
    urgentCard,
    careCard(
      'nonUrgent',
      'Call the clinic',
      paragraph(
        'Call [617-863-8810](tel:6178638810) if you notice something from the list above, or if you want to talk about your plan.',
      ),
    ),
    heading(2, 'Looking back together'),
    paragraph(
      'At Lumin Health, people often start with 6 to 8 treatments. Then we look back with you at what has changed, at side effects, and at your goals. You decide with us whether to go on.',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    paragraph('**Known:** in studies, a gain from ketamine often faded.[^singleInfusion][^feder2021]'),
    paragraph(
      '**Not known:** how long a gain will stay with you. We do not know for sure what can make it last.',
    ),
    faqList(
      'People also ask',
      'faq:how-many-treatments-will-i-have',
      'faq:what-if-the-treatment-does-not-help',
      'faq:does-esketamine-prevent-suicide',
    ),
  ],
  related: ['a-day-of-esketamine-treatment', 'side-effects-and-risks', 'questions-to-ask-before-you-start'],
})
