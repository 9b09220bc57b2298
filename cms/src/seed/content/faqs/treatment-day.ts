import { faqs } from '../../documents/faq.ts'
import { paragraph } from '../../rich-text.ts'

export const faqsOnTreatmentDay = faqs('treatment-day', '2026-11-06', [
  {
    slug: 'how-is-esketamine-given',
    question: 'How is esketamine given?',
    answer: [
      paragraph(
        'Esketamine is a nasal spray. You have it at a certified site, with staff close by. Before you start, you enroll in a safety program.[^rems]',
      ),
      paragraph(
        'Staff check your blood pressure, and a clip on your finger shows how much oxygen is in your blood. They watch you for at least two hours, and until the effects have passed.[^rems] The spray can make you very sleepy and slow your breathing.[^label]',
      ),
    ],
  },
  {
    slug: 'how-is-ketamine-given-at-lumin-health',
    question: 'How is ketamine given at Lumin Health?',
    answer: [
      paragraph(
        'At Lumin Health, ketamine is given as a shot into a muscle. Before the session, we talk with you about what you hope for. After it, we help you make sense of what came up.',
      ),
      paragraph(
        'This use of ketamine is off-label: the FDA has not approved it for any mental health condition.[^compounded2023] It can cause nausea, dissociation (feeling cut off), and raised blood pressure. We keep track of side effects and of how you are doing.',
      ),
    ],
  },
  {
    slug: 'how-long-does-a-visit-take',
    question: 'How long does an esketamine visit take?',
    answer: [
      paragraph(
        'Plan for a good part of your day. After the spray, you stay for at least two hours. You stay longer if the effects have not passed by then.[^rems]',
      ),
      paragraph(
        'Keep the rest of the day free. The spray can make you sleepy and raise your blood pressure. You may not drive until the next day, after a restful sleep.[^label]',
      ),
    ],
  },
  {
    slug: 'how-many-treatments-will-i-have',
    question: 'How many treatments will I have?',
    answer: [
      paragraph(
        'At Lumin Health, people often start with 6 to 8 treatments. Then we look back with you. Has it helped, and does it make sense to go on?',
      ),
      paragraph(
        'Your plan may look different. You can ask to pause or stop at any time. Please talk with us before you change anything.',
      ),
    ],
  },
  {
    slug: 'can-i-eat-and-drink-before-esketamine',
    question: 'Can I eat and drink before esketamine?',
    answer: [
      paragraph(
        'Eat nothing for two hours before the spray. Drink nothing for 30 minutes before it.[^label][^patientPage] Nausea is a common side effect of the spray.[^professionals]',
      ),
      paragraph(
        'Ask your care team how to take your other medicines on that day. Ask too if you have diabetes, or another reason why you must eat on time.',
      ),
    ],
  },
  {
    slug: 'can-i-drive-home',
    question: 'Can I drive home after esketamine?',
    answer: [
      paragraph(
        'No. Do not drive until the next day, after a restful sleep.[^label] The spray can make you sleepy and dizzy.',
      ),
      paragraph(
        'Arrange a ride before you come. If your ride falls through, call the clinic at [617-863-8810](tel:6178638810) before you set out.',
      ),
    ],
  },
  {
    slug: 'can-i-take-esketamine-at-home',
    question: 'Can I take esketamine at home?',
    answer: [
      paragraph(
        'No. You take it at a certified site, where trained staff can watch you. It is never sent home with you.[^rems]',
      ),
      paragraph(
        'The reason is its risks. It can make you very sleepy, slow your breathing, and raise your blood pressure.[^label]',
      ),
    ],
  },
  {
    slug: 'will-esketamine-make-me-sleepy',
    question: 'Will esketamine make me sleepy?',
    answer: [
      paragraph(
        'It may. In trials with an antidepressant, about 23 in 100 people on esketamine felt very sleepy.[^professionals] You may also feel dizzy or far away.',
      ),
      paragraph(
        'Deep sleepiness is one of the serious risks on the label.[^label] That is why staff watch you the whole time.',
      ),
    ],
  },
])
