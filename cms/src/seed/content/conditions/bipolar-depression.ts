import { careCard } from '../../blocks.ts'
import { condition } from '../../documents/condition.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const bipolarDepression = condition({
  slug: 'bipolar-depression',
  name: 'Bipolar depression',
  alsoKnownAs: ['Depressive episode of bipolar disorder'],
  published: '2026-11-04',
  summary:
    'People with bipolar disorder have times of low mood and times of very high mood. The low times are called bipolar depression. There are medicines made for them. Use of ketamine is off-label, and it has been studied in very few people.',
  keyFacts: [
    'The low times take up more of the illness than the high times do. They also carry more of its risk of suicide.',
    'There are medicines for the low times that the FDA has approved, as of November 2026.',
    'It is not advised to take an antidepressant alone for the low times.',
    'If ketamine is used here, that use is off-label. It is not an option during mania.',
  ],
  icd10Codes: [
    ['F31.30', 'Bipolar disorder, current episode depressed, mild or moderate severity, unspecified'],
    ['F31.31', 'Bipolar disorder, current episode depressed, mild'],
    ['F31.32', 'Bipolar disorder, current episode depressed, moderate'],
    ['F31.4', 'Bipolar disorder, current episode depressed, severe, without psychotic features'],
    ['F31.5', 'Bipolar disorder, current episode depressed, severe, with psychotic features'],
    ['F31.81', 'Bipolar II disorder'],
  ],
  overview: [
    paragraph(
      'Bipolar disorder is an illness of mood. There are times of *mania*, when mood and drive run far too high. In a milder form this is called *hypomania*. And there are times of depression.',
    ),
    bullets(
      '**Bipolar I:** at least one time of mania. It lasted a week or more, or it led to a stay in the hospital.[^upToDateBipolar]',
      '**Bipolar II:** at least one time of hypomania, for four days or more, and times of depression. There has never been mania.[^upToDateBipolar]',
    ),
    paragraph(
      'The depressed times take up more of the illness than mania does. They also carry more of its risk of suicide.[^upToDateBipolar] So they deserve good care.',
    ),
  ],
  symptoms: [
    paragraph(
      'The depressed times look like other depression. Five or more of these nine symptoms are there most of the day, nearly every day, for at least two weeks. One of the five is low mood or loss of interest.[^nimhDepression]',
    ),
    bullets(
      'Low mood',
      'Loss of interest or joy in things you used to like',
      'A change in how much you eat, or in your weight',
      'Too little sleep, or too much',
      'Being restless, or being slowed down',
      'Feeling tired, with little energy',
      'Feeling worthless, or full of guilt',
      'Trouble thinking clearly or making up your mind',
      'Thoughts of death or suicide',
    ),
    paragraph(
      'If thoughts of death or suicide are with you now, [call 988](tel:988) or [text 988](sms:988). You can read on later.',
    ),
  ],
  diagnosis: [
    paragraph(
      'A clinician asks about your low times and about high ones too. Someone close to you may have noticed highs that you did not see as a problem. It can help to bring that person along.',
    ),
    paragraph(
      'It matters which kind of depression it is. An antidepressant alone, for example, is not advised here.[^bapBipolar]',
    ),
  ],
  standardTreatments: [
    heading(3, 'Medicines approved by the FDA'),
    paragraph('As of November 2026, these are approved for bipolar depression:[^bipolarMedicines]'),
    bullets(
      'Olanzapine, when you take it along with fluoxetine. It was approved in 2003.',
      'Quetiapine. It is on the list of approved medicines too.',
      'Lurasidone. It was approved for this use in 2013.',
      'Cariprazine. It was approved for this use in 2019.',
      'Lumateperone. It was approved for this use in 2021.',
    ),
    heading(3, 'What experts advise'),
    paragraph(
      'A guideline from 2018 lists what to try early on for bipolar I. On the list are quetiapine, lurasidone, lithium, and lamotrigine.[^yatham2018] Some are used alone, and some are added to another medicine.',
    ),
    paragraph(
      'An antidepressant alone is not advised in bipolar depression.[^bapBipolar] If you take one alone, do not stop it on your own. Ask your prescriber about it soon.',
    ),
    heading(3, 'Where ketamine stands'),
    paragraph(
      'Ketamine is not a standard treatment here. Its use is off-label, it has risks, and it has been tested in small trials. It calls for careful checks and for a medicine that keeps your mood steady.',
    ),
  ],
  evidence: [
    {
      statement:
        'Ketamine was tested in 18 people who also took lithium or valproate. About 71 in 100 got clearly better with ketamine, and about 6 in 100 without it. One person in each group had a manic episode.',
      grade: 'veryLow',
      source: 'diazgranados2010',
    },
    {
      statement:
        'A second trial had 15 people. About 79 in 100 got clearly better with ketamine, and 0 in 100 without it. So few people cannot tell us how it works for most.',
      grade: 'veryLow',
      source: 'zarate2012',
    },
  ],
  treatmentStatuses: [
    {
      treatment: 'Olanzapine with fluoxetine',
      use: 'bipolar depression',
      status: 'approved',
      detail: 'Approved in 2003.',
      source: 'bipolarMedicines',
    },
    { treatment: 'Quetiapine', use: 'bipolar depression', status: 'approved', source: 'bipolarMedicines' },
    {
      treatment: 'Lurasidone',
      use: 'bipolar depression',
      status: 'approved',
      detail: 'Approved in 2013.',
      source: 'bipolarMedicines',
    },
    {
      treatment: 'Cariprazine',
      use: 'bipolar depression',
      status: 'approved',
      detail: 'Approved in 2019.',
      source: 'bipolarMedicines',
    },
    {
      treatment: 'Lumateperone',
      use: 'bipolar depression',
      status: 'approved',
      detail: 'Approved in 2021.',
      source: 'bipolarMedicines',
    },
    {
      treatment: 'Ketamine',
      use: 'bipolar depression',
      status: 'offLabel',
      detail:
        'The FDA has not approved ketamine for any mental health condition. It is not used during mania.',
      source: 'compounded2023',
    },
    {
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'bipolar depression',
      status: 'offLabel',
      detail:
        'The FDA has approved the spray for some kinds of major depression, not for bipolar depression.',
      source: 'label',
    },
    {
      treatment: 'An antidepressant alone',
      use: 'bipolar depression, in the view of a British guideline',
      status: 'notRecommended',
      detail: 'If you take one alone, do not stop on your own. Ask your prescriber.',
      source: 'bapBipolar',
    },
  ],
  risks: [
    heading(3, 'A switch to a high mood'),
    paragraph(
      'A treatment that lifts mood may lift it too far. In one small trial, one person in each group had a manic episode.[^diazgranados2010] Ask your team which early signs to watch for. Tell them at once if you or someone close sees such a sign.',
    ),
    heading(3, 'Other risks of ketamine'),
    paragraph(
      'Ketamine can cause nausea, dissociation (feeling cut off), and raised blood pressure. It is a controlled substance (Schedule III), and it can be misused.[^compounded2023] One paper found bladder symptoms three to four times as common with regular use, most of it outside of medical care.[^bladder]',
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
        'Call your clinician soon if your mood starts to climb higher than is usual for you. Call too if your low mood lasts, or if you think of stopping a medicine.',
      ),
    ),
  ],
  socialImage: 'two-tides',
})
