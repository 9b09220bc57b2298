import { careCard } from '../../blocks.ts'
import { condition } from '../../documents/condition.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const ptsd = condition({
  slug: 'ptsd',
  name: 'Post-traumatic stress disorder',
  abbreviation: 'PTSD',
  alsoKnownAs: ['Post-traumatic stress'],
  published: '2026-11-03',
  summary:
    'PTSD can follow a terrible event. The past keeps breaking into the present. There are talking therapies made for PTSD, and they come before medicines. Studies of ketamine do not agree, and its use for PTSD is off-label.',
  keyFacts: [
    'PTSD can follow death or threat of death, serious injury, or sexual violence. It is not a sign of weakness.',
    'Talking therapies that deal with the trauma come before medicines.',
    'As of November 2026, the FDA has approved two medicines for PTSD. They are sertraline and paroxetine.',
    'Ketamine for PTSD is off-label. A 2023 guideline of the US Departments of Veterans Affairs and Defense suggests against it.',
  ],
  icd10Codes: [
    ['F43.10', 'Post-traumatic stress disorder, unspecified'],
    ['F43.11', 'Post-traumatic stress disorder, acute'],
    ['F43.12', 'Post-traumatic stress disorder, chronic'],
  ],
  overview: [
    paragraph(
      'PTSD is short for *post-traumatic stress disorder*. It can follow an event with death or the threat of death, serious injury, or sexual violence.[^ptsdCenter][^ovc]',
    ),
    paragraph(
      'After such an event, it makes sense that mind and body stay on guard. With PTSD, this goes on for more than a month and gets in the way of life.[^ptsdCenter] It can be treated.',
    ),
  ],
  symptoms: [
    paragraph(
      'There are four groups of symptoms. With PTSD, they last for more than a month. They cause distress, or make daily life hard.[^ptsdCenter][^ovc]',
    ),
    bullets(
      '**Reliving it.** The event comes back, for example in memories or bad dreams.',
      '**Avoiding.** You stay away from what reminds you of it, or from thoughts and feelings about it.',
      '**Darker beliefs and mood.** You think worse of yourself, of others, or of the world.',
      '**Being on edge.** You are tense, on guard, or easy to startle.',
    ),
    paragraph(
      'If these signs sound like you, you are not broken, and you are not alone with it. Help exists.',
    ),
  ],
  diagnosis: [
    paragraph(
      'A clinician may start with a short set of questions. It is called the Primary Care PTSD Screen.[^vaDodSynopsis] A screen can point to PTSD, but it cannot prove it.',
    ),
    paragraph(
      'The next step is a longer talk with set questions. Two such talks have the short names CAPS-5 and PSSI-5.[^vaDodSynopsis] You may take breaks, and you do not have to tell every detail at once.',
    ),
  ],
  standardTreatments: [
    heading(3, 'Talking therapies come before medicines'),
    paragraph(
      'There is a 2023 guideline of the US Department of Veterans Affairs (VA) and the Department of Defense. It puts these talking therapies ahead of medicines.[^vaDodSynopsis] You have them one on one.',
    ),
    bullets(
      '**Prolonged exposure.** Step by step, you face memories and places that you have avoided.',
      '**Cognitive processing therapy.** You learn to look at painful beliefs in a new way.',
      '**EMDR.** You think of the event while you follow a movement with your eyes.',
    ),
    paragraph(
      'Talking about trauma can stir up strong feelings. A trained therapist goes at a pace you can bear.',
    ),
    heading(3, 'Medicines'),
    paragraph(
      'The same guideline names three medicines that can be used. They are paroxetine, sertraline, and venlafaxine. For PTSD, it is against the use of cannabis and of the calming pills called benzodiazepines.[^vaDodSynopsis]',
    ),
    paragraph(
      'As of November 2026, the FDA has approved sertraline and paroxetine for PTSD. All other medicines for PTSD are off-label.[^ptsdMedicines]',
    ),
    heading(3, 'Where ketamine stands'),
    paragraph(
      'Ketamine is not a standard treatment for PTSD. The guideline suggests against it, and finds the evidence very uncertain.[^vaDod2023] Its risks are listed on this page.',
    ),
  ],
  evidence: [
    {
      statement:
        'A single dose of ketamine was tested in 41 people. One day later, their symptoms had eased more than with midazolam, a sedative.',
      grade: 'veryLow',
      source: 'feder2014',
    },
    {
      statement:
        'An infusion is a drip into a vein. Six of them were tested in 30 people. About 67 in 100 got clearly better with ketamine, and about 20 in 100 in the other group. Half of those who got better had lost the gain after about four weeks.',
      grade: 'veryLow',
      source: 'feder2021',
    },
    {
      statement:
        'The largest of the three trials had 158 veterans and service members. On its main measure, ketamine did not help.',
      grade: 'low',
      source: 'abdallah2022',
    },
    {
      statement:
        'The VA and the Department of Defense looked at the evidence in 2023. They suggest against ketamine for PTSD.',
      grade: 'veryLow',
      source: 'vaDod2023',
    },
  ],
  treatmentStatuses: [
    {
      treatment: 'Sertraline',
      use: 'PTSD',
      status: 'approved',
      source: 'ptsdMedicines',
    },
    {
      treatment: 'Paroxetine',
      use: 'PTSD',
      status: 'approved',
      source: 'ptsdMedicines',
    },
    {
      treatment: 'Venlafaxine',
      use: 'PTSD',
      status: 'offLabel',
      detail: 'For PTSD, the FDA has approved sertraline and paroxetine.',
      source: 'ptsdMedicines',
    },
    {
      treatment: 'Ketamine',
      use: 'PTSD, as the FDA sees it',
      status: 'offLabel',
      detail: 'The FDA has not approved ketamine for any mental health condition.',
      source: 'compounded2023',
    },
    {
      treatment: 'Ketamine',
      use: 'PTSD, in the view of the VA and the Department of Defense',
      status: 'notRecommended',
      detail: 'The 2023 guideline suggests against it, with very low certainty.',
      source: 'vaDod2023',
    },
    {
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'PTSD',
      status: 'offLabel',
      detail: 'The FDA has approved the spray for some kinds of depression, not for PTSD.',
      source: 'label',
    },
    {
      treatment: 'Benzodiazepines',
      use: 'PTSD, in the view of the VA and the Department of Defense',
      status: 'notRecommended',
      detail: 'If you take one, do not stop on your own. Talk with your prescriber.',
      source: 'vaDodSynopsis',
    },
    {
      treatment: 'Cannabis',
      use: 'PTSD, in the view of the VA and the Department of Defense',
      status: 'notRecommended',
      source: 'vaDodSynopsis',
    },
  ],
  risks: [
    heading(3, 'Risks of ketamine'),
    paragraph(
      'Ketamine can cause nausea, dissociation, and raised blood pressure. With dissociation, you feel cut off from your body or from the world. After trauma, this may be frightening. Tell the team if you know such moments from daily life.',
    ),
    paragraph(
      'Ketamine is a controlled substance (Schedule III), and it can be misused.[^compounded2023] One paper found bladder symptoms three to four times as common with regular use, most of it outside of medical care.[^bladder]',
    ),
    heading(3, 'A gain that may not last'),
    paragraph(
      'In a small trial, half of those who got better had lost the gain after about four weeks.[^feder2021] It can hurt when a gain fades. Plan with your team what you will do if it happens.',
    ),
    ketamineIsOffLabel,
  ],
  whenToGetHelp: [
    emergencyCard,
    urgentCard,
    careCard(
      'nonUrgent',
      'Talk with your care team',
      paragraph(
        'Talk with your clinician if you have bad dreams, feel on edge, or stay away from more and more things. If you served in the military, you can [call 988](tel:988) and press 1.',
      ),
    ),
  ],
  socialImage: 'morning-water',
})
