-- Counts of tries may be lost in a crash; in return, counting one waits for no disk.
ALTER TABLE "rate_limits" SET UNLOGGED;
