/** Something cannot be written on a disk. The message is a sentence that says where, why, and what to do. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite'
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full. Make room on it',
  EDQUOT: 'the space that this user may fill is full. Make room in it',
  EFBIG: 'it would be longer than files may be here. Raise the limit for this user',
  EACCES: 'this user may not write there. Let the user do so',
  EPERM: 'this user may not write there. Let the user do so',
  EROFS: 'that disk can only be read. Make it one that can be written',
  ENOTDIR: 'a part of the path is a file where a folder should be. Move that file away',
  EEXIST: 'a file is there where a folder should be. Move that file away',
  EISDIR: 'a folder is in its place. Move that folder away',
  ENOENT: 'the folders on the way cannot be made. Make them, or see whether that disk can be written',
  ENOTEMPTY: 'a folder is in its place. Move that folder away',
}

/**
 * Puts into a sentence why something could not be written.
 *
 * @param place the file or folder, absolute
 * @param error what was thrown; what the system did not say is given back as it is
 */
export function cannotWrite(place: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  return code === undefined
    ? error
    : new CannotWrite(`${place} cannot be written: ${REASONS[code] ?? message}.`, { cause: error })
}
