CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"receipt_hash" text NOT NULL,
	"submission_hash" text NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"contact" "bytea",
	"case_id" uuid,
	"line_id" uuid,
	"has_evidence" boolean DEFAULT false NOT NULL,
	"answer" "bytea",
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"taken_in_version" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "requests_receiptHash_unique" UNIQUE("receipt_hash"),
	CONSTRAINT "requests_submissionHash_unique" UNIQUE("submission_hash"),
	CONSTRAINT "requests_for_a_backport_name_case_and_line" CHECK (("requests"."kind" = 'backport') = ("requests"."case_id" is not null) and ("requests"."kind" = 'backport') = ("requests"."line_id" is not null)),
	CONSTRAINT "requests_answer_is_whole" CHECK (("requests"."state" = 'requested') = ("requests"."answered_at" is null) and ("requests"."answered_at" is null) = ("requests"."answered_by" is null) and ("requests"."answered_at" is not null or "requests"."answer" is null)),
	CONSTRAINT "requests_state_fits_the_kind" CHECK ("requests"."state" = 'requested' or ("requests"."kind" = 'testing' and "requests"."state" in ('allowed', 'not_allowed')) or ("requests"."kind" = 'policy' and "requests"."state" in ('taken', 'not_taken')) or ("requests"."kind" = 'backport' and "requests"."state" in ('accepted', 'declined'))),
	CONSTRAINT "requests_taken_names_its_version" CHECK (("requests"."state" = 'taken') = ("requests"."taken_in_version" is not null))
);
--> statement-breakpoint
CREATE TABLE "upstream_handovers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"upstream" "bytea" NOT NULL,
	"channel" "bytea" NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"chase_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answer" "bytea",
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "receipt_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "split_from" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_policy_version_id_policy_versions_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_line_id_release_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."release_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upstream_handovers" ADD CONSTRAINT "upstream_handovers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upstream_handovers" ADD CONSTRAINT "upstream_handovers_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_by_project" ON "requests" USING btree ("project_id","received_at");--> statement-breakpoint
CREATE INDEX "requests_by_case" ON "requests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "upstream_handovers_by_case" ON "upstream_handovers" USING btree ("case_id","told_at");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_split_from_reports_id_fk" FOREIGN KEY ("split_from") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_by_duplicate" ON "cases" USING btree ("duplicate_of") WHERE "cases"."duplicate_of" is not null;--> statement-breakpoint
CREATE INDEX "reports_by_split" ON "reports" USING btree ("split_from") WHERE "reports"."split_from" is not null;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_have_a_receipt_or_are_split" CHECK (("reports"."receipt_hash" is null) = ("reports"."split_from" is not null));