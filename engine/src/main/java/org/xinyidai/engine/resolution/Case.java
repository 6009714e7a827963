package org.xinyidai.engine.resolution;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refused row without a right code on its way to its enterprise (待归集记录). The row itself stays in
 * quarantine; what is filed names it.
 *
 * @param batch the batch that refused it
 * @param line its line there
 * @param named its texts by the names in its file
 * @param candidates best first, as they stood when it was last weighed
 * @param decisions of persons, oldest first; never changed, only added to
 * @param filing where it was filed, null while it is not
 */
public record Case(
    String batch,
    long line,
    String feed,
    Map<String, String> named,
    Status status,
    List<Suggestion> candidates,
    List<Decision> decisions,
    @Nullable Filing filing) {

  /** How far a case has come. */
  public enum Status {
    /** Filed without a person (自动归集). */
    FILED_AUTOMATICALLY('a'),
    /** Waits for a person (待人工研判). */
    QUEUED('q'),
    /** Nothing speaks for anyone well enough yet (暂不归集). */
    UNRESOLVED('u'),
    /** A person said whose it is (人工归集). */
    FILED_BY_PERSON('p'),
    /** A person said that it is none of the register's (人工排除). */
    DISMISSED('d');

    private final char code;

    Status(char code) {
      this.code = code;
    }

    /** Stands in keys on disk; never changed. */
    byte code() {
      return (byte) code;
    }
  }

  /** A candidate with its evidence in words. */
  public record Suggestion(String uscc, double confidence, List<String> evidence) {
    public Suggestion {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What a person decided.
   *
   * @param uscc the enterprise, null for none
   * @param undoes whether it takes the decision before it back, and decides nothing itself
   * @param request the request that took it back, for it is not taken back twice; null for others
   */
  public record Decision(
      Instant at,
      String by,
      @Nullable String uscc,
      String note,
      boolean undoes,
      @Nullable String request) {
    /** One that decides. */
    static Decision of(Instant at, String by, @Nullable String uscc, String note) {
      return new Decision(at, by, uscc, note, false, null);
    }

    /** One that takes the decision before it back. */
    static Decision undoing(Instant at, String by, String note, @Nullable String request) {
      return new Decision(at, by, null, note, true, request);
    }
  }

  /**
   * Where the row went.
   *
   * @param batch the batch in which it came in again
   */
  public record Filing(String uscc, String batch, long line) {}

  /** A case that nobody has weighed. */
  public static Case open(String batch, long line, String feed, Map<String, String> named) {
    return new Case(batch, line, feed, named, Status.UNRESOLVED, List.of(), List.of(), null);
  }

  public Case {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    candidates = List.copyOf(candidates);
    decisions = List.copyOf(decisions);
  }

  /** The name by which people and calls speak of it. */
  public String id() {
    return batch + ":" + line;
  }

  /** The decision that stands: the last one that was not taken back. */
  public Optional<Decision> standing() {
    Deque<Decision> left = new ArrayDeque<>();
    for (Decision decision : decisions) {
      if (decision.undoes()) {
        left.pollLast();
      } else {
        left.add(decision);
      }
    }
    return Optional.ofNullable(left.peekLast());
  }

  /** Whether the last word was to take a decision back, and this very request said it. */
  public boolean wasUndoneBy(@Nullable String request) {
    return request != null
        && !decisions.isEmpty()
        && request.equals(decisions.get(decisions.size() - 1).request());
  }

  /** Whether it is filed or a person dismissed it: nothing is left to do unless someone says so. */
  public boolean isSettled() {
    return isFiled() || isDecided();
  }

  /** Whether a person had the last word, which no machine overrules. */
  boolean isDecided() {
    return status == Status.FILED_BY_PERSON || status == Status.DISMISSED;
  }

  boolean isFiled() {
    return filing != null;
  }

  /** Where it is filed; empty while it is not. */
  public Optional<Filing> filed() {
    return Optional.ofNullable(filing);
  }

  Case weighed(Status now, List<Suggestion> suggestions, @Nullable Filing filed) {
    return new Case(batch, line, feed, named, now, suggestions, decisions, filed);
  }

  /** With a decision; where it stands according to those that stand, open where none does. */
  Case decided(Decision decision, @Nullable Filing filed) {
    List<Decision> all = new ArrayList<>(decisions);
    all.add(decision);
    Case after = new Case(batch, line, feed, named, status, candidates, all, filed);
    Status now =
        after
            .standing()
            .map(d -> d.uscc() == null ? Status.DISMISSED : Status.FILED_BY_PERSON)
            .orElse(Status.UNRESOLVED);
    return new Case(batch, line, feed, named, now, candidates, all, filed);
  }
}
