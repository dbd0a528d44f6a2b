-- Tells the processes that serve, once the transaction is committed, whose notifications are others now. Never of what.
CREATE FUNCTION tell_of_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk_changes', concat_ws(' ', 'notified', NEW.person_id));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER notifications_are_told AFTER INSERT OR UPDATE OF "read_at" ON "notifications"
  FOR EACH ROW EXECUTE FUNCTION tell_of_notification();
--> statement-breakpoint
-- Older cases are read anew, for what they are found by since: public ids, what reporters call them, first affected versions.
DELETE FROM "case_words" WHERE "source" = 'title';
--> statement-breakpoint
UPDATE "instance" SET "are_words_indexed" = false;
