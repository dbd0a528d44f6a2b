ALTER TABLE "reports" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;