CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_hash" text NOT NULL,
	"content" "bytea" NOT NULL,
	"rating" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"remote_state" text NOT NULL,
	"remote_changed_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"dismissal" text,
	"reason" "bytea",
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"case_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "alerts_told_once" UNIQUE("project_id","source","external_hash"),
	CONSTRAINT "alerts_settled_have_an_instant" CHECK (("alerts"."state" = 'open') = ("alerts"."settled_at" is null)),
	CONSTRAINT "alerts_taken_name_their_case" CHECK (("alerts"."state" = 'taken') = ("alerts"."case_id" is not null)),
	CONSTRAINT "alerts_open_have_no_decision" CHECK ("alerts"."state" <> 'open' or "alerts"."settled_by" is null),
	CONSTRAINT "alerts_dismissed_by_a_person_say_why" CHECK (("alerts"."state" = 'dismissed' and "alerts"."settled_by" is not null) = ("alerts"."dismissal" is not null))
);
--> statement-breakpoint
CREATE TABLE "github_hooks" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"last_delivery_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hook_deliveries" (
	"project_id" uuid NOT NULL,
	"delivery" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hook_deliveries_project_id_delivery_pk" PRIMARY KEY("project_id","delivery")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"release" text NOT NULL,
	"plan" "bytea" NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"finished_by" uuid,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessments_one_per_release" UNIQUE("project_id","release"),
	CONSTRAINT "assessments_finished_by_somebody" CHECK (("assessments"."finished_at" is null) = ("assessments"."finished_by" is null))
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"weakness" text NOT NULL,
	"cwe" text,
	"rating" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"case_id" uuid,
	"reason" "bytea",
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_as_a_case_name_it" CHECK (("findings"."state" = 'case') = ("findings"."case_id" is not null)),
	CONSTRAINT "findings_accepted_say_why" CHECK (("findings"."state" = 'accepted') = ("findings"."reason" is not null)),
	CONSTRAINT "findings_settled_by_somebody" CHECK (("findings"."state" = 'open') = ("findings"."settled_at" is null) and ("findings"."settled_at" is null) = ("findings"."settled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "gate_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "gate_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "github_hooks" ADD CONSTRAINT "github_hooks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "github_hooks" ADD CONSTRAINT "github_hooks_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_finished_by_people_id_fk" FOREIGN KEY ("finished_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_tokens" ADD CONSTRAINT "gate_tokens_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_tokens" ADD CONSTRAINT "gate_tokens_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_by_project" ON "alerts" USING btree ("project_id","state","received_at");--> statement-breakpoint
CREATE INDEX "alerts_by_case" ON "alerts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "hook_deliveries_by_age" ON "hook_deliveries" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "findings_by_assessment" ON "findings" USING btree ("assessment_id","added_at");--> statement-breakpoint
CREATE INDEX "findings_by_case" ON "findings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "gate_tokens_by_project" ON "gate_tokens" USING btree ("project_id");