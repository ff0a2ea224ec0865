export { demoApplication } from './demo-application';
export { demoGoodsPhoto } from './demo-goods';
export { demoIdCardPdf, type DemoIdCard } from './demo-id-card';
export { demoReceiptPdf, type DemoReceipt } from './demo-receipt';
export { pageAsPicture, photograph } from './photograph';
export { seeded } from './seeded';
