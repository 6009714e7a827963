package org.xinyidai.connectors.feedback;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinyidai.models.product.Text;

/** What a result tells of (结果类型), and which parts it must carry for that. */
@SuppressWarnings("ImmutableEnumChecker") // its set is never changed after the constructor
public enum ResultKind {
  GRANTED("granted", "授信", Part.GRANT),
  REFUSED("refused", "拒贷", Part.REASON),
  WITHDRAWN("withdrawn", "撤回", Part.REASON),
  SIGNED("signed", "签约", Part.GRANT),
  DRAWN("drawn", "放款", Part.GRANT, Part.DRAW_DOWN, Part.STANDING),
  REPAID("repaid", "还款", Part.GRANT, Part.STANDING),
  OVERDUE("overdue", "逾期", Part.GRANT, Part.STANDING),
  SETTLED("settled", "结清", Part.GRANT, Part.STANDING),
  /** The loan was settled by a new one, without repayment. */
  RENEWED("renewed", "无还本续贷结清", Part.GRANT, Part.STANDING),
  /** Nothing happened; so the loan stands, as a monthly report tells. */
  STANDING("standing", "贷款现状", Part.GRANT, Part.STANDING);

  /** A part that not every result has. */
  public enum Part {
    GRANT("grant"),
    DRAW_DOWN("drawDown"),
    STANDING("standing"),
    REASON("reason");

    private final String field;

    Part(String field) {
      this.field = field;
    }

    /** The name of its field in a line. */
    public String field() {
      return field;
    }
  }

  private final String code;
  private final String titleZh;
  private final Set<Part> parts;

  ResultKind(String code, String titleZh, Part first, Part... more) {
    this.code = code;
    this.titleZh = titleZh;
    this.parts = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** The stable code in lines. */
  public String code() {
    return code;
  }

  public Text title() {
    return new Text(titleZh, code);
  }

  /** What it must carry; it may carry more. */
  public Set<Part> parts() {
    return parts;
  }

  /** Whether nothing is owed any more. */
  public boolean ends() {
    return this == SETTLED || this == RENEWED;
  }

  public static Optional<ResultKind> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
