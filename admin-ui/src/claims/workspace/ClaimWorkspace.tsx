/** Placeholder of the screen. */
export const ClaimWorkspace = () => null;
