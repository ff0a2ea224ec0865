/** Placeholder of the screen. */
export const Dashboard = () => null;
