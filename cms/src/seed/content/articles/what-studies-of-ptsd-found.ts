import { faqList, outcome } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const whatStudiesOfPtsdFound = article({
  slug: 'what-studies-of-ptsd-found',
  title: 'Ketamine and PTSD: what studies found',
  published: '2026-11-12',
  hero: 'river',
  topics: ['evidence'],
  conditions: ['ptsd'],
  summary:
    'Two small trials found that ketamine eased PTSD for a while. A larger one did not find a benefit. A 2023 guideline suggests against it, and its use for PTSD is off-label.',
  keyPoints: [
    'Talking therapy that deals with the trauma comes before any medicine.',
    'Two small trials of ketamine found a benefit. In one of them, half of those who got better lost the gain after about four weeks.',
    'The largest of the three trials did not find a benefit on its main measure.',
    'Ketamine for PTSD is off-label, and it has risks, such as dissociation.',
  ],
  body: [
    heading(2, 'What comes before ketamine'),
    paragraph(
      'There is a 2023 guideline of the US Department of Veterans Affairs (VA) and the Department of Defense. It puts talking therapies ahead of medicines.[^vaDodSynopsis] Three of them are named: prolonged exposure, cognitive processing therapy, and EMDR. There are also three medicines that can be used.',
    ),
    paragraph(
      'You can read about each one on our page about [PTSD](condition:ptsd). Have you tried them yet? If not, it is fair to ask for them.',
    ),
    heading(2, 'Three trials of ketamine'),
    heading(3, 'A single dose'),
    paragraph(
      'One trial had 41 people. One day after a single dose, symptoms had eased more with ketamine than with midazolam, a sedative.[^feder2014] One day is a short time. The trial does not tell us about the months after.',
    ),
    heading(3, 'Six infusions'),
    paragraph('An infusion is a drip into a vein. In this trial, each person had six.'),
    outcome({
      what: 'People whose PTSD got clearly better',
      group: { label: 'With ketamine', count: 67 },
      comparison: { label: 'In the other group', count: 20 },
      note: 'The trial had just 30 people. With so few, chance plays a big part.',
      source: 'feder2021',
    }),
    paragraph(
      'The gain often did not stay. Half of those who got better had lost it after about four weeks.[^feder2021]',
    ),
    heading(3, 'Veterans and service members'),
    paragraph(
      'The largest of the three trials had 158 people. On its main measure, ketamine did not help.[^abdallah2022]',
    ),
    heading(2, 'What the guideline says'),
    paragraph(
      'The VA and the Department of Defense weighed the evidence in 2023. They suggest against ketamine for PTSD, and they rate the evidence as very uncertain.[^vaDod2023]',
    ),
    heading(2, 'Risks'),
    paragraph(
      'Ketamine can cause nausea, dissociation, and raised blood pressure. It can be misused too. With dissociation, you feel cut off from your body or from the world. If you know such moments from daily life, talk about it before you choose.',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    bullets(
      '**Known:** the trials do not agree with one another.[^feder2021][^abdallah2022]',
      '**Known:** the FDA has not approved ketamine for PTSD.[^compounded2023]',
      '**Not known:** whether ketamine helps when it is joined with talking therapy for trauma. The trials on this page do not answer that.',
      '**Not known:** how to make a gain last.',
    ),
    urgentCard,
    faqList('People also ask', 'faq:does-ketamine-help-with-ptsd', 'faq:what-is-dissociation'),
  ],
  related: ['what-off-label-means', 'ketamine-and-bipolar-depression', 'side-effects-and-risks'],
})
