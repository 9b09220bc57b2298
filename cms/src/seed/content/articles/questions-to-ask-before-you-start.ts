import { faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const questionsToAskBeforeYouStart = article({
  slug: 'questions-to-ask-before-you-start',
  title: 'Questions to ask before you start',
  published: '2026-11-15',
  hero: 'archways',
  topics: ['choosing-care', 'treatment-day'],
  conditions: ['treatment-resistant-depression', 'ptsd', 'bipolar-depression'],
  summary:
    'A big choice is easier with good questions. Print this list or keep it on your phone, and bring it to your visit. It is for any clinic, ours too.',
  keyPoints: [
    'You may ask anything, and you may ask twice.',
    'Ask whether the use is on the label or off-label.',
    'Tell the clinic about your health, your medicines, and any pregnancy.',
    'You can take your time, ask someone else, or say no.',
  ],
  body: [
    heading(2, 'About the choice'),
    bullets(
      'What is my diagnosis, and how sure are you of it?',
      'Which standard treatments have I not tried yet?',
      'What could happen if I wait, or do nothing?',
      'Why do you think that this may help me?',
      'Does the clinic earn money from it?',
    ),
    paragraph(
      'Our answer to the last one is yes. Lumin Health sells treatment with esketamine and ketamine. There are other options too, which you can see in [Standard treatments](article:standard-treatments-for-hard-to-treat-depression).',
    ),
    heading(2, 'About the rules and the evidence'),
    bullets(
      'Has the FDA approved this for my condition, or is it off-label?',
      'What did studies find, both good and bad?',
      'How long does a benefit tend to last?',
      'What will we do if it does not help?',
    ),
    ketamineIsOffLabel,
    heading(2, 'About the risks'),
    paragraph(
      'Esketamine can cause dissociation (feeling cut off), deep sleepiness, slow breathing, and raised blood pressure, and it can be misused.[^label] Ketamine has risks too. See [Side effects and risks](article:side-effects-and-risks). You may want to ask:',
    ),
    bullets(
      'Which side effects are common, and which are serious?',
      'Do I have a health problem that makes it too risky?',
      'Who will watch me, and for how long?',
      'Whom do I call at night if something is wrong?',
    ),
    heading(2, 'What to tell the clinic'),
    paragraph('The team can plan well when they know a lot about you. Tell them about:'),
    bullets(
      'a weak or tangled blood vessel, or bleeding in the brain in the past: with these you must not have esketamine[^label]',
      'high blood pressure, or a problem with your heart',
      'all of your medicines, also those without a prescription',
      'any time when your mood ran far too high',
      'trouble with drugs or alcohol, now or in the past',
      'a pregnancy, or a plan for one: esketamine may harm an unborn baby[^label]',
      'thoughts of death or suicide',
    ),
    heading(2, 'About the day and the cost'),
    bullets(
      'How long will I be here, and how do I get home?',
      'What may I eat and drink before?',
      'How many visits are planned?',
      'What will it cost me, and what does my insurance pay?',
    ),
    heading(2, 'What is known, and what is not'),
    paragraph(
      '**Known:** for esketamine, the rules are set. You have it at a certified site, you enroll in a program, and you stay for at least two hours.[^rems]',
    ),
    paragraph(
      '**Not known:** nobody can promise you that it will help. If someone does, that is a good reason to ask more.',
    ),
    faqList(
      'People also ask',
      'faq:how-do-i-start-at-lumin-health',
      'faq:should-i-stop-my-antidepressant',
      'faq:who-should-not-have-esketamine',
    ),
  ],
  related: [
    'standard-treatments-for-hard-to-treat-depression',
    'what-off-label-means',
    'a-day-of-esketamine-treatment',
  ],
})
