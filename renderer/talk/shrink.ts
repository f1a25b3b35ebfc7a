/** Longest side of a picture that is sent, px. */
const SIDE = 1_920;
/** Smaller files of a usual type are sent as they are, bytes. */
const FINE = 1_500_000;
const USUAL = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** What is sent of a picked picture: large ones made smaller in the page; what cannot be read is sent as it is. */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (file.type === 'image/gif') return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= FINE && USUAL.includes(file.type)) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
  return made === null || made.size === 0 ? file : made;
}
