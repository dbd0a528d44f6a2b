CREATE TABLE "claimed_reports" (
	"account_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claimed_reports_account_id_report_id_pk" PRIMARY KEY("account_id","report_id")
);
--> statement-breakpoint
CREATE TABLE "reporter_accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reporter_accounts_addressHash_unique" UNIQUE("address_hash")
);
--> statement-breakpoint
CREATE TABLE "reporter_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"address_hash" text NOT NULL,
	"report_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "reporter_links_new_receipt_names_its_report" CHECK (("reporter_links"."purpose" = 'new_receipt') = ("reporter_links"."report_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "reporter_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "embargo_proposals" ADD COLUMN "answer_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "draft_version" integer;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "terms" "bytea";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "terms_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "contact_hash" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "news_by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "claimed_reports" ADD CONSTRAINT "claimed_reports_account_id_reporter_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."reporter_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claimed_reports" ADD CONSTRAINT "claimed_reports_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporter_links" ADD CONSTRAINT "reporter_links_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporter_sessions" ADD CONSTRAINT "reporter_sessions_account_id_reporter_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."reporter_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claimed_reports_by_report" ON "claimed_reports" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "reporter_links_by_report" ON "reporter_links" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "reporter_sessions_by_account" ON "reporter_sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "reports_by_contact" ON "reports" USING btree ("contact_hash");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_only_replies_comment_a_draft" CHECK ("messages"."draft_version" is null or "messages"."kind" = 'reply');