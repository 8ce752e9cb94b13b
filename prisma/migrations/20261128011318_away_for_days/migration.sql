-- One entry of a teacher's dates over several days is a row for each day, so that whatever reads free time sees
-- every one of them; the rows of one entry carry its id.
ALTER TABLE "availability_exception" ADD COLUMN "entry_id" UUID;
UPDATE "availability_exception" SET "entry_id" = "id";
ALTER TABLE "availability_exception" ALTER COLUMN "entry_id" SET NOT NULL;
CREATE UNIQUE INDEX "availability_exception_one_row_a_day" ON "availability_exception"("school_id", "entry_id", "held_on");
