-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "unbooked_settled_at" TIMESTAMPTZ(3);
