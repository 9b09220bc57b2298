import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { handleRequest } from '../../../../http/handle-request.ts'

export const GET = handleRequest(REST_GET(config))
export const POST = handleRequest(REST_POST(config))
export const DELETE = handleRequest(REST_DELETE(config))
export const PATCH = handleRequest(REST_PATCH(config))
export const PUT = handleRequest(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
