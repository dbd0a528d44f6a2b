CREATE TABLE "case_paces" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"answers" "bytea" NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "severity_opinions" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"severity" "bytea" NOT NULL,
	"reason" "bytea",
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "severity_opinions_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "case_words" (
	"case_id" uuid NOT NULL,
	"source" text NOT NULL,
	"item" uuid NOT NULL,
	"words" bigint[] NOT NULL,
	CONSTRAINT "case_words_item_source_pk" PRIMARY KEY("item","source")
);
--> statement-breakpoint
ALTER TABLE "instance" ADD COLUMN "are_words_indexed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_paces" ADD CONSTRAINT "case_paces_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_paces" ADD CONSTRAINT "case_paces_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "severity_opinions" ADD CONSTRAINT "severity_opinions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "severity_opinions" ADD CONSTRAINT "severity_opinions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_words" ADD CONSTRAINT "case_words_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_words_by_case" ON "case_words" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_words_by_word" ON "case_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "case_words_telling" ON "case_words" USING gin ("words") WHERE "case_words"."source" in ('title', 'signs');