/** Words of the other records: payments, refunds, orders, customers, users, audit, mail, jobs, calendar. */
export const records = {
  resources: {},
};
