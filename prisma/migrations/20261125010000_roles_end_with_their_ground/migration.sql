-- A role ends, and comes, in the transaction that ends or makes what it stands on: a teacher who is
-- archived, a guardian who is none any more (lib/people/change-role.ts). In its own school the app may
-- change the roles of a membership and end it; it may neither make one nor hand it to another sign-in.
GRANT UPDATE ("roles", "disabled_at") ON "membership" TO mnm_app;
