ALTER TABLE "cases" ADD COLUMN "next_near_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "cases_near" ON "cases" USING btree ("next_near_at") WHERE "cases"."next_near_at" is not null;--> statement-breakpoint
CREATE INDEX "case_tasks_open_by_owner" ON "case_tasks" USING btree ("owner_id","due_at") WHERE "case_tasks"."done_at" is null;--> statement-breakpoint
-- Promises that run already: asked after from three days before, the longest there is, until the case itself says when.
UPDATE "cases" SET "next_near_at" = "next_due_at" - interval '3 days' WHERE "next_due_at" > now() AND "next_due_kind" <> 'task';
