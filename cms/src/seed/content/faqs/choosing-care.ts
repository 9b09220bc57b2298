import { faqs } from '../../documents/faq.ts'
import { bullets, paragraph } from '../../rich-text.ts'

const depression = 'treatment-resistant-depression'

export const faqsOnChoosingCare = faqs('choosing-care', '2026-11-10', [
  {
    slug: 'what-is-treatment-resistant-depression',
    question: 'What is treatment-resistant depression?',
    conditions: [depression],
    answer: [
      paragraph(
        'It is major depression that has not eased enough after at least two antidepressants.[^voineskos2020] TRD is the short name. Experts define it in more than one way.[^definitions]',
      ),
      paragraph(
        'It does not mean that you failed, or that nothing can help. You can read more on our page about [treatment-resistant depression](condition:treatment-resistant-depression).',
      ),
    ],
  },
  {
    slug: 'what-can-i-try-before-ketamine',
    question: 'What can I try before ketamine or esketamine?',
    conditions: [depression],
    answer: [
      paragraph(
        'There are many standard options for hard-to-treat depression.[^voineskos2020] Here they are:',
      ),
      bullets(
        'You can switch to a new kind of antidepressant.',
        'You can add a second medicine. It may be lithium, a thyroid hormone, or one of the newer antipsychotics.',
        'You can have talking therapy with a trained therapist.',
        'You can have rTMS, in which magnetic pulses act on the brain.',
        'You can have ECT (electroconvulsive therapy), in which a brief electric current acts on the brain.',
      ),
      paragraph(
        'Each has its own good and bad sides. Ketamine for depression is off-label. It has risks, such as dissociation (feeling cut off) and raised blood pressure. So it is fair to ask about all of these before you choose it.',
      ),
    ],
  },
  {
    slug: 'should-i-stop-my-antidepressant',
    question: 'Should I stop my antidepressant before treatment?',
    conditions: [depression],
    answer: [
      paragraph('Please do not stop any medicine on your own. Ask the person who prescribes it.'),
      paragraph(
        'Esketamine can be used with an antidepressant. Since January 2025, adults with treatment-resistant depression may also use it alone.[^approvals] Which way fits you is a choice to make with your clinician. Both ways have risks, such as dissociation (feeling cut off) and raised blood pressure.',
      ),
    ],
  },
  {
    slug: 'how-do-i-start-at-lumin-health',
    question: 'How do I start at Lumin Health?',
    answer: [
      paragraph(
        'Call [617-863-8810](tel:6178638810). The next step is a full evaluation. We ask about your mental health, your physical health, your medicines, and your goals. Then we talk about what may fit, and about the risks.',
      ),
      paragraph(
        'Lumin Health sells these treatments. You are free to ask for time, to ask for a second opinion, or to say no.',
      ),
    ],
  },
  {
    slug: 'what-if-the-treatment-does-not-help',
    question: 'What if the treatment does not help me?',
    answer: [
      paragraph(
        'Then it is not your fault. No treatment helps everyone. Tell your team how you feel, even if you think that they hope for better news.',
      ),
      paragraph(
        'There are other ways to go on. Our article on [standard treatments](article:standard-treatments-for-hard-to-treat-depression) lists them. If you feel without hope, [call 988](tel:988) or [text 988](sms:988) now.',
      ),
    ],
  },
])
