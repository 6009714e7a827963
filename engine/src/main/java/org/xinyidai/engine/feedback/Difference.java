package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a node's own list says otherwise than the book here (对账差异).
 *
 * @param id of the result
 * @param day under which the node lists it
 * @param settledAt when a person closed it; null while it is open
 * @param note what the person said; empty while it is open
 */
public record Difference(
    String id, Kind kind, LocalDate day, Instant at, @Nullable Instant settledAt, String note) {
  /** In what the two differ. */
  public enum Kind {
    /** The node took it and does not list it: it is sent again without anyone's doing. */
    MISSING_THERE("missing_there", "节点缺失，已重发"),
    /** The node lists it, and nobody here knows it. */
    MISSING_HERE("missing_here", "本地缺失"),
    /** The node holds other content under its id. */
    OTHER_CONTENT("other_content", "内容不一致"),
    /** The node lists it, and it was rejected or set aside here. */
    HELD_THERE("held_there", "节点已持有，本地记为未接收");

    private final String code;
    private final String titleZh;

    Kind(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Whether a person must look at it. */
  public boolean isOpen() {
    return settledAt == null && kind != Kind.MISSING_THERE;
  }

  Difference settled(Instant when, String words) {
    return new Difference(id, kind, day, at, when, words);
  }
}
