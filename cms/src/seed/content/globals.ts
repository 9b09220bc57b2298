import type { Writing } from '../writing.ts'

/** What every page says of the clinic; its address and opening hours are for the clinic to fill in. */
export const clinic = {
  name: 'Lumin Health',
  telephone: '617-863-8810',
  timeZone: 'America/New_York',
  disclosureOfInterest:
    'Lumin Health sells treatment with esketamine (Spravato) and, off-label, with ketamine. It earns money from both. This site is written for Lumin Health.',
}

/** Where to get help at once. */
export const crisis = {
  heading: 'Need help now?',
  introduction: 'You do not have to face this alone. You do not have to be sure that it is a crisis, either.',
  lines: [
    {
      name: 'Emergency',
      description: 'If someone is in danger right now, call 911.',
      contacts: [{ kind: 'call' as const, value: '911' }],
    },
    {
      name: '988 Suicide & Crisis Lifeline',
      description: 'If you think about suicide, if it all feels too much, or if you worry about someone.',
      contacts: [
        { kind: 'call' as const, value: '988', hint: 'Press 1 for veterans, press 2 for Spanish' },
        { kind: 'text' as const, value: '988' },
        { kind: 'chat' as const, value: 'https://988lifeline.org' },
      ],
    },
    {
      name: 'Massachusetts Behavioral Health Help Line',
      description: 'If you live in Massachusetts and need help with your mental health.',
      contacts: [{ kind: 'call' as const, value: '833-773-2445' }],
    },
  ],
}

/** The links at the top and at the foot of every page. */
export function navigation(writing: Writing) {
  return {
    header: [
      section('Conditions', '/conditions/'),
      section('Articles', '/articles/'),
      section('Questions', '/faqs/'),
      page('About', 'about', writing),
    ],
    footer: [
      page('About this site', 'about', writing),
      page('Editorial policy', 'editorial-policy', writing),
      page('How we review', 'how-we-review', writing),
      page('Help in a crisis', 'help-in-a-crisis', writing),
      page('Accessibility', 'accessibility', writing),
      page('Privacy', 'privacy', writing),
    ],
  }
}

/** Words that mean the same to someone who searches. */
export const search = {
  synonyms: [
    ['esketamine', 'Spravato', 'nasal spray'],
    ['ketamine', 'special K', 'Ketalar'],
    ['ketamine shot', 'ketamine injection', 'intramuscular ketamine'],
    ['shot', 'injection', 'needle'],
    ['infusion', 'drip', 'IV'],
    ['treatment-resistant depression', 'TRD', 'hard-to-treat depression'],
    ['major depression', 'MDD', 'major depressive disorder'],
    ['low mood', 'sad', 'sadness', 'crying', 'feeling down'],
    ['PTSD', 'post-traumatic stress disorder', 'trauma'],
    ['reliving', 'flashbacks'],
    ['bad dreams', 'nightmares'],
    ['veterans', 'military', 'army'],
    ['bipolar depression', 'bipolar disorder', 'manic depression'],
    ['anxiety', 'panic', 'panic attack'],
    ['OCD', 'obsessive-compulsive disorder'],
    ['ECT', 'electroconvulsive therapy', 'electroshock', 'shock therapy'],
    ['rTMS', 'TMS', 'magnetic stimulation'],
    ['talking therapy', 'psychotherapy', 'counseling'],
    ['medicine', 'medication', 'meds', 'drug'],
    ['sertraline', 'Zoloft'],
    ['paroxetine', 'Paxil'],
    ['quetiapine', 'Seroquel'],
    ['lurasidone', 'Latuda'],
    ['lamotrigine', 'Lamictal'],
    ['valproate', 'divalproex', 'Depakote'],
    ['side effects', 'risks', 'adverse effects'],
    ['dissociation', 'out of body', 'hallucinations', 'bad trip', 'K-hole', 'get high'],
    ['pregnant', 'pregnancy', 'breastfeeding'],
    ['young people', 'teenager', 'teen', 'child', 'kids'],
    ['eat', 'food', 'fasting'],
    ['off-label', 'not approved'],
    ['REMS', 'safety program'],
    ['suicide', 'suicidal thoughts', 'crisis'],
    ['misuse', 'misused', 'addiction', 'addictive', 'abuse', 'dependence'],
    ['cost', 'price', 'insurance', 'cover', 'Medicare', 'Medicaid'],
    ['visit', 'appointment', 'session'],
    ['treatments', 'sessions'],
    ['worry', 'worried', 'concerned'],
    ['someone', 'loved one', 'partner', 'husband', 'wife', 'friend', 'son', 'daughter', 'mother', 'father'],
    ['refer', 'referral', 'referring', 'refer a patient'],
    ['call', 'contact', 'phone', 'telephone', 'get in touch'],
  ].map((words) => ({ words })),
}

function section(label: string, path: '/conditions/' | '/articles/' | '/faqs/') {
  return { label, link: { kind: 'section' as const, section: path } }
}

function page(label: string, slug: string, writing: Writing) {
  return {
    label,
    link: {
      kind: 'document' as const,
      document: { relationTo: 'pages' as const, value: writing.idOf(`page:${slug}`) },
    },
  }
}
