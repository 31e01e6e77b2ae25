CREATE TABLE "effect_cursors" (
	"effect" text NOT NULL,
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "effect_cursors_pk" PRIMARY KEY("effect","hall_id","business_date")
);
--> statement-breakpoint
CREATE TABLE "print_jobs" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"job" text NOT NULL,
	"started_at" bigint NOT NULL,
	CONSTRAINT "print_jobs_pk" PRIMARY KEY("hall_id","business_date","job")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"action" text NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "audit_pk" PRIMARY KEY("hall_id","business_date","seq")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"command_id" text NOT NULL,
	"command_hash" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_pk" PRIMARY KEY("hall_id","business_date","seq")
);
--> statement-breakpoint
CREATE TABLE "hall_days" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"seq" bigint NOT NULL,
	"head" text NOT NULL,
	CONSTRAINT "hall_days_pk" PRIMARY KEY("hall_id","business_date")
);
--> statement-breakpoint
CREATE TABLE "hall_configs" (
	"hall_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "hall_configs_pk" PRIMARY KEY("hall_id","version")
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"hall_id" text NOT NULL,
	"demo" boolean NOT NULL,
	"config_version" integer NOT NULL,
	CONSTRAINT "halls_pk" PRIMARY KEY("hall_id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"hall_id" text NOT NULL,
	"device_id" text NOT NULL,
	"kind" text NOT NULL,
	"window_no" integer,
	"key_hash" text NOT NULL,
	"revoked" boolean DEFAULT false NOT NULL,
	"seen_at" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "devices_pk" PRIMARY KEY("hall_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "staff_logins" (
	"hall_id" text NOT NULL,
	"staff_no" text NOT NULL,
	"password_hash" text NOT NULL,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"locked_until" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "staff_logins_pk" PRIMARY KEY("hall_id","staff_no")
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"case_id" text NOT NULL,
	"service_seq" integer NOT NULL,
	"window_no" integer NOT NULL,
	"clerk" text NOT NULL,
	"level" integer NOT NULL,
	"tags" text NOT NULL,
	"channel" text NOT NULL,
	"text_hash" text,
	"rated_at" bigint NOT NULL,
	CONSTRAINT "evaluations_pk" PRIMARY KEY("hall_id","business_date","case_id","service_seq")
);
--> statement-breakpoint
CREATE TABLE "private_texts" (
	"hall_id" text NOT NULL,
	"text_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"retain_until" bigint NOT NULL,
	CONSTRAINT "private_texts_pk" PRIMARY KEY("hall_id","text_hash")
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"case_id" text NOT NULL,
	"service_seq" integer NOT NULL,
	"window_no" integer NOT NULL,
	"clerk" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"outcome" text,
	"ended_at" bigint,
	CONSTRAINT "prompts_pk" PRIMARY KEY("hall_id","business_date","case_id","service_seq")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"call_seq" bigint NOT NULL,
	"ticket_id" text NOT NULL,
	"window_no" integer NOT NULL,
	"at" bigint NOT NULL,
	"recall" integer NOT NULL,
	"why" text,
	CONSTRAINT "calls_pk" PRIMARY KEY("hall_id","business_date","call_seq")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"case_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"item" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"service_seq" integer,
	"window_no" integer,
	"clerk" text,
	"finished_at" bigint,
	CONSTRAINT "cases_pk" PRIMARY KEY("hall_id","business_date","case_id")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"hall_id" text NOT NULL,
	"business_date" date NOT NULL,
	"ticket_id" text NOT NULL,
	"series" text NOT NULL,
	"number" integer NOT NULL,
	"zone" text NOT NULL,
	"status" text NOT NULL,
	"window_no" integer,
	"arrived_at" bigint NOT NULL,
	"misses" integer NOT NULL,
	"token_hash" text NOT NULL,
	CONSTRAINT "tickets_pk" PRIMARY KEY("hall_id","business_date","ticket_id")
);
--> statement-breakpoint
CREATE INDEX "audit_newest" ON "audit" USING btree ("hall_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_key" ON "devices" USING btree ("key_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_logins_number" ON "staff_logins" USING btree ("staff_no");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("hall_id","business_date","series","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_one_at_a_window" ON "tickets" USING btree ("hall_id","business_date","window_no") WHERE status in ('called', 'serving');--> statement-breakpoint
CREATE INDEX "tickets_token" ON "tickets" USING btree ("token_hash");