import { faqs } from '../../documents/faq.ts'
import { paragraph } from '../../rich-text.ts'

const depression = 'treatment-resistant-depression'

export const faqsOnRules = faqs('rules', '2026-11-09', [
  {
    slug: 'what-does-off-label-mean',
    question: 'What does “off-label” mean?',
    answer: [
      paragraph(
        'The FDA is the US agency that approves medicines. It does so for certain uses, which are listed on the label. A doctor may prescribe it for another use. That is called off-label use.[^fdaOffLabel]',
      ),
      paragraph(
        'Off-label does not mean illegal. It does mean that the FDA has not approved the medicine for that use. Ketamine for depression is one example.[^compounded2023] It has risks, such as nausea, dissociation (feeling cut off), and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'is-ketamine-approved-for-depression',
    question: 'Has the FDA approved ketamine for depression?',
    conditions: [depression],
    answer: [
      paragraph(
        'No. The FDA has not approved ketamine for depression or for any other mental health condition.[^compounded2023] When it is used for depression, that use is off-label.',
      ),
      paragraph(
        'Esketamine, a nasal spray, is another product. The FDA has approved it for some kinds of depression in adults.[^approvals] Both have risks, such as dissociation (feeling cut off) and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'why-must-i-enroll-in-a-safety-program',
    question: 'Why must I enroll in a safety program for esketamine?',
    answer: [
      paragraph(
        'The FDA asks for it, because of risks such as deep sleepiness and dissociation (feeling cut off). The program is called a REMS. It says that the spray is given at certified sites, to people who are enrolled. Staff watch each person for at least two hours.[^rems]',
      ),
      paragraph(
        'Ask the staff what you sign, and what is kept on record. You may take your time to read it.',
      ),
    ],
  },
  {
    slug: 'what-do-other-countries-say-about-esketamine',
    question: 'Does every country recommend esketamine?',
    conditions: [depression],
    answer: [
      paragraph(
        'No. In the UK, a body called NICE looks at treatments for the health service. It does not recommend esketamine for treatment-resistant depression. It named the cost, and how unsure the evidence is.[^ta854]',
      ),
      paragraph(
        'In the US, the FDA has approved the spray for adults with treatment-resistant depression.[^approvals] It is worth knowing both answers. The spray also has serious risks, such as deep sleepiness and dissociation (feeling cut off).[^label]',
      ),
    ],
  },
])
