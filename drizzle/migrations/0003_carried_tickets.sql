DROP INDEX "tickets_number";--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("hall_id","business_date","series","number") WHERE strpos(ticket_id, '~') = 0;