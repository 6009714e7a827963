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

/**
 * How often an enterprise of the register has a namesake there (同名率). It stands for how often one
 * that is not in the register has one: each enterprise is asked for as if it were absent.
 */
final class Namesakes {
  /** So many names tell the share; of a greater register a part, by hash, is looked at. */
  private static final int ENOUGH = 100_000;

  /** Namesakes that a register without any is taken to have: one such claim in a hundred. */
  private static final double SOME = 1;

  private static final double AMONG = 100;

  private Namesakes() {}

  /** Above zero, at most one. */
  static double share(SearcherManager searchers, String field) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        int every = 1 + searcher.getIndexReader().numDocs() / ENOUGH;
        Map<String, Integer> names = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
          add(Terms.getTerms(leaf.reader(), field), every, names);
        }
        int all = 0;
        int shared = 0;
        for (int bearers : names.values()) {
          all += bearers;
          shared += bearers > 1 ? bearers : 0;
        }
        return (shared + SOME) / (all + AMONG);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Terms terms, int every, Map<String, Integer> names) throws IOException {
    TermsEnum each = terms.iterator();
    for (BytesRef name = each.next(); name != null; name = each.next()) {
      if (Math.floorMod(name.hashCode(), every) == 0) {
        names.merge(name.utf8ToString(), each.docFreq(), Integer::sum);
      }
    }
  }
}
