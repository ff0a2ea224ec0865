/** Placeholder of the screen. */
export const ApprovalInbox = () => null;
