CREATE TABLE "incoming_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mailbox" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"is_cut" boolean DEFAULT false NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"as_report" boolean DEFAULT false NOT NULL,
	"about" "bytea",
	"sender_hash" text,
	"address" text,
	"project_id" uuid,
	"case_id" uuid,
	"report_id" uuid,
	"is_encrypted" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "incoming_mails_fingerprint_unique" UNIQUE("fingerprint"),
	CONSTRAINT "incoming_mails_once_per_message" UNIQUE("mailbox","uid_validity","uid"),
	CONSTRAINT "incoming_mails_say_why" CHECK (("incoming_mails"."reason" is not null) = ("incoming_mails"."state" in ('held', 'ignored', 'failed'))),
	CONSTRAINT "incoming_mails_lead_to_their_case" CHECK ("incoming_mails"."state" not in ('report', 'reply') or ("incoming_mails"."case_id" is not null and "incoming_mails"."report_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "mail_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "mail_addresses_in_order" UNIQUE("project_id","position")
);
--> statement-breakpoint
CREATE TABLE "mailbox_watches" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"mailbox" text NOT NULL,
	"is_connected" boolean NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_addresses" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"report_id" uuid,
	"incoming_mail_id" uuid,
	CONSTRAINT "reply_addresses_stand_for_one_thing" CHECK (("reply_addresses"."report_id" is null) <> ("reply_addresses"."incoming_mail_id" is null))
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "report_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "incoming_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_incoming_mail_id_incoming_mails_id_fk" FOREIGN KEY ("incoming_mail_id") REFERENCES "public"."incoming_mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_mails_by_arrival" ON "incoming_mails" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "incoming_mails_by_sender" ON "incoming_mails" USING btree ("sender_hash","received_at");--> statement-breakpoint
CREATE INDEX "incoming_mails_waiting" ON "incoming_mails" USING btree ("received_at") WHERE "incoming_mails"."state" = 'waiting';--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_incoming_mail_id_incoming_mails_id_fk" FOREIGN KEY ("incoming_mail_id") REFERENCES "public"."incoming_mails"("id") ON DELETE no action ON UPDATE no action;