CREATE TABLE "openpgp_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"armored" text NOT NULL,
	"user_ids" jsonb NOT NULL,
	"key_ids" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "openpgp_keys_once_per_project" UNIQUE("project_id","fingerprint"),
	CONSTRAINT "openpgp_keys_fingerprint_form" CHECK ("openpgp_keys"."fingerprint" ~ '^[0-9A-F]{40}([0-9A-F]{24})?$')
);
--> statement-breakpoint
CREATE TABLE "signed_security_txts" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"fingerprint" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "is_encrypted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "sniffed_type" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "encrypted_to" jsonb;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "encrypted_to" jsonb;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "openpgp_key" "bytea";--> statement-breakpoint
ALTER TABLE "openpgp_keys" ADD CONSTRAINT "openpgp_keys_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openpgp_keys" ADD CONSTRAINT "openpgp_keys_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_security_txts" ADD CONSTRAINT "signed_security_txts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_security_txts" ADD CONSTRAINT "signed_security_txts_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "openpgp_keys_expiring" ON "openpgp_keys" USING btree ("expires_at") WHERE "openpgp_keys"."removed_at" is null and "openpgp_keys"."expires_at" is not null;