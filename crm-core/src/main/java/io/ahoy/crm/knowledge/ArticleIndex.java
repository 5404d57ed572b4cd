package io.ahoy.crm.knowledge;

import io.ahoy.crm.store.Db;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.session.SqlSession;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index in its folder: only ever a copy of the database. It is brought up to date at the start and follows each change; when
 * it is missing, broken, of another schema or of another database, it is written anew.
 */
final class ArticleIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 500;

    /** What is written anew is kept in memory until then, so that there are fewer pieces to be put together. */
    private static final double BUFFER_MB = 64;

    /** Transactions commit in another order than their times say, and clocks of two machines differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Db db;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicReference<Instant> upTo = new AtomicReference<>(Instant.EPOCH);

    private ArticleIndex(Db db, FSDirectory directory, IndexWriter writer) throws IOException {
        this.db = db;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new WithoutCache());
    }

    static ArticleIndex open(Path folder, Db db) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        ArticleIndex index = new ArticleIndex(db, directory, writer(directory));
        if (!index.catchUp()) {
            index.rebuild();
        }
        return index;
    }

    /** What is done with the index as it is at one moment. */
    interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    <T> T look(Look<T> look) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return look.at(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Writes the article as the database has it, and is seen by whoever searches afterwards. */
    void follow(UUID id) throws IOException {
        write(id);
        commit();
    }

    /** Everything anew from the database. */
    void rebuild() throws IOException {
        writer.deleteAll();
        UUID after = BEFORE_ALL;
        for (List<Article> page = page(after); !page.isEmpty(); page = page(after)) {
            // Cutting texts into words is most of the work, and the writer takes from many.
            page.parallelStream().forEach(this::add);
            after = page.getLast().id();
        }
        db.call(session -> mapper(session).lastChange()).ifPresent(this::reached);
        // Each word is looked up in every piece of the index, so one piece answers several times as fast as the many
        // just written.
        writer.forceMerge(1);
        commit();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private static IndexWriter writer(FSDirectory directory) throws IOException {
        try {
            return new IndexWriter(directory, config());
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | FileNotFoundException
                | NoSuchFileException unusable) {
            LOG.warn("The index of the articles can't be read and is written anew: {}", unusable.getMessage());
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return new IndexWriter(directory, config());
        }
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(new ByField()).setCommitOnClose(false).setRAMBufferSizeMB(BUFFER_MB);
    }

    /** False when what is there can't be of use. */
    private boolean catchUp() throws IOException {
        Map<String, String> mark = new HashMap<>();
        Optional.ofNullable(writer.getLiveCommitData())
                .ifPresent(entries -> entries.forEach(entry -> mark.put(entry.getKey(), entry.getValue())));
        if (!ArticleDocuments.SCHEMA.equals(mark.get("schema"))) {
            return false;
        }
        reached(Instant.ofEpochMilli(Long.parseLong(mark.getOrDefault("upTo", "0"))));
        Instant since = upTo.get().minus(MARGIN);
        for (UUID id : db.call(session -> mapper(session).changedSince(since))) {
            write(id);
        }
        commit();
        // A backup of the database that was put back knows other articles, and their times tell nothing.
        int expected = db.call(session -> mapper(session).count());
        return look(searcher -> searcher.count(ArticleDocuments.FIRST)) == expected;
    }

    /** Two who follow the same article may write in the wrong order, so whoever has written looks whether it is still true. */
    private void write(UUID id) throws IOException {
        Optional<Article> article = db.call(session -> Articles.read(session, id));
        while (true) {
            if (article.isPresent()) {
                writer.updateDocuments(ArticleDocuments.key(id), ArticleDocuments.of(article.get()));
                reached(article.get().changedAt());
            } else {
                writer.deleteDocuments(ArticleDocuments.key(id));
            }
            Optional<Article> after = db.call(session -> Articles.read(session, id));
            if (after.map(Article::version).equals(article.map(Article::version))) {
                return;
            }
            article = after;
        }
    }

    private void add(Article article) {
        try {
            writer.addDocuments(ArticleDocuments.of(article));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(Map.of(
                        "schema",
                        ArticleDocuments.SCHEMA,
                        "upTo",
                        "" + upTo.get().toEpochMilli())
                .entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    private void reached(Instant changedAt) {
        upTo.accumulateAndGet(changedAt, (a, b) -> a.isAfter(b) ? a : b);
    }

    private List<Article> page(UUID after) {
        return db.call(session -> Articles.complete(session, mapper(session).after(after, PAGE)));
    }

    private static ArticleMapper mapper(SqlSession session) {
        return session.getMapper(ArticleMapper.class);
    }

    /** No two ask the same, so that a cache only costs time. */
    private static final class WithoutCache extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** Each field by the rules of the language in its name. */
    private static final class ByField extends DelegatingAnalyzerWrapper {
        ByField() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return SearchLanguage.of(field.substring(field.indexOf('.') + 1)).analyzer();
        }
    }
}
