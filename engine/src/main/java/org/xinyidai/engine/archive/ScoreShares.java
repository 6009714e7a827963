package org.xinyidai.engine.archive;

import static org.xinyidai.engine.archive.StoredScoreCodec.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * To whom enterprises have shown a score (评分授权展示): a lender may read a stored score when, and as
 * long as, the enterprise says so. A new word on the same lender replaces the last.
 */
public final class ScoreShares {
  private final Store store;
  private final ScoreArchive archive;

  public ScoreShares(Store store, ScoreArchive archive) {
    this.store = store;
    this.archive = archive;
  }

  /**
   * One authorisation.
   *
   * @param lender organisation of the lender
   * @param until the first instant at which it no longer holds
   */
  public record Share(String lender, Instant grantedAt, Instant until) {
    boolean holdsAt(Instant now) {
      return now.isBefore(until);
    }
  }

  /** Grants, or with an instant that has passed revokes, as a part of a larger change. */
  public Share put(Changes changes, ScoreId id, String lender, Instant until) {
    Share share = new Share(lender, changes.instant(), until);
    try {
      changes.put(Family.SCORE_SHARES, key(id, lender), JSON.writeValueAsBytes(share));
      return share;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an authorisation cannot be written", e);
    }
  }

  /** Whether the lender may read the score now. */
  public boolean allows(ScoreId id, String lender, Instant now) {
    return store
        .read(view -> view.get(Family.SCORE_SHARES, key(id, lender)))
        .map(ScoreShares::share)
        .filter(share -> share.holdsAt(now))
        .isPresent();
  }

  /** The authorisations of a score that hold now. */
  public List<Share> holding(ScoreId id, Instant now) {
    return store.read(
        view -> {
          List<Share> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SCORE_SHARES, archive.key(id))) {
            while (cursor.next()) {
              found.add(share(cursor.value()));
            }
          }
          found.removeIf(share -> !share.holdsAt(now));
          return found;
        });
  }

  private static Share share(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Share.class);
    } catch (IOException e) {
      throw new IllegalStateException("a stored authorisation is damaged", e);
    }
  }

  private byte[] key(ScoreId id, String lender) {
    byte[] score = archive.key(id);
    byte[] digest = DigestUtils.sha256(lender);
    return ByteBuffer.allocate(score.length + ScoreId.DIGEST_BYTES)
        .put(score)
        .put(Arrays.copyOf(digest, ScoreId.DIGEST_BYTES))
        .array();
  }
}
