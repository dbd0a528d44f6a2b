CREATE TABLE "case_lookers" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"page" uuid NOT NULL,
	"writing" text,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_lookers_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "case_readings" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_to" integer NOT NULL,
	"is_kept_unread" boolean DEFAULT false NOT NULL,
	CONSTRAINT "case_readings_person_id_case_id_pk" PRIMARY KEY("person_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "message_drafts" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"writing" text NOT NULL,
	"content" "bytea" NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "message_drafts_case_id_person_id_writing_pk" PRIMARY KEY("case_id","person_id","writing"),
	CONSTRAINT "message_drafts_begin_at_one" CHECK ("message_drafts"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "case_lookers" ADD CONSTRAINT "case_lookers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_lookers" ADD CONSTRAINT "case_lookers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readings" ADD CONSTRAINT "case_readings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readings" ADD CONSTRAINT "case_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_drafts" ADD CONSTRAINT "message_drafts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_drafts" ADD CONSTRAINT "message_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_lookers_by_age" ON "case_lookers" USING btree ("seen_at");--> statement-breakpoint
-- Who looks at a case is not worth a disk write: after a crash nobody does.
ALTER TABLE "case_lookers" SET UNLOGGED;
--> statement-breakpoint
-- Tells the processes that serve, once the transaction is committed, that something was changed: of which chain, by what kind of
-- event, in which project. Never what was said. A trigger, because a statement of its own would cost each change a round trip.
CREATE FUNCTION tell_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk_changes', concat_ws(' ', 'event', NEW.chain_id, NEW.type, NEW.data ->> 'projectId'));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_are_told AFTER INSERT ON "events"
  FOR EACH ROW EXECUTE FUNCTION tell_of_event();
