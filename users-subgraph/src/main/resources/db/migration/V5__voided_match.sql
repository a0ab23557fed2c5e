-- A match whose result was taken back counts no more, whichever of its two events comes first.
ALTER TABLE counted_match ADD COLUMN voided boolean NOT NULL DEFAULT false;
