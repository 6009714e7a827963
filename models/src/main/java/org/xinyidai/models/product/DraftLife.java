package org.xinyidai.models.product;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far the draft of a product has come (产品草稿流程): written, tried on the present enterprises,
 * signed by a second person of the lender, published. Any change of the terms begins anew.
 * Immutable; what may not be done now is a {@link Refusal}, never an exception. Requirement B2.
 *
 * @param revision 1 and up, one more with each change of the terms
 * @param authors everyone who has written or changed the terms
 * @param triedRevision the revision of the last dry run, 0 before there was one
 * @param signedBy who answers for the present revision, null before somebody does
 */
public record DraftLife(
    Stage stage,
    int revision,
    SortedSet<String> authors,
    int triedRevision,
    @Nullable String signedBy) {

  /** Where a draft stands. */
  public enum Stage {
    DRAFT("draft", "起草中"),
    SIGNED("signed", "已复核签发"),
    PUBLISHED("published", "已发布"),
    DISCARDED("discarded", "已作废");

    private final String code;
    private final String titleZh;

    Stage(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable code in files and answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Why a step is not taken, in descending precedence. */
  public enum Refusal {
    OVER("草稿已发布或作废，请另建草稿", "the draft is published or discarded; begin another"),
    NOT_TRIED("请先对当前条款进行试运行", "make a dry run of the present terms first"),
    OWN_WORK("起草或修改过条款的人不能复核，请由本机构另一人签发", "who wrote the terms cannot sign them; a colleague must"),
    SIGNED_ALREADY("当前条款已签发", "the present terms are signed already"),
    NOT_SIGNED("当前条款尚未签发，请先由本机构另一人签发", "the present terms are not signed; a colleague must sign");

    private final String zh;
    private final String en;

    Refusal(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public Text words() {
      return new Text(zh, en);
    }
  }

  /** What comes of a step. */
  public sealed interface Step {
    /** The step is taken. */
    record Taken(DraftLife life) implements Step {}

    /** It is not, and nothing has changed. */
    record Refused(Refusal why) implements Step {}
  }

  public DraftLife {
    authors = Collections.unmodifiableSortedSet(new TreeSet<>(authors));
    boolean signed = signedBy != null;
    if (revision < 1 || authors.isEmpty() || signed != (stage == Stage.SIGNED || isPast(stage))) {
      throw new IllegalArgumentException(stage + " of revision " + revision);
    }
  }

  private static boolean isPast(Stage stage) {
    return stage == Stage.PUBLISHED;
  }

  /** A draft that someone has just written. */
  public static DraftLife begunBy(String author) {
    return new DraftLife(Stage.DRAFT, 1, new TreeSet<>(Set.of(author)), 0, null);
  }

  /** Other terms; a signature under the ones before says nothing of these. */
  public Step revise(String author) {
    if (isOver()) {
      return new Step.Refused(Refusal.OVER);
    }
    SortedSet<String> more = new TreeSet<>(authors);
    more.add(author);
    return new Step.Taken(new DraftLife(Stage.DRAFT, revision + 1, more, triedRevision, null));
  }

  /** The present terms were tried on the present enterprises. */
  public Step tried() {
    return isOver()
        ? new Step.Refused(Refusal.OVER)
        : new Step.Taken(new DraftLife(stage, revision, authors, revision, signedBy));
  }

  /** A second person answers for the present terms. */
  public Step sign(String person) {
    if (isOver()) {
      return new Step.Refused(Refusal.OVER);
    }
    if (triedRevision != revision) {
      return new Step.Refused(Refusal.NOT_TRIED);
    }
    if (authors.contains(person)) {
      return new Step.Refused(Refusal.OWN_WORK);
    }
    return stage == Stage.SIGNED
        ? new Step.Refused(Refusal.SIGNED_ALREADY)
        : new Step.Taken(new DraftLife(Stage.SIGNED, revision, authors, triedRevision, person));
  }

  /** The signed terms become a version of the product. */
  public Step publish() {
    if (isOver()) {
      return new Step.Refused(Refusal.OVER);
    }
    return stage == Stage.SIGNED
        ? new Step.Taken(new DraftLife(Stage.PUBLISHED, revision, authors, triedRevision, signedBy))
        : new Step.Refused(Refusal.NOT_SIGNED);
  }

  /** Nobody wants it any more. */
  public Step discard() {
    return isOver()
        ? new Step.Refused(Refusal.OVER)
        : new Step.Taken(new DraftLife(Stage.DISCARDED, revision, authors, triedRevision, null));
  }

  public boolean isOver() {
    return stage == Stage.PUBLISHED || stage == Stage.DISCARDED;
  }
}
