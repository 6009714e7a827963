package org.xinyidai.engine.referencenode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How often the node fails in which way (故障计划). The same seed fails the same attempts of the same
 * batches, in whatever order they come.
 *
 * @param delayMs of {@link FailureMode#DELAY}
 * @param shares probability of each mode, 0 to 1, together at most 1
 */
public record FailurePlan(long seed, int delayMs, Map<FailureMode, Double> shares) {
  /** Longer than any sender waits. */
  public static final int MAX_DELAY_MS = 600_000;

  static final int USUAL_DELAY_MS = 2_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public FailurePlan {
    EnumMap<FailureMode, Double> copy = new EnumMap<>(FailureMode.class);
    copy.putAll(shares);
    shares = Collections.unmodifiableMap(copy);
    double sum = 0;
    for (double share : shares.values()) {
      if (!(share >= 0)) {
        throw new IllegalArgumentException("a probability lies between 0 and 1");
      }
      sum += share;
    }
    if (sum > 1) {
      throw new IllegalArgumentException("the probabilities are together more than 1");
    }
    if (delayMs < 0 || delayMs > MAX_DELAY_MS) {
      throw new IllegalArgumentException("a delay lies between 0 and " + MAX_DELAY_MS + " ms");
    }
  }

  /** Never fails. */
  public static FailurePlan none() {
    return new FailurePlan(0, USUAL_DELAY_MS, Map.of());
  }

  /**
   * How an attempt fails; empty for one that goes well.
   *
   * @param attempt of this batch, from 1
   */
  Optional<FailureMode> draw(String batch, int attempt) {
    double drawn = random(batch, attempt).nextDouble();
    for (Map.Entry<FailureMode, Double> one : shares.entrySet()) {
      if (drawn < one.getValue()) {
        return Optional.of(one.getKey());
      }
      drawn -= one.getValue();
    }
    return Optional.empty();
  }

  /** The chance of everything else about an attempt. */
  Random random(String batch, int attempt) {
    long mixed = seed * 0x9E3779B97F4A7C15L + batch.hashCode() * 0x100000001B3L + attempt;
    mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    return new Random(mixed ^ (mixed >>> 29));
  }

  byte[] json() {
    ObjectNode root = JSON.createObjectNode().put("seed", seed).put("delayMs", delayMs);
    ObjectNode modes = root.putObject("shares");
    shares.forEach((mode, share) -> modes.put(mode.code(), share));
    try {
      return JSON.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new IllegalStateException("a plan cannot be written", e);
    }
  }

  /**
   * The plan of a request.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static FailurePlan of(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("a plan is a JSON object", e);
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("a plan is a JSON object");
    }
    Map<FailureMode, Double> shares = new EnumMap<>(FailureMode.class);
    root.path("shares")
        .properties()
        .forEach(one -> shares.put(FailureMode.named(one.getKey()), one.getValue().asDouble(-1)));
    return new FailurePlan(
        root.path("seed").asLong(), root.path("delayMs").asInt(USUAL_DELAY_MS), shares);
  }
}
