-- Appends batches of events with the rows beside them: one round trip, one transaction.
--
-- $1 heads: one row per stream that a batch touches, `grp` names the batch. The heads are locked in
--    (hall, date) order (unsorted locks fell to 77 appends a second against 2,887 sorted); a batch is
--    written only if every one of its heads still has the expected seq, else nothing of it is.
-- $2 events, $3 tickets, $4 cases, $5 calls, $6 prompts, $7 evaluations, $8 audit: JSON arrays; every
--    row names its stream, and goes in only where that stream's head advanced.
-- One final row per key: insert and update of one row in a statement would lose the update. Tickets
-- that hold no window go first, so that a window's old ticket makes room for the new one.
-- Returns the batches that were written.
with want as (
  select * from json_to_recordset($1::text::json) as w(
    grp int, hall_id text, business_date date, expected bigint, next bigint, head text)
), locked as (
  select d.hall_id, d.business_date, d.seq
  from hall_days d join want w on w.hall_id = d.hall_id and w.business_date = d.business_date
  order by d.hall_id, d.business_date
  for update of d
), fit as (
  select w.grp
  from want w left join locked l on l.hall_id = w.hall_id and l.business_date = w.business_date
  group by w.grp
  having bool_and(coalesce(l.seq, -1) = w.expected)
), advanced as (
  update hall_days d set seq = w.next, head = w.head
  from want w join fit f on f.grp = w.grp
  where d.hall_id = w.hall_id and d.business_date = w.business_date
  returning d.hall_id, d.business_date, w.grp
), put_events as (
  insert into events (hall_id, business_date, seq, at, by, command_id, command_hash, type, body, hash)
  select e.hall_id, e.business_date, e.seq, e.at, e.by, e.command_id, e.command_hash, e.type, e.body,
    e.hash
  from json_to_recordset($2::text::json) as e(
    hall_id text, business_date date, seq bigint, at bigint, by text, command_id text,
    command_hash text, type text, body text, hash text)
  join advanced a on a.hall_id = e.hall_id and a.business_date = e.business_date
), put_tickets as (
  insert into tickets (hall_id, business_date, ticket_id, series, number, zone, status, window_no,
    arrived_at, misses, token_hash, person_hash)
  select t.hall_id, t.business_date, t.ticket_id, t.series, t.number, t.zone, t.status, t.window_no,
    t.arrived_at, t.misses, t.token_hash, t.person_hash
  from json_to_recordset($3::text::json) as t(
    hall_id text, business_date date, ticket_id text, series text, number int, zone text,
    status text, window_no int, arrived_at bigint, misses int, token_hash text,
    person_hash text)
  join advanced a on a.hall_id = t.hall_id and a.business_date = t.business_date
  order by t.status in ('called', 'serving')
  on conflict (hall_id, business_date, ticket_id) do update
    set status = excluded.status, window_no = excluded.window_no, misses = excluded.misses,
      zone = excluded.zone, arrived_at = excluded.arrived_at
), put_cases as (
  insert into cases (hall_id, business_date, case_id, ticket_id, item, status, outcome, service_seq,
    window_no, clerk, finished_at)
  select c.hall_id, c.business_date, c.case_id, c.ticket_id, c.item, c.status, c.outcome,
    c.service_seq, c.window_no, c.clerk, c.finished_at
  from json_to_recordset($4::text::json) as c(
    hall_id text, business_date date, case_id text, ticket_id text, item text, status text,
    outcome text, service_seq int, window_no int, clerk text, finished_at bigint)
  join advanced a on a.hall_id = c.hall_id and a.business_date = c.business_date
  on conflict (hall_id, business_date, case_id) do update
    set item = excluded.item, status = excluded.status, outcome = excluded.outcome,
      service_seq = excluded.service_seq, window_no = excluded.window_no, clerk = excluded.clerk,
      finished_at = excluded.finished_at
), put_calls as (
  insert into calls (hall_id, business_date, call_seq, ticket_id, window_no, at, recall, why)
  select c.hall_id, c.business_date, c.call_seq, c.ticket_id, c.window_no, c.at, c.recall, c.why
  from json_to_recordset($5::text::json) as c(
    hall_id text, business_date date, call_seq bigint, ticket_id text, window_no int, at bigint,
    recall int, why text)
  join advanced a on a.hall_id = c.hall_id and a.business_date = c.business_date
), put_prompts as (
  insert into prompts (hall_id, business_date, case_id, service_seq, window_no, clerk, opened_at,
    outcome, ended_at)
  select p.hall_id, p.business_date, p.case_id, p.service_seq, p.window_no, p.clerk, p.opened_at,
    p.outcome, p.ended_at
  from json_to_recordset($6::text::json) as p(
    hall_id text, business_date date, case_id text, service_seq int, window_no int, clerk text,
    opened_at bigint, outcome text, ended_at bigint)
  join advanced a on a.hall_id = p.hall_id and a.business_date = p.business_date
  on conflict (hall_id, business_date, case_id, service_seq) do update
    set outcome = excluded.outcome, ended_at = excluded.ended_at
), put_evaluations as (
  insert into evaluations (hall_id, business_date, case_id, service_seq, window_no, clerk, level,
    tags, channel, text_hash, rated_at)
  select v.hall_id, v.of_date, v.case_id, v.service_seq, v.window_no, v.clerk, v.level, v.tags,
    v.channel, v.text_hash, v.rated_at
  from json_to_recordset($7::text::json) as v(
    hall_id text, business_date date, of_date date, case_id text, service_seq int, window_no int,
    clerk text, level int, tags text, channel text, text_hash text, rated_at bigint)
  join advanced a on a.hall_id = v.hall_id and a.business_date = v.business_date
), put_audit as (
  insert into audit (hall_id, business_date, seq, at, by, action, detail)
  select u.hall_id, u.business_date, u.seq, u.at, u.by, u.action, u.detail
  from json_to_recordset($8::text::json) as u(
    hall_id text, business_date date, seq bigint, at bigint, by text, action text, detail text)
  join advanced a on a.hall_id = u.hall_id and a.business_date = u.business_date
)
select distinct grp from advanced
