CREATE TABLE "case_tags" (
	"case_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_tags_case_id_tag_id_pk" PRIMARY KEY("case_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"label" "bytea" NOT NULL,
	"label_hash" text NOT NULL,
	"words" bigint[] NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tags_once_per_project" UNIQUE("project_id","label_hash")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"project_id" uuid,
	"name" "bytea" NOT NULL,
	"filters" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "case_tags" ADD CONSTRAINT "case_tags_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tags" ADD CONSTRAINT "case_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_tags_by_tag" ON "case_tags" USING btree ("tag_id","case_id");--> statement-breakpoint
CREATE INDEX "tags_by_label" ON "tags" USING btree ("label_hash");--> statement-breakpoint
CREATE INDEX "saved_views_by_person" ON "saved_views" USING btree ("person_id","position") WHERE "saved_views"."project_id" is null;--> statement-breakpoint
CREATE INDEX "saved_views_by_project" ON "saved_views" USING btree ("project_id","position");--> statement-breakpoint
CREATE INDEX "saved_views_removed" ON "saved_views" USING btree ("removed_at") WHERE "saved_views"."removed_at" is not null;--> statement-breakpoint
-- Older cases get the words of their advisory, handler and facts from the sweep, which rests again when all have them.
UPDATE "instance" SET "are_words_indexed" = false;
