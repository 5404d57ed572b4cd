package io.ahoy.crm.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What stands in the index: a document for each article and language. */
final class ArticleDocuments {
    /** Of what is written here: another number at the start, and everything is written anew. */
    static final String SCHEMA = "3";

    /** On one document of each article, to count them. */
    static final Query FIRST = new TermQuery(new Term("first", "yes"));

    /** Those whose words have no stems: they are asked for as {@link SearchLanguage#ANY} too. */
    static final Query WITHOUT_STEMS = new TermInSetQuery(
            "rules", List.of(new BytesRef(SearchLanguage.CHINESE.code()), new BytesRef(SearchLanguage.ANY.code())));

    private static final String ARTICLE = "article";
    private static final String KEY = "key";
    private static final String LANGUAGE = "language";
    private static final Audience[] AUDIENCES = Audience.values();
    private static final String AUDIENCE = "audience";
    private static final String CATEGORY = "category";
    private static final String EXPIRES = "expires";
    private static final String RULES = "rules";

    private ArticleDocuments() {}

    /** Of one text: what decides between many that were found, kept where it is read without the text. */
    record Key(UUID article, UUID category, Audience audience, String language) {
        /** @param doc its number in the index as it is looked at */
        static Key read(IndexSearcher searcher, int doc) throws IOException {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            BinaryDocValues keys = DocValues.getBinary(leaf.reader(), KEY);
            if (!keys.advanceExact(doc - leaf.docBase)) {
                throw new IOException("document " + doc + " has no key");
            }
            BytesRef bytes = keys.binaryValue();
            ByteBuffer key = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
            UUID article = new UUID(key.getLong(), key.getLong());
            UUID category = new UUID(key.getLong(), key.getLong());
            Audience audience = AUDIENCES[key.get()];
            return new Key(
                    article,
                    category,
                    audience,
                    StandardCharsets.UTF_8.decode(key).toString());
        }

        BytesRef bytes() {
            byte[] tag = language.getBytes(StandardCharsets.UTF_8);
            return new BytesRef(ByteBuffer.allocate(4 * Long.BYTES + 1 + tag.length)
                    .putLong(article.getMostSignificantBits())
                    .putLong(article.getLeastSignificantBits())
                    .putLong(category.getMostSignificantBits())
                    .putLong(category.getLeastSignificantBits())
                    .put((byte) audience.ordinal())
                    .put(tag)
                    .array());
        }

        /** Whether it is in this language, whatever its region and script. */
        boolean isIn(String other) {
            return primary(language).equals(primary(other));
        }

        private static String primary(String tag) {
            int end = tag.indexOf('-');
            return end < 0 ? tag : tag.substring(0, end);
        }
    }

    /** Of one text, as it was when it was indexed. */
    record Shown(String title, String summary) {
        private static final Set<String> FIELDS = Set.of("title", "summary");

        static Shown read(IndexSearcher searcher, int doc) throws IOException {
            Document document = searcher.storedFields().document(doc, FIELDS);
            return new Shown(document.get("title"), document.get("summary"));
        }
    }

    static Term key(UUID article) {
        return new Term(ARTICLE, article.toString());
    }

    static List<Document> of(Article article) {
        List<Document> documents = new ArrayList<>();
        for (ArticleText text : article.texts()) {
            documents.add(document(article, text, documents.isEmpty()));
        }
        return documents;
    }

    /** Those that may be found now. */
    static Query visible(ArticleFilter filter, Instant now) {
        BooleanQuery.Builder visible = new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(EXPIRES, now.toEpochMilli() + 1, Long.MAX_VALUE), Occur.FILTER);
        filter.audience().ifPresent(one -> visible.add(new TermQuery(new Term(AUDIENCE, one.name())), Occur.FILTER));
        filter.language().ifPresent(one -> visible.add(in(one), Occur.FILTER));
        if (!filter.categories().isEmpty()) {
            visible.add(terms(CATEGORY, filter.categories()), Occur.FILTER);
        }
        return visible.build();
    }

    static Query articles(Set<UUID> ids) {
        return terms(ARTICLE, ids);
    }

    /** Those whose words follow the rules of this language. */
    static Query byRulesOf(SearchLanguage language) {
        return new TermQuery(new Term(RULES, language.code()));
    }

    private static Query in(String language) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(LANGUAGE, language)), Occur.SHOULD)
                .add(new PrefixQuery(new Term(LANGUAGE, language + "-")), Occur.SHOULD)
                .build();
    }

    private static Query terms(String field, Set<UUID> ids) {
        return new TermInSetQuery(
                field, ids.stream().map(id -> new BytesRef(id.toString())).toList());
    }

    private static Document document(Article article, ArticleText text, boolean isFirst) {
        Document document = new Document();
        SearchLanguage own = SearchLanguage.of(text.language());
        String body = ArticleBody.plain(text.body());
        document.add(new StringField(ARTICLE, article.id().toString(), Store.NO));
        document.add(new BinaryDocValuesField(
                KEY, new Key(article.id(), article.category(), article.audience(), text.language()).bytes()));
        document.add(new StringField(LANGUAGE, text.language(), Store.NO));
        document.add(new StringField(AUDIENCE, article.audience().name(), Store.NO));
        document.add(new StringField(CATEGORY, article.category().toString(), Store.NO));
        document.add(new StringField(RULES, own.code(), Store.NO));
        document.add(new LongPoint(
                EXPIRES, article.expiresAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE)));
        document.add(new StoredField("title", text.title()));
        document.add(new StoredField("summary", text.summary()));
        if (isFirst) {
            document.add(new StringField("first", "yes", Store.NO));
        }
        for (SearchLanguage language : EnumSet.of(own, SearchLanguage.ANY)) {
            document.add(new TextField(language.title(), text.title(), Store.NO));
            document.add(new TextField(language.all(), text.title(), Store.NO));
            document.add(new TextField(language.all(), text.summary(), Store.NO));
            // Twice, because a word in it says more than one in the body.
            document.add(new TextField(language.all(), text.summary(), Store.NO));
            document.add(new TextField(language.all(), body, Store.NO));
        }
        Excerpts.keep(document, own, text.title(), text.summary().isBlank() ? body : text.summary() + "\n\n" + body);
        return document;
    }
}
