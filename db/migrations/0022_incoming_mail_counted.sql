-- The owners are shown how many mails wait for them: once one begins or ceases to wait, their pages count again. They hear of it as of
-- notifications, which are counted together with it; never of what came.
CREATE FUNCTION tell_of_waiting_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk_changes', concat_ws(' ', 'notified', "id")) FROM "people" WHERE "is_owner" AND "removed_at" IS NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER waiting_mails_are_told AFTER UPDATE OF "state" ON "incoming_mails"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" AND (OLD."state" IN ('held', 'failed') OR NEW."state" IN ('held', 'failed')))
  EXECUTE FUNCTION tell_of_waiting_mail();
