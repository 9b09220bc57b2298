import { faqs } from '../../documents/faq.ts'
import { paragraph } from '../../rich-text.ts'

const depression = 'treatment-resistant-depression'

export const faqsOnHowItWorks = faqs('how-it-works', '2026-11-05', [
  {
    slug: 'what-is-ketamine',
    question: 'What is ketamine?',
    answer: [
      paragraph(
        'Ketamine is an anesthetic, a medicine that makes people sleep for surgery. The FDA approved it for that in 1970.[^label] It is a controlled substance (Schedule III).[^compounded2023]',
      ),
      paragraph(
        'Some doctors use it for depression too. The FDA has not approved it for any mental health condition, so this use is off-label.[^compounded2023] It can cause nausea, dissociation (feeling cut off), and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'what-is-esketamine',
    question: 'What is esketamine (Spravato)?',
    conditions: [depression],
    answer: [
      paragraph(
        'Esketamine is a nasal spray. Its brand name is Spravato. In 2019, the FDA approved it for adults whose depression had not eased enough with other medicines. It was to be used along with an antidepressant.[^approvals]',
      ),
      paragraph(
        'In summer 2020, the FDA added a second use in adults, along with an antidepressant. It is for major depression with acute suicidal thoughts or actions.[^label] The spray has not been shown to prevent suicide or to reduce such thoughts.[^label]',
      ),
      paragraph(
        'Since January 2025, the spray may also be used on its own. This is for adults whose depression has not eased with other medicines.[^approvals]',
      ),
      paragraph(
        'It has serious risks, such as deep sleepiness, dissociation (feeling cut off), slow breathing, and misuse.[^label] That is why you take it at a certified site, and never at home.[^rems]',
      ),
    ],
  },
  {
    slug: 'how-do-ketamine-and-esketamine-differ',
    question: 'How do ketamine and esketamine differ?',
    conditions: [depression],
    answer: [
      paragraph(
        'The biggest difference is in the rules. Esketamine is a nasal spray that the FDA has approved for some kinds of depression.[^approvals] Ketamine has no such approval, so its use for mental health is off-label.[^compounded2023]',
      ),
      paragraph(
        'Esketamine has its own safety program. You take it at a certified site, and staff watch you for at least two hours.[^rems] At Lumin Health, ketamine is given as a shot into a muscle. Both have risks, such as dissociation (feeling cut off) and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'how-does-ketamine-work-on-the-brain',
    question: 'How does ketamine work on the brain?',
    answer: [
      paragraph(
        'Nobody fully knows. Ketamine blocks a docking site on brain cells, called the NMDA receptor. This may change how cells send signals and how they link up. These are ideas under study, not proven facts.[^zanos2018]',
      ),
      paragraph(
        'What we do know are the rules and the risks. Use for mental health is off-label. Side effects can be nausea, dissociation (feeling cut off), and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'what-is-dissociation',
    question: 'What is dissociation?',
    answer: [
      paragraph(
        'Dissociation is a feeling of being cut off from your body, your thoughts, or the world. Time or space may seem strange. For some it is pleasant, and for some it is frightening.',
      ),
      paragraph(
        'It is common with esketamine. In trials with an antidepressant, about 41 in 100 people on esketamine had it.[^professionals] The label counts it among the serious risks.[^label]',
      ),
      paragraph(
        'Staff stay with you until the effects have passed.[^rems] Tell them if you feel scared. You do not have to get through it alone.',
      ),
    ],
  },
])
