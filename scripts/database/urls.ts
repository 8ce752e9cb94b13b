/** One database, three logins: the app's, the one for what has no school, the owner's. */
export type DatabaseUrls = { app: string; system: string; owner: string };
