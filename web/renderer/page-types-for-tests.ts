import { preparePath, styleguidePath } from '@careword/shared/paths.ts'

/** A page of every type, of the site in the fixtures with some older articles. */
export const pageTypes = [
  '/',
  '/conditions/',
  '/conditions/treatment-resistant-depression/',
  '/articles/',
  '/articles/page/1/',
  '/articles/topics/treatment/',
  '/articles/conditions/treatment-resistant-depression/',
  '/articles/first-esketamine-visit/',
  '/faqs/',
  '/faqs/topics/safety/',
  '/faqs/conditions/treatment-resistant-depression/',
  '/faqs/driving-after-treatment/',
  '/search/',
  preparePath,
  '/people/jordan-reyes/',
  '/about/',
  '/404.html',
  styleguidePath,
]
