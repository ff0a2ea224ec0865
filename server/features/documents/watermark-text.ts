const ALMATY = new Intl.DateTimeFormat('ru-KZ', {
  timeZone: 'Asia/Almaty',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who looked and when (Almaty), as it stands across the page image. */
export function watermarkOf(viewer: string, at: number): string {
  return `${viewer} · ${ALMATY.format(at).replace(',', '')}`;
}
