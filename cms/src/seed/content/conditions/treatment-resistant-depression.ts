import { careCard } from '../../blocks.ts'
import { condition } from '../../documents/condition.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { emergencyCard, ketamineIsOffLabel, urgentCard } from '../shared-wording.ts'

export const treatmentResistantDepression = condition({
  slug: 'treatment-resistant-depression',
  name: 'Treatment-resistant depression',
  abbreviation: 'TRD',
  alsoKnownAs: ['Depression that is hard to treat', 'Treatment-refractory depression'],
  published: '2026-11-02',
  summary:
    'Depression is called treatment-resistant when it has not eased enough after two or more antidepressants. There are still many paths to try. This page sets them out, with what helps, what may not, and the risks.',
  keyFacts: [
    'Doctors speak of TRD when at least two antidepressants have not helped enough.',
    'There are many standard options to weigh before ketamine. Some are medicines, some are talking therapies, and some act on the brain from outside.',
    'Esketamine nasal spray (Spravato) is approved by the FDA for adults with TRD. Ketamine is not approved for it, so that use is off-label.',
    'Both can cause side effects. Examples are dissociation, nausea, and raised blood pressure.',
  ],
  icd10Codes: [
    ['F32.2', 'Major depressive disorder, single episode, severe without psychotic features'],
    ['F33.2', 'Major depressive disorder, recurrent, severe without psychotic features'],
  ],
  overview: [
    paragraph(
      'Depression is more than a sad day. It is an illness that stays for weeks or longer. It can change how you feel, sleep, eat, and think.[^nimhDepression]',
    ),
    paragraph(
      'The medical term for this page is *treatment-resistant depression*, or TRD. It is a form of major depression. Experts define it in more than one way.[^definitions][^definitionsReview] Most agree on this: at least two antidepressants have not helped enough.[^voineskos2020]',
    ),
    paragraph(
      'The name can sound final. It is not a judgment of you, and it does not mean that you are out of options.',
    ),
  ],
  symptoms: [
    paragraph(
      'Doctors look for nine symptoms. In major depression, five or more of them are there most of the day, nearly every day, for at least two weeks. One of the five is low mood or loss of interest.[^nimhDepression]',
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
      'There is no single test. A clinician talks with you about your symptoms, your health, and each treatment you have had. Together you look at how well each one worked.',
    ),
    paragraph('Before a clinician uses the term TRD, these questions are worth a look:'),
    bullets(
      'Is it surely depression, or could it be something else?',
      'Was the dose high enough?',
      'Did you take the medicine for long enough?',
      'Were you able to take it as planned? Many things can get in the way, and it is fine to say so.',
      'Do you have another illness that could be part of the cause?',
    ),
    paragraph(
      'TRD has no code of its own in the US list of diagnoses. A clinician picks the code for major depression that fits you.',
    ),
  ],
  standardTreatments: [
    paragraph(
      'These are the standard options for TRD.[^voineskos2020] Each has its own good and bad sides. Ask your clinician which of them you have not tried yet.',
    ),
    bullets(
      '**Switch to a new kind of antidepressant.** One class of medicine may suit you better than another.',
      '**Add lithium.** You take it along with your antidepressant.',
      '**Add a thyroid hormone.** It is called T3 for short.',
      '**Add a newer antipsychotic.** These medicines are used for mood too. It does not mean that you have psychosis (losing touch with what is real).',
      '**Talking therapy.** You work with a therapist on thoughts, feelings, and habits.',
      '**Magnetic stimulation (rTMS).** A device at your head sends magnetic pulses to the brain.',
      '**Electroconvulsive therapy (ECT).** A brief electric current acts on the brain, with a care team at your side.',
    ),
    heading(3, 'How often does a next step help?'),
    paragraph(
      'One study looked at up to four steps of care. People rated their own symptoms. At step one, about 37 in 100 became free or almost free of symptoms. At step two, it was about 31 in 100.[^rush2006]',
    ),
    paragraph(
      'At steps three and four, it was about 14 and 13 in 100. People who needed more steps had a relapse more often. If all had stayed in the study, an estimated 67 in 100 might have gotten well in the end.[^rush2006]',
    ),
    heading(3, 'Where esketamine and ketamine fit in'),
    paragraph(
      'Esketamine and ketamine are among the newer options.[^voineskos2020] They come with risks that you should know before you choose. Use of ketamine for depression is off-label.',
    ),
  ],
  evidence: [
    {
      statement:
        'Esketamine with an antidepressant was tested in a trial. After 28 days, scores on a depression scale (MADRS) were about 4 points better than in the other group.',
      grade: 'moderate',
      source: 'popova2019',
    },
    {
      statement:
        'Esketamine on its own was tested in 378 people. Scores were about 5 points better than with a dummy spray at the lower dose. At the higher dose, they were about 7 points better.',
      grade: 'moderate',
      source: 'janik2025',
    },
    {
      statement:
        'Esketamine was tested against quetiapine. At week 8, about 27 in 100 people were free or almost free of symptoms with esketamine, and about 18 in 100 with quetiapine. All knew which one they had, which can sway results.',
      grade: 'low',
      source: 'reif2023',
    },
    {
      statement:
        'Ketamine was tested against ECT in people without psychosis. About 55 in 100 got clearly better with ketamine, and about 41 in 100 with ECT. All knew which one they had.',
      grade: 'low',
      source: 'anand2023',
    },
    {
      statement:
        'One infusion of ketamine (a drip into a vein) acts fast on depression, but the effect does not last.',
      grade: 'moderate',
      source: 'singleInfusion',
    },
    {
      statement:
        'Not all trials found a benefit. In one, people in the hospital had ketamine again and again. They did no better than people on a sedative called midazolam.',
      grade: 'low',
      source: 'karmaDep2',
    },
    {
      statement:
        'Side effects were common. In trials with an antidepressant, about 41 in 100 people on esketamine had dissociation, and about 29 in 100 felt dizzy.',
      grade: 'moderate',
      source: 'professionals',
    },
  ],
  treatmentStatuses: [
    {
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'treatment-resistant depression in adults, with an antidepressant or on its own',
      status: 'approved',
      detail: 'The FDA approved it with an antidepressant in March 2019, and on its own in January 2025.',
      source: 'approvals',
    },
    {
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'major depression with acute suicidal thoughts or actions in adults, with an antidepressant',
      status: 'approved',
      detail:
        'The FDA added this use in summer 2020. Even so, the spray has not been shown to prevent suicide, or to reduce suicidal thoughts or actions.',
      source: 'label',
    },
    {
      treatment: 'Ketamine',
      use: 'treatment-resistant depression',
      status: 'offLabel',
      detail: 'The FDA has not approved ketamine for any mental health condition.',
      source: 'compounded2023',
    },
    {
      treatment: 'Esketamine nasal spray (Spravato)',
      use: 'treatment-resistant depression, in the view of the UK body NICE',
      status: 'notRecommended',
      detail: 'NICE named the cost, and how unsure the evidence is.',
      source: 'ta854',
    },
  ],
  risks: [
    heading(3, 'Serious risks of esketamine'),
    paragraph('The FDA label puts these risks in a box, as its strongest warning:[^label]'),
    bullets(
      'sedation: you feel very sleepy or pass out',
      'dissociation: you feel cut off from your body or from the world',
      'slow or weak breathing',
      'misuse of the medicine',
      'suicidal thoughts and actions in young people',
    ),
    paragraph(
      'For these reasons it is given at a certified site, where staff watch you for at least two hours.[^rems] You never take it home.',
    ),
    heading(3, 'Common side effects of esketamine'),
    paragraph(
      'In trials with an antidepressant, about 41 in 100 people had dissociation. About 29 in 100 felt dizzy, 28 in 100 felt sick to the stomach, and 23 in 100 felt very sleepy. Blood pressure rose in about 10 in 100.[^professionals] Our source gives no numbers for people who had no esketamine.',
    ),
    heading(3, 'Risks of ketamine'),
    paragraph(
      'Ketamine can cause nausea, dissociation, and raised blood pressure. It is a controlled substance (Schedule III), and it can be misused.[^compounded2023] One paper found bladder symptoms three to four times as common with regular use, most of it outside of medical care.[^bladder]',
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
        'Talk with your clinician if your treatment does not help enough, or if side effects trouble you. Talk with them too if you think of stopping a medicine. Please do not stop on your own.',
      ),
    ),
  ],
  socialImage: 'quiet-hills',
})
