-- A result in doubt: kept, but neither rated nor counted until a moderator confirms it.
ALTER TABLE match ADD COLUMN doubtful boolean NOT NULL DEFAULT false;
ALTER TABLE match ADD CONSTRAINT match_doubtful_with_a_result
    CHECK (NOT doubtful OR status IN ('COMPLETED', 'VOIDED')) NOT VALID;
CREATE INDEX match_to_review ON match (id DESC) WHERE doubtful AND status = 'COMPLETED';

-- Why a result was in doubt, and who confirmed it; forgotten with their account.
CREATE TABLE match_review (
    match_id     uuid PRIMARY KEY REFERENCES match (id),
    doubts       text[] NOT NULL CHECK (cardinality(doubts) > 0 AND doubts <@ '{TOO_FAST,SAME_PAIR,NEW_PLAYER_LOSES}'),
    confirmed_at timestamptz,
    confirmed_by uuid,
    CONSTRAINT match_review_confirmed_at_a_time CHECK (confirmed_by IS NULL OR confirmed_at IS NOT NULL)
);
CREATE INDEX match_review_confirmed_by ON match_review (confirmed_by) WHERE confirmed_by IS NOT NULL;
