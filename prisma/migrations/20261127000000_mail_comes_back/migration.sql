-- A bounce outweighs a complaint about the same address, in whichever order they arrive.
GRANT UPDATE ("reason", "detail", "created_at") ON "mail_suppression" TO mnm_system;

-- What an admin looks at beside "delivery_unsettled".
CREATE INDEX "delivery_bounced" ON "delivery" ("school_id", "created_at") WHERE "bounced_at" IS NOT NULL;
