CREATE TABLE "advisories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"draft" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp (3) with time zone,
	"approved_version" integer,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"scheduled_for" timestamp (3) with time zone,
	"scheduled_time_zone" text,
	"scheduled_by" uuid,
	"suspended_at" timestamp (3) with time zone,
	"suspended_gates" jsonb,
	"override_ground" text,
	"overridden_gates" jsonb,
	"override_reason" "bytea",
	"overridden_by" uuid,
	"overridden_at" timestamp (3) with time zone,
	CONSTRAINT "advisories_caseId_unique" UNIQUE("case_id"),
	CONSTRAINT "advisories_publicId_unique" UNIQUE("public_id"),
	CONSTRAINT "advisories_schedule_has_a_zone" CHECK (("advisories"."scheduled_for" is null) = ("advisories"."scheduled_time_zone" is null)),
	CONSTRAINT "advisories_approval_is_whole" CHECK (("advisories"."approved_version" is null) = ("advisories"."approved_by" is null) and ("advisories"."approved_version" is null) = ("advisories"."approved_at" is null)),
	CONSTRAINT "advisories_override_is_whole" CHECK (("advisories"."override_ground" is null) = ("advisories"."overridden_by" is null) and ("advisories"."override_ground" is null) = ("advisories"."overridden_at" is null))
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"report_id" uuid,
	"name" "bytea" NOT NULL,
	"link" "bytea",
	"roles" jsonb NOT NULL,
	"consent" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "embargo_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"by" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"state" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" "bytea"
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"document" jsonb NOT NULL,
	"note" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	"is_latest" boolean DEFAULT true NOT NULL,
	CONSTRAINT "publications_once_per_revision" UNIQUE("advisory_id","revision"),
	CONSTRAINT "publications_first_is_the_announcement" CHECK (("publications"."revision" = 1) = ("publications"."kind" = 'announcement'))
);
--> statement-breakpoint
CREATE TABLE "case_participants" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"as" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_participants_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"project_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"title" "bytea" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"handler_id" uuid,
	"acknowledged_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"reproduction" "bytea",
	"is_restricted" boolean DEFAULT false NOT NULL,
	"resolution" text,
	"resolved_at" timestamp (3) with time zone,
	"announced_at" timestamp (3) with time zone,
	"duplicate_of" uuid,
	"follows_case" uuid,
	"cwes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rating" text,
	"stage" text DEFAULT 'received' NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"next_due_kind" text,
	"waits_for_reporter" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_reference_unique" UNIQUE("reference"),
	CONSTRAINT "cases_have_a_handler_from_acknowledgement_on" CHECK ("cases"."acknowledged_at" is null or "cases"."handler_id" is not null),
	CONSTRAINT "cases_are_acknowledged_before_confirmed" CHECK ("cases"."confirmed_at" is null or "cases"."acknowledged_at" is not null),
	CONSTRAINT "cases_resolution_has_an_instant" CHECK (("cases"."resolution" is null) = ("cases"."resolved_at" is null)),
	CONSTRAINT "cases_duplicate_names_its_case" CHECK ("cases"."resolution" <> 'duplicate' or "cases"."duplicate_of" is not null)
);
--> statement-breakpoint
CREATE TABLE "line_statuses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"affectedness" text DEFAULT 'unknown' NOT NULL,
	"justification" text,
	"plan" text,
	"proposed_plan" text,
	"plan_reason" "bytea",
	"work" text,
	"introduced_in" text,
	"fix_url" "bytea",
	"released_version" text,
	"released_at" timestamp (3) with time zone,
	"release_url" text,
	"major_reason" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "line_statuses_one_per_case_and_line" UNIQUE("case_id","line_id"),
	CONSTRAINT "line_statuses_plan_only_when_affected" CHECK ("line_statuses"."plan" is null or "line_statuses"."affectedness" = 'affected'),
	CONSTRAINT "line_statuses_work_only_when_fixing" CHECK ("line_statuses"."work" is null or "line_statuses"."plan" = 'fix'),
	CONSTRAINT "line_statuses_not_affected_says_why" CHECK (("line_statuses"."affectedness" = 'not_affected') = ("line_statuses"."justification" is not null)),
	CONSTRAINT "line_statuses_released_has_its_release" CHECK ((coalesce("line_statuses"."work", 'todo') in ('released', 'verified')) = ("line_statuses"."released_version" is not null and "line_statuses"."released_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "severity_assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"severity" "bytea" NOT NULL,
	"reason" "bytea",
	"scored_by" uuid NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_problem_audits" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"waived" boolean NOT NULL,
	"searched" "bytea",
	"found" "bytea",
	"waived_because" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_chains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"head" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"chain_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"prose" "bytea",
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "events_chain_id_position_pk" PRIMARY KEY("chain_id","position")
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text DEFAULT 'Disclosure Desk' NOT NULL,
	"key_check" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"job" text NOT NULL,
	"data" jsonb NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "timers_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outgoing_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"occasion" text NOT NULL,
	"recipient_hash" text NOT NULL,
	"project_id" uuid,
	"case_id" uuid,
	"recipient" "bytea" NOT NULL,
	"subject" "bytea" NOT NULL,
	"body" "bytea" NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "outgoing_mails_once_per_occasion" UNIQUE("occasion","recipient_hash")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"project_id" uuid,
	"role" text NOT NULL,
	"email" text,
	"invited_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_owner_has_no_project" CHECK (("invitations"."role" = 'owner') = ("invitations"."project_id" is null)),
	CONSTRAINT "invitations_accepted_by_someone" CHECK (("invitations"."accepted_at" is null) = ("invitations"."accepted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_person_id_project_id_pk" PRIMARY KEY("person_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"is_owner" boolean DEFAULT false NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "people_email_is_lower_case" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "policy_versions_numbered" UNIQUE("project_id","version")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"repository" text,
	"packages" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug"),
	CONSTRAINT "projects_key_unique" UNIQUE("key"),
	CONSTRAINT "projects_slug_form" CHECK ("projects"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "projects_key_form" CHECK ("projects"."key" ~ '^[A-Z][A-Z0-9]{1,7}$')
);
--> statement-breakpoint
CREATE TABLE "release_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"range" text NOT NULL,
	"branch" text NOT NULL,
	"is_development" boolean DEFAULT false NOT NULL,
	"supported_from" timestamp (3) with time zone NOT NULL,
	"supported_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "release_lines_named" UNIQUE("project_id","name"),
	CONSTRAINT "release_lines_end_after_start" CHECK ("release_lines"."supported_until" is null or "release_lines"."supported_until" >= "release_lines"."supported_from")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"message_id" uuid,
	"position" integer NOT NULL,
	"name" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attachments_in_order" UNIQUE("report_id","message_id","position")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"report_id" uuid,
	"audience" text NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid,
	"body" "bytea" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"submission_hash" text,
	CONSTRAINT "messages_submissionHash_unique" UNIQUE("submission_hash"),
	CONSTRAINT "messages_notes_never_reach_a_reporter" CHECK (("messages"."audience" = 'team') = ("messages"."report_id" is null)),
	CONSTRAINT "messages_replies_have_no_author" CHECK (("messages"."kind" in ('reply', 'notice')) = ("messages"."author_id" is null))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"receipt_hash" text NOT NULL,
	"submission_hash" text NOT NULL,
	"content" "bytea" NOT NULL,
	"contact" "bytea",
	"safe_harbour" jsonb,
	"disclosure_at" timestamp (3) with time zone,
	"disclosure_time_zone" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	CONSTRAINT "reports_receiptHash_unique" UNIQUE("receipt_hash"),
	CONSTRAINT "reports_submissionHash_unique" UNIQUE("submission_hash"),
	CONSTRAINT "reports_disclosure_has_a_zone" CHECK (("reports"."disclosure_at" is null) = ("reports"."disclosure_time_zone" is null))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"browser" text NOT NULL,
	CONSTRAINT "sessions_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_scheduled_by_people_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_overridden_by_people_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_proposals" ADD CONSTRAINT "embargo_proposals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_proposals" ADD CONSTRAINT "embargo_proposals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_participants" ADD CONSTRAINT "case_participants_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_participants" ADD CONSTRAINT "case_participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_policy_version_id_policy_versions_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_handler_id_people_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_duplicate_of_cases_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_follows_case_cases_id_fk" FOREIGN KEY ("follows_case") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_statuses" ADD CONSTRAINT "line_statuses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_statuses" ADD CONSTRAINT "line_statuses_line_id_release_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."release_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_statuses" ADD CONSTRAINT "line_statuses_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "severity_assessments" ADD CONSTRAINT "severity_assessments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "severity_assessments" ADD CONSTRAINT "severity_assessments_scored_by_people_id_fk" FOREIGN KEY ("scored_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_problem_audits" ADD CONSTRAINT "similar_problem_audits_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_problem_audits" ADD CONSTRAINT "similar_problem_audits_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_chain_id_event_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."event_chains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_lines" ADD CONSTRAINT "release_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_policy_version_id_policy_versions_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "advisories_by_project" ON "advisories" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "advisories_scheduled" ON "advisories" USING btree ("scheduled_for") WHERE "advisories"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "credits_by_case" ON "credits" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "embargo_proposals_by_case" ON "embargo_proposals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "publications_latest_by_project" ON "publications" USING btree ("project_id","published_at") WHERE "publications"."is_latest";--> statement-breakpoint
CREATE INDEX "publications_by_public_id" ON "publications" USING btree ("public_id","revision");--> statement-breakpoint
CREATE INDEX "case_participants_by_person" ON "case_participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("project_id",coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."stage" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_open_by_due" ON "cases" USING btree (coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."stage" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_open_by_age" ON "cases" USING btree ("received_at","id") WHERE "cases"."stage" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_open_by_severity" ON "cases" USING btree ((case "rating" when 'critical' then 0 when 'high' then 1 when 'medium' then 2 when 'low' then 3 when 'none' then 4 else 5 end),coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."stage" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_unassigned" ON "cases" USING btree (coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."stage" <> 'closed' and "cases"."handler_id" is null;--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree (coalesce("next_due_at", 'infinity'::timestamptz),"id") WHERE "cases"."stage" <> 'closed' and "cases"."waits_for_reporter";--> statement-breakpoint
CREATE INDEX "cases_by_handler" ON "cases" USING btree ("handler_id",coalesce("next_due_at", 'infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "cases_by_change" ON "cases" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_reference_prefix" ON "cases" USING btree ("reference" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "cases_by_stage" ON "cases" USING btree ("project_id","stage","next_due_at");--> statement-breakpoint
CREATE INDEX "severity_assessments_by_case" ON "severity_assessments" USING btree ("case_id","scored_at");--> statement-breakpoint
CREATE INDEX "events_by_sequence" ON "events" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "timers_by_instant" ON "timers" USING btree ("run_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_by_creation" ON "outgoing_mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_unsent" ON "outgoing_mails" USING btree ("created_at") WHERE "outgoing_mails"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "invitations_by_project" ON "invitations" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "memberships_by_project" ON "memberships" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_unique" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "release_lines_by_project" ON "release_lines" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "attachments_by_case" ON "attachments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "messages_by_case" ON "messages" USING btree ("case_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_by_report" ON "messages" USING btree ("report_id","sent_at");--> statement-breakpoint
CREATE INDEX "reports_by_case" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reports_by_project" ON "reports" USING btree ("project_id","received_at");--> statement-breakpoint
CREATE INDEX "reports_disclosures" ON "reports" USING btree ("disclosure_at") WHERE "reports"."disclosure_at" is not null;--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("user_id");