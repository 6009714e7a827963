package org.xinyidai.engine.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordTest {
  private final SecureRandom random = new SecureRandom();

  /** From the tests of the reference implementation of Argon2. */
  @Test
  void a_hash_of_the_reference_implementation_is_recognised() {
    String kept =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertTrue(PasswordHash.matches("password", kept));
    assertFalse(PasswordHash.matches("Password", kept));
  }

  @Test
  void a_hash_on_an_event_loop_is_refused_for_it_would_stop_all_others() {
    Vertx vertx = Vertx.vertx();
    CompletableFuture<Boolean> refused = new CompletableFuture<>();
    vertx.runOnContext(
        loop -> {
          try {
            refused.complete(PasswordHash.of("password", random).isEmpty());
          } catch (IllegalStateException e) {
            refused.complete(true);
          }
        });

    assertTrue(refused.join());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_password_is_kept_as_argon2id_with_a_salt_of_its_own() {
    String first = PasswordHash.of("正确的口令 2026", random);
    String second = PasswordHash.of("正确的口令 2026", random);

    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), first);
    assertNotEquals(first, second);
    assertTrue(PasswordHash.matches("正确的口令 2026", first));
    assertTrue(PasswordHash.matches("正确的口令　２０２６", second), "full width, the same letters");
    assertFalse(PasswordHash.matches("正确的口令 2027", first));
  }

  @ParameterizedTest
  @CsvSource({
    "MLPS3, Kx9-tree, false",
    "MLPS3, kx9treelamp, false",
    "MLPS3, Kx9treelamp, true",
    "MLPS3, Clerk.zhang9, false",
    "MLPS3, Password123!, false",
    "ASVS, Kx9-treelam, false",
    "ASVS, windy lamp of march, true",
    "ASVS, xinyidai2026!!, false",
    "ASVS, aaaaaaaaaaaaa, false",
    "ASVS, 5201314520, false",
    "ASVS, 1qaz2wsx3edc, false"
  })
  void a_profile_says_which_passwords_will_do(
      PasswordProfile profile, String password, boolean fine) {
    assertEquals(fine, profile.fault("clerk.zhang", password).isEmpty(), password);
  }

  @ParameterizedTest
  @EnumSource(PasswordProfile.class)
  void a_sentence_will_do_and_a_book_that_only_keeps_the_hash_busy_will_not(
      PasswordProfile profile) {
    String longest = "Aa1-".repeat(32);

    assertEquals(Optional.empty(), profile.fault("clerk.zhang", longest));
    assertTrue(profile.fault("clerk.zhang", longest + "x").isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238(long second, String code) {
    byte[] secret = "12345678901234567890".getBytes(US_ASCII);
    Instant now = Instant.ofEpochSecond(second);

    assertEquals(code, Totp.at(secret, now));
    OptionalLong step = Totp.step(secret, code, now, 0);
    assertEquals(second / 30, step.orElseThrow());
    assertTrue(Totp.step(secret, code, now.plusSeconds(30), 0).isPresent(), "a slow finger");
    assertTrue(Totp.step(secret, code, now.plusSeconds(90), 0).isEmpty(), "too late");
    assertTrue(Totp.step(secret, code, now, step.getAsLong()).isEmpty(), "used before");
  }

  @Test
  void a_secret_is_written_as_apps_read_it() {
    assertEquals("MZXW6YTBOI", Totp.base32("foobar".getBytes(US_ASCII)));
    assertEquals(32, Totp.base32(Totp.newSecret(random)).length());
  }
}
