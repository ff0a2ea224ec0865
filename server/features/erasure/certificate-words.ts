import type { Language } from '../../domain/claim';

export type CertificateKey = 'subject' | 'what' | 'ground' | 'when' | 'file' | 'how' | 'mail' | 'event';

/** The certificate of erasure, sentence by sentence; it names no person. */
export const CERTIFICATE_WORDS: Record<Language, Record<CertificateKey, string>> = {
  kk: {
    subject: 'Жеке басты куәландыратын құжат көшірмесін жою туралы акт',
    what: '№ {number} жолданым бойынша алынған, жеке басты куәландыратын құжаттың көшірмесі жойылды.',
    ground:
      'Негізі: «Дербес деректер және оларды қорғау туралы» 2013 жылғы 21 мамырдағы № 94-V Заңның 12 және 18-баптары. Сақтау мерзімі: жолданым аяқталғаннан кейін {days} күн.',
    when: 'Жолданым аяқталған күн: {closedOn}.\nКөшірме жойылған күн мен уақыт: {erasedOn}, {time} (Алматы уақыты).',
    file: 'Файл: {contentType}, {bytes} байт.\nSHA-256: {sha256}',
    how: 'Тәсілі: файлды ашатын кілт жойылды, файлдың өзі қоймадан өшірілді.',
    mail: 'Көшірме тіркелген хаттың түпнұсқасы да сол сәтте дәл осылай жойылды.',
    event: 'Жою автоматты түрде орындалды. Аудит журналындағы жазба: {event}.',
  },
  ru: {
    subject: 'Акт об уничтожении копии документа, удостоверяющего личность',
    what: 'Уничтожена копия документа, удостоверяющего личность, полученная по обращению № {number}.',
    ground:
      'Основание: статьи 12 и 18 Закона от 21 мая 2013 года № 94-V «О персональных данных и их защите». Срок хранения: {days} дн. после завершения обращения.',
    when: 'Обращение завершено: {closedOn}.\nКопия уничтожена: {erasedOn}, {time} (время Алматы).',
    file: 'Файл: {contentType}, {bytes} байт.\nSHA-256: {sha256}',
    how: 'Способ: ключ, которым открывается файл, уничтожен, сам файл удалён из хранилища.',
    mail: 'Тогда же и так же уничтожен исходный текст письма, к которому была приложена копия.',
    event: 'Уничтожено автоматически. Запись в журнале аудита: {event}.',
  },
  en: {
    subject: 'Certificate of erasure of a copy of an identity document',
    what: 'The copy of an identity document that was received with claim {number} has been erased.',
    ground:
      'Ground: Law of 21 May 2013 No. 94-V on personal data and their protection, Articles 12 and 18. Kept for {days} days after the end of the claim.',
    when: 'The claim ended on {closedOn}.\nThe copy was erased on {erasedOn} at {time} (Almaty time).',
    file: 'File: {contentType}, {bytes} bytes.\nSHA-256: {sha256}',
    how: 'How: the key that opens the file was destroyed and the file was removed from the store.',
    mail: 'The raw mail that had brought the copy was erased with it in the same way.',
    event: 'Erased automatically. Event of the audit trail: {event}.',
  },
};
