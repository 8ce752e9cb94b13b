-- The same folding for what keyboards write in several ways: every dash is a hyphen, a sigma is one at the end of a
-- word too, and the Arabic and the Persian kaf and yeh are one.
CREATE OR REPLACE FUNCTION fold_text(written text) RETURNS text
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
      'łđðøħıŋŧƒɓɖɗɛǥɨƙɫɲɔɵʉʋƴƶς' || U&'\06A9\06CC\0649\2010\2011\2012\2013\2014\2015\2212',
      'lddohintfbddegiklnoouvyzσ' || U&'\0643\064A\064A' || '-------'),
    '\s+', ' ', 'g'))
$$;

-- What is stored is folded anew where that says something else.
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;
UPDATE "person" SET "family_name" = "family_name"
 WHERE "name_key" <> fold_text("family_name") || '  ' || fold_text("given_name");
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;
ALTER TABLE "family" NO FORCE ROW LEVEL SECURITY;
UPDATE "family" SET "name" = "name" WHERE "search_key" <> fold_text("name");
ALTER TABLE "family" FORCE ROW LEVEL SECURITY;
ALTER TABLE "course" NO FORCE ROW LEVEL SECURITY;
UPDATE "course" SET "name" = "name"
 WHERE "search_key" <> fold_text("name") || ' ' || COALESCE(fold_text("instrument"), '');
ALTER TABLE "course" FORCE ROW LEVEL SECURITY;
