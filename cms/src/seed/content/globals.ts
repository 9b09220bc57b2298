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
    ['treatment-resistant depression', 'TRD', 'hard-to-treat depression'],
    ['PTSD', 'post-traumatic stress disorder', 'trauma'],
    ['bipolar depression', 'bipolar disorder', 'manic depression'],
    ['ECT', 'electroconvulsive therapy'],
    ['rTMS', 'TMS', 'magnetic stimulation'],
    ['talking therapy', 'psychotherapy', 'counseling'],
    ['side effects', 'risks', 'adverse effects'],
    ['off-label', 'not approved'],
    ['suicide', 'suicidal thoughts', 'crisis'],
    ['OCD', 'obsessive-compulsive disorder'],
    ['medicine', 'medication', 'drug'],
    ['misuse', 'misused', 'addiction', 'addictive', 'abuse', 'dependence'],
    ['cost', 'price'],
    ['visit', 'appointment'],
    ['worry', 'worried', 'concerned'],
    ['someone', 'loved one', 'partner', 'husband', 'wife', 'friend', 'son', 'daughter', 'mother', 'father'],
    ['refer', 'referral', 'referring'],
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
