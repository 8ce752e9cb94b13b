-- CreateTable
CREATE TABLE "sign_in_count" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_count_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sign_in_count_since_idx" ON "sign_in_count"("since");

-- What Prisma cannot say --------------------------------------------------------------------------
ALTER TABLE "sign_in_count" ADD CONSTRAINT "sign_in_count_not_negative" CHECK ("failures" >= 0);
ALTER TABLE "sign_in_count" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_in_count" FORCE ROW LEVEL SECURITY;
CREATE POLICY system_every_school ON "sign_in_count" TO mnm_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_count" TO mnm_system;
