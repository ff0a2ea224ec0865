/** Placeholder of the screen. */
export const ClaimList = () => null;
