package org.xinyidai.engine.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An account as it is stored: JSON, of which this version reads what it knows. */
final class AccountCodec {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private AccountCodec() {}

  /** The stored form, apart from the account itself so that renaming one does not break it. */
  record Stored(
      String id,
      String role,
      String name,
      String organisation,
      @Nullable String unit,
      @Nullable String division) {}

  static byte[] write(Account account) {
    try {
      return JSON.writeValueAsBytes(
          new Stored(
              account.id(),
              account.role().id(),
              account.name(),
              account.organisation(),
              account.seat().unit(),
              account.seat().division()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("six texts can always be written", e);
    }
  }

  static Account read(byte[] bytes) {
    try {
      Stored stored = JSON.readValue(bytes, Stored.class);
      Role role = Role.ofId(stored.role()).orElseThrow();
      Seat seat = new Seat(orEmpty(stored.unit()), orEmpty(stored.division()));
      return new Account(stored.id(), role, stored.name(), stored.organisation(), seat);
    } catch (IOException e) {
      throw new IllegalStateException("a stored account is damaged", e);
    }
  }

  /** Accounts of earlier versions have no seat. */
  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
