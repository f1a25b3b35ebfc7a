/** Lets the browser save a text as a file. */
export function saveFile(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }));
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
