import { EXISTENCE, type FieldSet } from '../../content/field-set.ts'
import { questionNamed, type Question } from '../../content/question.ts'
import type { Reads } from '../../content/reads.ts'
import { nameWithoutPaging } from '../../content/snapshot-index.ts'

/** A thing that pages read. */
type Thing = {
  name: string
  /** How many pages read it. */
  uses: number
  /** Which ones, as long as they are few. */
  readers: Set<string> | undefined
}

/** Of a thing that more pages read, all lists are looked through. */
const FEW_READERS = 100

/**
 * Answers which pages read what changed.
 *
 * Things get numbers, and what a page read is one list of numbers: a thing and its fields in turn. Most changes are of
 * things that few pages read, which are noted with the thing. For the others all lists are looked through, which for
 * 10,000 pages takes a few milliseconds; the lists take far less memory than a map from each thing to its pages.
 */
export class ReadsIndex {
  readonly #pages = new Map<string, Int32Array>()
  readonly #numbers = new Map<string, number>()
  /** By number. */
  readonly #things: Thing[] = []
  readonly #freeNumbers: number[] = []
  /** By name, those that ask for parts of one answer together. */
  readonly #questions = new Map<string, Map<string, Question>>()

  /** Puts what a page read in place of what it read before. */
  set(page: string, reads: Reads): void {
    const list = new Int32Array(reads.length * 2)
    reads.forEach(([thing, fields], index) => {
      list[index * 2] = this.#take(thing)
      list[index * 2 + 1] = fields
    })
    this.delete(page)
    for (const number of numbersIn(list)) this.#things[number]?.readers?.add(page)
    this.#pages.set(page, list)
  }

  /** Forgets a page. */
  delete(page: string): void {
    for (const number of numbersIn(this.#pages.get(page) ?? new Int32Array())) this.#release(number, page)
    this.#pages.delete(page)
  }

  /** An index of its own with the same content. */
  copy(): ReadsIndex {
    const copy = new ReadsIndex()
    for (const [page, list] of this.#pages) copy.#pages.set(page, list)
    for (const [name, number] of this.#numbers) copy.#numbers.set(name, number)
    for (const [query, questions] of this.#questions) copy.#questions.set(query, new Map(questions))
    for (const thing of this.#things)
      copy.#things.push({ ...thing, readers: thing.readers && new Set(thing.readers) })
    copy.#freeNumbers.push(...this.#freeNumbers)
    return copy
  }

  /** The questions about many documents that pages asked, by name: those that differ in paging alone together. */
  get questions(): Iterable<ReadonlyMap<string, Question>> {
    return this.#questions.values()
  }

  /** The pages that read any of these things. @param changed the fields that changed, by thing */
  readersOf(changed: ReadonlyMap<string, FieldSet>): Set<string> {
    const changedByNumber = new Int32Array(this.#things.length)
    const things: Thing[] = []
    for (const [name, fields] of changed) {
      const number = this.#numbers.get(name)
      const thing = number === undefined ? undefined : this.#things[number]
      if (number === undefined || !thing) continue
      changedByNumber[number] = fields
      things.push(thing)
    }
    const lists = things.every(({ readers }) => readers) ? this.#listsOf(things) : this.#pages
    const readers = new Set<string>()
    for (const [page, list] of lists) if (hasRead(list, changedByNumber)) readers.add(page)
    return readers
  }

  *#listsOf(things: readonly Thing[]): Iterable<[page: string, list: Int32Array]> {
    for (const page of new Set(things.flatMap(({ readers }) => [...(readers ?? [])]))) {
      const list = this.#pages.get(page)
      if (list) yield [page, list]
    }
  }

  #take(name: string): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.#freeNumbers.pop() ?? this.#things.length
      this.#numbers.set(name, number)
      this.#things[number] = { name, uses: 0, readers: new Set() }
      const question = questionNamed(name)
      if (question) this.#ask(name, question)
    }
    const thing = this.#things[number]
    if (thing && ++thing.uses > FEW_READERS) thing.readers = undefined
    return number
  }

  #ask(name: string, question: Question): void {
    const query = nameWithoutPaging(question.query)
    const together = this.#questions.get(query) ?? new Map<string, Question>()
    together.set(name, question)
    this.#questions.set(query, together)
  }

  #askNoMore(name: string, { query }: Question): void {
    const together = this.#questions.get(nameWithoutPaging(query))
    together?.delete(name)
    if (together?.size === 0) this.#questions.delete(nameWithoutPaging(query))
  }

  #release(number: number, page: string): void {
    const thing = this.#things[number]
    thing?.readers?.delete(page)
    if (!thing || --thing.uses > 0) return
    this.#numbers.delete(thing.name)
    const question = questionNamed(thing.name)
    if (question) this.#askNoMore(thing.name, question)
    this.#freeNumbers.push(number)
  }
}

function* numbersIn(list: Int32Array): Iterable<number> {
  for (let at = 0; at < list.length; at += 2) yield list[at] ?? 0
}

/** Whoever read a thing at all depends on its existence. */
function hasRead(list: Int32Array, changedByNumber: Int32Array): boolean {
  for (let at = 0; at < list.length; at += 2) {
    const changed = changedByNumber[list[at] ?? 0] ?? 0
    if ((changed & ((list[at + 1] ?? 0) | EXISTENCE)) !== 0) return true
  }
  return false
}
