CREATE TABLE "used_challenges" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "is_held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "is_under_attack" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "flood_above" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "paused_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "pause_notice" text;--> statement-breakpoint
CREATE INDEX "used_challenges_by_expiry" ON "used_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "cases_held" ON "cases" USING btree (coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."is_held";--> statement-breakpoint
CREATE INDEX "cases_spam" ON "cases" USING btree ("changed_at","id") WHERE "cases"."resolution" = 'spam';--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_held_are_open" CHECK (not "cases"."is_held" or "cases"."acknowledged_at" is null and "cases"."resolution" is null);--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_flood_is_more_than_one" CHECK ("projects"."flood_above" >= 1);--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_pause_has_its_notice" CHECK (("projects"."paused_since" is null) = ("projects"."pause_notice" is null));