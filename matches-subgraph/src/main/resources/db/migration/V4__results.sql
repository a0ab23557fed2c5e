-- Who took a result back; forgotten with their account.
alter table match add voided_by uuid;
create index match_voided_by on match (voided_by) where voided_by is not null;

-- A score decides at the points that win; matches from before this rule keep theirs.
alter table match add constraint match_decided_by_score_at_the_points_that_win
    check (finish_reason is distinct from 'SCORE'
        or greatest(score_one, score_two) = case mode when 'ONE_VS_ONE' then 11 else 21 end) not valid;
