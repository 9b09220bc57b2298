'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { DocumentStatus } from '../document-status.ts'
import { DocumentWarnings } from './SiteWarnings.tsx'
import { ownTimeZone, usePolled } from './use-polled.ts'
import './delivery.css'

const WHILE_QUEUED_MS = 500
const OTHERWISE_MS = 5000

/** On the form of a document: where its newest change is on its way to the site, and a link to its page. */
export function DeliveryStatus() {
  const { collectionSlug, globalSlug, hasPublishedDoc, id, lastUpdateTime } = useDocumentInfo()
  const collection = collectionSlug ?? globalSlug
  const documentId = globalSlug ?? id
  const path = useStatusPath(collection, documentId)
  const { answer, problem, refresh } = usePolled<DocumentStatus>(path, (status) =>
    status?.state === 'queued' ? WHILE_QUEUED_MS : OTHERWISE_MS,
  )
  // The form has just been saved, published or taken off the site.
  useEffect(refresh, [refresh, lastUpdateTime, hasPublishedDoc])

  return (
    <section className="delivery-status" aria-label="On the public site">
      <h4 className="delivery-status__heading">On the public site</h4>
      <p className="delivery-status__line" role="status" aria-live="polite">
        <span className={`delivery-dot delivery-dot--${answer?.state ?? 'none'}`} aria-hidden="true" />
        <span>{sentenceFor(documentId !== undefined, answer)}</span>
      </p>
      {problem !== undefined && answer && <p className="delivery-status__problem">{problem}</p>}
      {answer?.page && (
        <a className="delivery-status__page" href={answer.page} target="_blank" rel="noreferrer">
          Open the page<span className="delivery-unseen"> in a new tab</span>
        </a>
      )}
      {answer && <DocumentWarnings warnings={answer.warnings} />}
    </section>
  )
}

function sentenceFor(isStored: boolean, answer: DocumentStatus | undefined): string {
  if (!isStored) return 'Not published'
  return answer?.sentence ?? 'Looking …'
}

function useStatusPath(collection: string | undefined, id: string | number | undefined): string | undefined {
  const { config } = useConfig()
  // Known in the browser only, whose time zone may not be that of the server.
  const [timeZone, setTimeZone] = useState<string>()
  useEffect(() => {
    setTimeZone(ownTimeZone())
  }, [])
  if (collection === undefined || id === undefined || timeZone === undefined) return undefined
  const query = new URLSearchParams({ collection, id: String(id), timeZone })
  return `${config.routes.api}/site-deliveries/document?${query.toString()}`
}
