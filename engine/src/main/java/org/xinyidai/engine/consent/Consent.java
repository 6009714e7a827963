package org.xinyidai.engine.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an enterprise lets a lender read parts of its file (信息查询授权). Nothing of it changes but the
 * moment of its withdrawal.
 *
 * @param id says nothing of the two
 * @param uscc of the enterprise
 * @param grantee organisation of the lender
 * @param textVersion of the text that the enterprise agreed to
 * @param textDigest SM3 of that text, in hexadecimal
 * @param expiresAt the first instant at which it no longer holds
 * @param revokedAt when it was withdrawn, null while it was not
 */
public record Consent(
    String id,
    String uscc,
    String grantee,
    Purpose purpose,
    List<DataCategory> categories,
    int textVersion,
    String textDigest,
    Instant grantedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {
  public Consent {
    categories = List.copyOf(categories);
  }

  /** Whether it opens a category at a moment. */
  public boolean opens(DataCategory category, Instant now) {
    return revokedAt == null && now.isBefore(expiresAt) && categories.contains(category);
  }

  Consent revoked(Instant at) {
    return new Consent(
        id, uscc, grantee, purpose, categories, textVersion, textDigest, grantedAt, expiresAt, at);
  }
}
