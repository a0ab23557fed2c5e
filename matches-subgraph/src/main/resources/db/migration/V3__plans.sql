-- A match's requests are looked for when it is deleted, which otherwise reads all requests for each.
create index idempotent_request_match on idempotent_request (match_id);

-- One index for all but the usual ending, so that any choice of the rare states finds its few matches.
drop index match_without_result;
create index match_not_completed on match (status, id desc) where status <> 'COMPLETED';
