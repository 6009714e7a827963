package org.xinyidai.engine.resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.BytesRef;

/** In how many names each pair of characters stands (字对文档频次). */
final class PairCounts {
  private final Map<String, Integer> counts;
  private final int names;

  private PairCounts(Map<String, Integer> counts, int names) {
    this.counts = counts;
    this.names = names;
  }

  static PairCounts of(SearcherManager searchers, String field) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        Map<String, Integer> counts = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
          add(Terms.getTerms(leaf.reader(), field), counts);
        }
        return new PairCounts(counts, searcher.getIndexReader().numDocs());
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Inverse document frequency, smoothed so that it stays above zero. */
  double rarity(String pair) {
    return Math.log(1 + (names + 1.0) / (counts.getOrDefault(pair, 0) + 1.0));
  }

  private static void add(Terms terms, Map<String, Integer> counts) throws IOException {
    TermsEnum each = terms.iterator();
    for (BytesRef pair = each.next(); pair != null; pair = each.next()) {
      counts.merge(pair.utf8ToString(), each.docFreq(), Integer::sum);
    }
  }
}
