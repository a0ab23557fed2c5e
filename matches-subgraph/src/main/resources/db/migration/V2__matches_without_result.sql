-- The rare endings, so that nobody searches a million results for them.
create index match_without_result on match (status, id desc) where status in ('ABORTED', 'VOIDED');
