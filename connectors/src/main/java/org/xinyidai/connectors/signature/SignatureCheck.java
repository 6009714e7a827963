package org.xinyidai.connectors.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * Whether a request was signed by a key that is known (验签, RFC 9421 section 3.2), but for the
 * digest of its content and for whether the nonce was used before: those need what is not here yet.
 */
public final class SignatureCheck {
  public static final String INPUT_FIELD = "Signature-Input";
  public static final String SIGNATURE_FIELD = "Signature";

  /** How far the clock of a client may be off and a request be under way, before and after. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  /** Shorter ones repeat by chance, longer ones say no more. */
  private static final int SHORTEST_NONCE = 8;

  private static final int LONGEST_NONCE = 128;

  private static final Set<String> ALWAYS = Set.of("@method", "content-digest");

  /** What is found. */
  public sealed interface Finding {}

  /**
   * Signed by a known key over these parts, at a time that is near enough.
   *
   * @param until the first instant at which the same signature is too old
   */
  public record Genuine(String keyId, String nonce, Instant until) implements Finding {}

  /** Not so, for this reason. */
  public record Refused(SignatureFault fault) implements Finding {}

  /** One signature of a request with the key that it says it is by. */
  private record Signed(
      String keyId, VerifyingKey key, InnerList input, ByteSequenceItem signature) {
    Optional<String> text(String name) {
      return textOf(input, name);
    }

    Optional<Instant> instant(String name) {
      return input.getParams().get(name) instanceof IntegerItem seconds
          ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
          : Optional.empty();
    }

    boolean isByTheKeysAlgorithm() {
      Item<?> said = input.getParams().get("alg");
      return said == null || key.algorithm().id().equals(said.get());
    }

    boolean isGenuine(byte[] base) {
      return key.isGenuine(base, ContentDigestField.array(signature.get()));
    }
  }

  private SignatureCheck() {}

  /**
   * Checks the first signature that is by one of the keys; signatures by others are not looked at.
   *
   * @param keys by their ids
   */
  public static Finding of(RequestParts request, Map<String, VerifyingKey> keys, Instant now) {
    Optional<String> inputs = request.part("signature-input");
    Optional<String> signatures = request.part("signature");
    if (inputs.isEmpty() || signatures.isEmpty()) {
      return new Refused(SignatureFault.MISSING);
    }
    Optional<Signed> signed;
    try {
      signed =
          byKnownKey(
              Parser.parseDictionary(inputs.get()), Parser.parseDictionary(signatures.get()), keys);
    } catch (ParseException e) {
      return new Refused(SignatureFault.UNREADABLE);
    }
    return signed
        .map(one -> check(request, one, now))
        .orElseGet(() -> new Refused(SignatureFault.KEY_UNKNOWN));
  }

  private static Optional<Signed> byKnownKey(
      Dictionary inputs, Dictionary signatures, Map<String, VerifyingKey> keys) {
    for (Map.Entry<String, ListElement<?>> entry : inputs.get().entrySet()) {
      if (entry.getValue() instanceof InnerList input
          && signatures.get().get(entry.getKey()) instanceof ByteSequenceItem bytes) {
        String keyId = textOf(input, "keyid").orElse("");
        VerifyingKey key = keys.get(keyId);
        if (key != null) {
          return Optional.of(new Signed(keyId, key, input, bytes));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding check(RequestParts request, Signed signed, Instant now) {
    if (!signed.isByTheKeysAlgorithm()) {
      return new Refused(SignatureFault.ALGORITHM_OTHER);
    }
    Optional<List<String>> covered = SignatureBase.covered(signed.input());
    if (covered.isEmpty()) {
      return new Refused(SignatureFault.UNREADABLE);
    }
    if (!isEnough(covered.get())) {
      return new Refused(SignatureFault.PARTS_UNCOVERED);
    }
    Optional<byte[]> base = SignatureBase.of(signed.input(), covered.get(), request);
    if (base.isEmpty()) {
      return new Refused(SignatureFault.PART_ABSENT);
    }
    Optional<SignatureFault> wrong = timeAndNonce(signed, now);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    if (!signed.isGenuine(base.get())) {
      return new Refused(SignatureFault.NOT_GENUINE);
    }
    Instant until = signed.instant("created").orElseThrow().plus(WINDOW);
    return new Genuine(signed.keyId(), signed.text("nonce").orElseThrow(), until);
  }

  private static boolean isEnough(List<String> covered) {
    boolean address =
        covered.contains("@target-uri")
            || covered.contains("@request-target")
            || (covered.contains("@path") && covered.contains("@query"));
    return address && covered.containsAll(ALWAYS);
  }

  private static Optional<SignatureFault> timeAndNonce(Signed signed, Instant now) {
    Optional<Instant> created = signed.instant("created");
    if (created.isEmpty()) {
      return Optional.of(SignatureFault.CREATED_MISSING);
    }
    int length = signed.text("nonce").map(String::length).orElse(0);
    if (length < SHORTEST_NONCE || length > LONGEST_NONCE) {
      return Optional.of(SignatureFault.NONCE_MISSING);
    }
    boolean ended = signed.instant("expires").filter(end -> !now.isBefore(end)).isPresent();
    if (ended || !now.isBefore(created.get().plus(WINDOW))) {
      return Optional.of(SignatureFault.TOO_OLD);
    }
    return created.get().isAfter(now.plus(WINDOW))
        ? Optional.of(SignatureFault.IN_FUTURE)
        : Optional.empty();
  }

  private static Optional<String> textOf(InnerList input, String name) {
    return input.getParams().get(name) instanceof StringItem text
        ? Optional.of(text.get())
        : Optional.empty();
  }
}
