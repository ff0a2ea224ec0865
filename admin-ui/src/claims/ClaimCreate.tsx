/** Placeholder of the screen. */
export const ClaimCreate = () => null;
