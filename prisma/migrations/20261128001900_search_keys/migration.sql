-- The one folding for search, sorting and "is this person known?": no case, no marks on letters, no
-- apostrophes, nothing invisible, single blanks. `unaccent` is not immutable and misses some letters.
-- The letters with a stroke or hook have no decomposition in Unicode, so they are listed.
CREATE FUNCTION fold_text(written text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    translate(
      replace(replace(replace(replace(
        regexp_replace(
          lower(normalize(translate(written, '''’‘‛ʼʻʹ`´′＇', ''), NFKD) COLLATE "und-x-icu"),
          '[\u00AD\u0300-\u036F\u0591-\u05C7\u061C\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF'
            '\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]',
          '', 'g'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'łđðøħıŋŧƒɓɖɗɛǥɨƙɫɲɔɵʉʋƴƶ', 'lddohintfbddegiklnoouvyz'),
    '\s+', ' ', 'g'))
$$;

-- Family name first, so that the key sorts as a list of people does; two blanks end the family name.
ALTER TABLE "person"
  ADD COLUMN "name_key" text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (fold_text("family_name") || '  ' || fold_text("given_name")) STORED,
  ADD COLUMN "search_key" text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (
      fold_text("family_name") || '  ' || fold_text("given_name") || ' '
      || COALESCE(fold_text("email"), '') || ' '
      || COALESCE(regexp_replace("phone", '\D', '', 'g'), '')
    ) STORED;
ALTER TABLE "family"
  ADD COLUMN "search_key" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fold_text("name")) STORED;
ALTER TABLE "course"
  ADD COLUMN "search_key" text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (fold_text("name") || ' ' || COALESCE(fold_text("instrument"), '')) STORED;

DROP INDEX "person_school_id_family_name_given_name_idx";
CREATE INDEX "person_school_id_name_key_idx" ON "person" ("school_id", "name_key");
DROP INDEX "family_school_id_name_idx";
CREATE INDEX "family_school_id_search_key_idx" ON "family" ("school_id", "search_key");
