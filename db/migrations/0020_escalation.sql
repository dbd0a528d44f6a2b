ALTER TABLE "cases" ADD COLUMN "next_escalation_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "cases_escalation" ON "cases" USING btree ("next_escalation_at") WHERE "cases"."next_escalation_at" is not null;--> statement-breakpoint
-- Of what is owed already: asked after from when it is due, until the case itself says when.
UPDATE "cases" SET "next_escalation_at" = "next_due_at" WHERE "next_due_at" IS NOT NULL;
