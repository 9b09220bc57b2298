import { page } from '../../documents/page.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'

export const editorialPolicy = page({
  slug: 'editorial-policy',
  title: 'Editorial policy',
  published: '2026-11-03',
  summary: 'These are the rules that we write by. You can hold us to them.',
  body: [
    heading(2, 'Plain and kind words'),
    paragraph(
      'We write short sentences. We explain medical terms where they come up. We speak of people, not of cases: a person has a condition, and is more than that.',
    ),
    heading(2, 'Facts with sources'),
    paragraph(
      'Health facts have sources, and these are listed on the page. At times we describe a source in our own words. The link or the number next to it tells you which one it is. What we say about our own clinic comes from the clinic.',
    ),
    paragraph(
      'Where we found no source that we trust, we leave the fact out. That is why some pages say little about cost or about how common something is.',
    ),
    heading(2, 'Both sides'),
    bullets(
      'We show trials that found a benefit, and trials that did not.',
      'We list the risks on each page about a treatment.',
      'We name all standard options before ketamine.',
      'We say when a use is off-label. All use of ketamine for mental health is.[^compounded2023]',
    ),
    heading(2, 'Numbers you can picture'),
    paragraph(
      'We say “27 in 100”, and we count out of 100 each time. We show both groups of a trial where our source gives both. We round to whole numbers.',
    ),
    paragraph(
      'When we write “clearly better”, we mean that symptoms eased by as much as the trial had set as its goal.',
    ),
    heading(2, 'How sure we are'),
    paragraph('On pages about a condition, each result has a grade. The grade says how much we trust it:'),
    bullets(
      '**High:** new studies will hardly change it.',
      '**Moderate:** new studies may change it somewhat.',
      '**Low:** new studies may well change it.',
      '**Very low:** it is little more than a hint.',
    ),
    paragraph(
      'Our editors set the grades with care. On a page that has been reviewed, the reviewer has checked them. On a starter page, nobody has yet.',
    ),
    heading(2, 'Who stands behind this site'),
    paragraph(
      'This site belongs to Lumin Health. The clinic sells treatment with esketamine and ketamine, and earns money from it. We show no ads.',
    ),
    heading(2, 'When we are wrong'),
    paragraph(
      'Please call [617-863-8810](tel:6178638810) and tell us. We fix the page. When the change matters for your care, we note it on the page with its date.',
    ),
  ],
})
