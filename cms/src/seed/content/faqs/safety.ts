import { emergencyCard } from '../shared-wording.ts'
import { faqs } from '../../documents/faq.ts'
import { bullets, paragraph } from '../../rich-text.ts'

export const faqsOnSafety = faqs('safety', '2026-11-07', [
  {
    slug: 'what-are-the-common-side-effects',
    question: 'What are the common side effects of esketamine?',
    answer: [
      paragraph(
        'These were common in trials with an antidepressant.[^professionals] This is how often people on esketamine had them:',
      ),
      bullets(
        'about 41 in 100 had dissociation, a feeling of being cut off',
        'about 29 in 100 felt dizzy',
        'about 28 in 100 felt sick to the stomach',
        'about 23 in 100 felt very sleepy',
        'about 23 in 100 felt that the room was spinning',
        'about 10 in 100 had a rise in blood pressure',
      ),
      paragraph(
        'Our source gives no numbers for people who did not have esketamine. So we cannot say how many would have felt the same without it.',
      ),
    ],
  },
  {
    slug: 'what-are-the-serious-risks',
    question: 'What are the serious risks of esketamine?',
    answer: [
      paragraph(
        'The FDA label has a boxed warning. It is the strongest kind, and it names these risks:[^label]',
      ),
      bullets(
        'sedation: you feel very sleepy or pass out',
        'dissociation: you feel cut off from your body or from the world',
        'slow or weak breathing',
        'misuse of the medicine',
        'suicidal thoughts and actions in young people',
      ),
      paragraph('Staff watch you for at least two hours because of these risks.[^rems]'),
      emergencyCard,
    ],
  },
  {
    slug: 'who-should-not-have-esketamine',
    question: 'Who should not have esketamine?',
    answer: [
      paragraph('The label says that you must not have it if any of these is true for you:[^label]'),
      bullets(
        'You have a weak or bulging blood vessel (an aneurysm).',
        'You have a tangle of arteries and veins. Doctors may call it an AVM.',
        'You have ever had bleeding in the brain.',
        'You are allergic to it.',
      ),
      paragraph(
        'Tell the team about all of your illnesses and medicines, even if they seem small. The spray has risks for others too, such as deep sleepiness and dissociation (feeling cut off).[^label]',
      ),
    ],
  },
  {
    slug: 'does-esketamine-raise-blood-pressure',
    question: 'Does esketamine raise blood pressure?',
    answer: [
      paragraph(
        'Yes, it can. The rise is highest at about 40 minutes and lasts for about four hours.[^label] Staff check your blood pressure before the spray, about 40 minutes after it, and until it has settled.[^label][^patientPage]',
      ),
      paragraph(
        'In trials with an antidepressant, blood pressure rose in about 10 in 100 people on esketamine.[^professionals] Tell the team if you have high blood pressure or a problem with your heart.',
      ),
    ],
  },
  {
    slug: 'can-i-have-esketamine-when-pregnant',
    question: 'Can I have esketamine when I am pregnant?',
    answer: [
      paragraph(
        'Esketamine may harm an unborn baby.[^label] If you could get pregnant, talk with the clinic about how to plan or prevent it.',
      ),
      paragraph(
        'Tell the clinic at once if you are pregnant or think that you may be. If you breastfeed, ask before your treatment starts.',
      ),
    ],
  },
  {
    slug: 'can-ketamine-be-misused',
    question: 'Can ketamine and esketamine be misused?',
    answer: [
      paragraph(
        'Yes. The label of esketamine warns of misuse.[^label] Ketamine is a controlled substance (Schedule III). Its use for mental health is off-label.[^compounded2023]',
      ),
      paragraph(
        'Tell your team if you have had trouble with drugs or alcohol. You will not be judged for it. It helps us to plan your care with you.',
      ),
    ],
  },
  {
    slug: 'can-ketamine-harm-the-bladder',
    question: 'Can ketamine harm the bladder?',
    answer: [
      paragraph(
        'It may, with regular use. One paper found bladder symptoms three to four times as common with such use. Most of it was outside of medical care.[^bladder] We have no figure for use in a clinic.',
      ),
      paragraph(
        'Tell your team if it hurts to pass urine, or if you have to go far more often. Use of ketamine for mental health is off-label, and you may ask how the clinic keeps watch.',
      ),
    ],
  },
  {
    slug: 'does-esketamine-prevent-suicide',
    question: 'Does esketamine prevent suicide?',
    conditions: ['treatment-resistant-depression'],
    answer: [
      paragraph(
        'It has not been shown to prevent suicide. It has not been shown to reduce suicidal thoughts or actions either.[^label] The label warns of suicidal thoughts and actions in young people.',
      ),
      paragraph(
        'If you think about suicide, please reach out now. [Call 988](tel:988), [text 988](sms:988), or chat at [988lifeline.org](https://988lifeline.org). In danger, call 911.',
      ),
    ],
  },
])
