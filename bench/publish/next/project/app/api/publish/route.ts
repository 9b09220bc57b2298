import { revalidatePath } from 'next/cache'

/** Told which page has changed. */
export async function POST(request: Request): Promise<Response> {
  const { path } = (await request.json()) as { path: string }
  revalidatePath(path)
  return Response.json({ path })
}
