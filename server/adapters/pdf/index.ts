export { applicationPdf, type ApplicationEntries } from './application-blank';
export { keepBlanks } from './keep-blanks';
export { letterPdf, type PrintedLetter } from './letter-pdf';
export { printPdf } from './print-pdf';
