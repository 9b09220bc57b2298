import { BLOCK_WORDS_TAG } from './block-words-tag.ts'

/** What is looked for in a source, once, and what stands there afterwards. */
export type Repair = { of: string; find: string; replace: string }

/** What is mended in the forms of `@payloadcms/ui`, in the words of its client bundle. */
export const formRepairs: Repair[] = [
  {
    of: 'the mark that a form is being stored, which the second draft of a queue went without, so that what was typed during it was never stored',
    find: 't.current=[],e.current=!0;try{await i()}',
    replace: 't.current=[],e.current=!0,r?.beforeProcess?.();try{await i()}',
  },
  {
    of: 'what a form remembers of the moment when a draft was sent',
    find: 'type:"MERGE_SERVER_STATE",acceptValues:Mt,prevStateRef:Q,serverState:Ws}',
    replace: 'type:"MERGE_SERVER_STATE",acceptValues:Mt,prevStateRef:Q,serverState:Ws,sentState:tn}',
  },
  {
    of: 'the way of that memory to where the answer is taken in',
    find: '{let{acceptValues:o,prevStateRef:n,serverState:r}=e,s=JR({acceptValues:o,currentState:t||{},incomingState:r});',
    replace:
      '{let{acceptValues:o,prevStateRef:n,serverState:r}=e,s=JR({acceptValues:o,currentState:t||{},incomingState:r,sentState:e.sentState});',
  },
  {
    of: 'the parameter for it',
    find: 'JR=({acceptValues:t,currentState:e={},incomingState:o})=>{',
    replace: 'JR=({acceptValues:t,currentState:e={},incomingState:o,sentState:sentState})=>{',
  },
  {
    of: 'which fields take their value from the answer: not those that changed since, also when another field changed after them',
    find: 't.overrideLocalChanges===!1&&!e[r]?.isModified',
    replace:
      't.overrideLocalChanges===!1&&!e[r]?.isModified&&(!sentState||wz(e[r]?.value,sentState[r]?.value))',
  },
  {
    of: 'what a form takes for an answer when none came: itself, without the components of its rich text, which then were gone',
    find: 'for(let Mt of v)ze=await Mt({formState:KR(le,{excludeFiles:!0}),submitted:Se});',
    replace:
      'for(let Mt of v){let asked=KR(le,{excludeFiles:!0}),answer=await Mt({formState:asked,submitted:Se});ze=answer===asked?void 0:answer}',
  },
  {
    of: 'the mark that a form holds what is not stored, which one went without whose save or publish was refused, so that it could be left without a question',
    find: 'gt._status==="draft"&&(X(!0),l||J(!1))',
    replace: 'X(!0),gt._status==="draft"&&(l||J(!1))',
  },
  {
    of: 'what a form shows of a document that was taken off the site: what is stored, where it went back to what it was when the form was opened, after which each further save was refused; the page is loaded anew when what is stored does not come',
    find: 'h({...n||{},_status:"draft"}),q.success(',
    replace: 'await h((await j.json()).doc).catch(()=>window.location.reload()),q.success(',
  },
  {
    of: 'how long the question before that stays open: until the form shows it, so that nothing is typed into a form that is about to be replaced',
    find: 'I=cq($=>{(async()=>{let B,O,N=',
    replace: 'I=cq($=>{return(async()=>{let B,O,N=',
  },
  {
    of: 'what a form becomes when the answer with its new state is lost: nothing, and the whole page failed',
    find: 'signal:ze.signal,skipValidation:!0});H.current={...yh}',
    replace:
      'signal:ze.signal,skipValidation:!0});if(!ut)throw new Error("The new state of the form did not come.");H.current={...yh}',
  },
  {
    of: 'a further attempt to store a draft, when somebody asks for one (UnsavedWords)',
    find: 'w6(()=>()=>{_()},[]);let _=ot(',
    replace:
      'w6(()=>()=>{_()},[]),w6(()=>(window.addEventListener("careword-store-draft",D),()=>window.removeEventListener("careword-store-draft",D)),[]);let _=ot(',
  },
  {
    of: 'what a form remembers of the answer to its own save: the date, at once, and also when its new state is late or lost',
    find: 'An={};if(Bc&&(An=await So.json()),So.status<400){',
    replace: 'An={};if(Bc&&(An=await So.json()),So.status<400){Q.saved=An.doc??An.result;',
  },
  {
    of: 'the date that a form sends: that of its newest own save, which a draft that waited for the one before it did not know yet',
    find: 'let yr=ny(H.current.fields,!0),tn=',
    replace:
      'let yr=ny(H.current.fields,!0);Q.saved?.createdAt===yr.createdAt&&yr.updatedAt<Q.saved?.updatedAt&&(yr.updatedAt=Q.saved.updatedAt);let tn=',
  },
]

/** What is mended in the blocks of `@payloadcms/richtext-lexical`, in the words of its client bundle. */
export const blockRepairs: Repair[] = [
  {
    of: 'the values that a block has when it is shown again, as after a look at another tab: those in groups, which went back to what they were when the page was loaded',
    find: '([W,z])=>[W,W in l?{...z,initialValue:l[W],value:l[W]}:z]',
    replace:
      '([W,z])=>{let way=W.split("."),held=way.reduce((from,part)=>from?.[part],l);return[W,way[0]in l?{...z,initialValue:held,value:held}:z]}',
  },
  {
    of: 'the first answer of the server to a block, which could be undone in the text without anything to be seen',
    find: 're.blockType=L,Y.setFields(re,!0)}},{tag:qo})',
    replace: `re.blockType=L,Y.setFields(re,!0)}},{tag:[qo,"history-merge","${BLOCK_WORDS_TAG}"]})`,
  },
  {
    of: 'each further one, of which there is one for each rest in typing',
    find: 'ze.blockType=L,re.setFields(ze,!0)}},{tag:qo})',
    replace: `ze.blockType=L,re.setFields(ze,!0)}},{tag:[qo,"history-merge","${BLOCK_WORDS_TAG}"]})`,
  },
]

/** What is mended in its editor, which lies in a bundle of its own. */
export const editorRepairs: Repair[] = [
  {
    of: 'which updates of a text reach the form: those from a block too, which are no step to undo',
    find: 'ignoreSelectionChange:!0,onChange:(d,g,C)=>{(!C.has("focus")||C.size>1)&&',
    replace: `ignoreSelectionChange:!0,ignoreHistoryMergeTagChange:!1,onChange:(d,g,C)=>{(!C.has("focus")||C.size>1)&&(!C.has("history-merge")||C.has("${BLOCK_WORDS_TAG}"))&&`,
  },
]

/**
 * Mends what loses words in the forms of Payload's admin.
 *
 * @param source the client bundle of a package of Payload's
 * @returns the same with the repairs
 * @throws an Error that names the repair whose place is not in the bundle, as after an update of the package
 */
export function mendForm(source: string, repairs: Repair[]): string {
  return repairs.reduce((mended, { of, find, replace }) => {
    const places = mended.split(find).length - 1
    if (places !== 1) {
      throw new Error(
        `A client bundle of Payload’s has ${places} places instead of one for the repair of ${of}. ` +
          'See docs/decisions/0024-words-that-are-typed-are-kept.md for what to do after an update.',
      )
    }
    return mended.replace(find, () => replace)
  }, source)
}
