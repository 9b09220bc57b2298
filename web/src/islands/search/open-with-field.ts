/** Opens a dialog and puts the focus into its first field. */
export function openWithField(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.focus()
}
