/** What people may want to tell or ask at a visit, in the order of a visit. Questions only: they claim nothing. */
export const visitQuestions: readonly { title: string; questions: readonly string[] }[] = [
  {
    title: 'To tell your clinician',
    questions: [
      'All medicines, vitamins and herbs that I take',
      'Treatments that I have tried, and how they went',
      'Other illnesses that I have, and allergies',
      'Whether I am pregnant, or might become pregnant',
      'How I use alcohol and other drugs, now and before',
      'Times when my mood ran far too high, or that of someone in my family',
      'Thoughts of death or suicide, if I have them',
    ],
  },
  {
    title: 'About the choice',
    questions: [
      'What are all my options, including those that you do not offer?',
      'Why might this treatment suit me, and why not?',
      'Is this use approved by the FDA, or is it off-label?',
      'What did studies find, for it and against it?',
      'What may happen if I wait, or do nothing for now?',
    ],
  },
  {
    title: 'About the risks',
    questions: [
      'Which side effects are common, and how long do they last?',
      'Which risks are rare but serious?',
      'Could I become dependent on it?',
      'Who watches over me, and for how long?',
    ],
  },
  {
    title: 'About the day',
    questions: [
      'What may I eat, drink and take before I come?',
      'How long will I be there?',
      'When may I drive and work again?',
      'Can someone stay with me?',
    ],
  },
  {
    title: 'About the time after',
    questions: [
      'How and when will we know whether it helps?',
      'What do we do if it does not help?',
      'How does it fit with my other medicines and my therapy?',
      'Whom do I call at night or on a weekend?',
    ],
  },
  {
    title: 'About the cost',
    questions: ['What does it cost in all?', 'What does my insurance pay, and what if it says no?'],
  },
]
