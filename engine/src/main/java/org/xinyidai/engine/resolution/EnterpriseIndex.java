package org.xinyidai.engine.resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.xinyidai.models.resolution.Bigrams;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.NameStatistics;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.subject.EnterpriseName;
import org.xinyidai.models.subject.Uscc;

/**
 * Index of the register (主体检索) by pairs of characters of the names and by exact numbers, in memory:
 * it is derived, so it is built from the register again at every start. Safe for many threads.
 */
public final class EnterpriseIndex implements AutoCloseable {
  /** An exact number brings its enterprise to the top, however the names differ. */
  private static final float EXACT_BOOST = 100;

  /** An account in the owner's name has no other name to go by. */
  private static final float OWNER_BOOST = 5;

  private static final String CODE = "uscc";
  private static final String NAME = "name";

  /** The present name without places. */
  private static final String WHOLE = "whole";

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  public EnterpriseIndex() {
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig());
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds an enterprise or replaces what is known of it; seen after {@link #refresh}. */
  public void put(RegisterEntry entry) {
    Document document = new Document();
    document.add(new StringField(CODE, entry.uscc().value(), Store.YES));
    entry.names().stream().findFirst().ifPresent(name -> add(document, WHOLE, whole(name)));
    for (EnterpriseName name : entry.names()) {
      Bigrams.of(name.core()).forEach(pair -> add(document, NAME, pair));
    }
    add(document, "representative", entry.representative());
    add(document, "phone", entry.phone());
    add(document, "organisation", entry.organisationCode());
    entry.registrationNumbers().forEach(number -> add(document, "registration", number));
    entry.accounts().forEach(account -> add(document, "account", account));
    try {
      writer.updateDocument(new Term(CODE, entry.uscc().value()), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes all that was put so far visible to searches. */
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The enterprises that fit the claim best, best first.
   *
   * @param limit how many at most; the resolver weighs each
   */
  public List<Uscc> candidates(Claim claim, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Bigrams.of(claim.name().core()).forEach(pair -> should(query, NAME, pair, 1));
    should(query, "representative", claim.representative(), 1);
    should(query, "representative", claim.holder(), OWNER_BOOST);
    should(query, "phone", claim.phone(), EXACT_BOOST);
    should(query, "organisation", claim.organisationCode(), EXACT_BOOST);
    should(query, "registration", claim.registrationNumber(), EXACT_BOOST);
    should(query, "account", claim.account(), EXACT_BOOST);
    return search(query.build(), limit);
  }

  /** What the names tell now; a snapshot that later puts do not change. */
  public NameStatistics statistics() {
    PairCounts counts = PairCounts.of(searchers, NAME);
    return new NameStatistics(counts::rarity, Namesakes.share(searchers, WHOLE));
  }

  private static String whole(EnterpriseName name) {
    return name.core() + "/" + name.form() + "/" + name.branch();
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Uscc> search(BooleanQuery query, int limit) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        StoredFields stored = searcher.storedFields();
        List<Uscc> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
          found.add(new Uscc(stored.document(hit.doc).get(CODE)));
        }
        return found;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Document document, String field, String value) {
    if (!value.isEmpty()) {
      document.add(new StringField(field, value, Store.NO));
    }
  }

  private static void should(BooleanQuery.Builder query, String field, String value, float boost) {
    if (!value.isEmpty()) {
      query.add(new BoostQuery(new TermQuery(new Term(field, value)), boost), Occur.SHOULD);
    }
  }
}
