ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about_one_thing";--> statement-breakpoint
-- Of several entries for one report the one stays that somebody changed last; of those nobody changed, the first. The others are
-- copies that two links at once had made, and a correction by the reporter had reached one of them only.
DELETE FROM "credits" WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY "case_id", "report_id"
      ORDER BY CASE WHEN "version" > 1 THEN "changed_at" END DESC NULLS LAST, "changed_at", "id"
    ) AS "place"
    FROM "credits" WHERE "report_id" IS NOT NULL
  ) AS "entries" WHERE "place" > 1
);--> statement-breakpoint
CREATE UNIQUE INDEX "credits_once_per_report" ON "credits" USING btree ("case_id","report_id") WHERE "credits"."report_id" is not null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_about_one_thing" CHECK (num_nonnulls("notifications"."case_id", "notifications"."request_id", "notifications"."project_id") = case when "notifications"."kind" in ('mail_waits', 'absence_changed') then 0 else 1 end);