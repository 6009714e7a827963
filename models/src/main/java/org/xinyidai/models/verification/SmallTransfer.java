package org.xinyidai.models.verification;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small amount sent to an enterprise's own account, with a code in the remark (小额打款): who can
 * tell both can look into the account.
 *
 * @param amountFen 1 to {@link #MOST_FEN}
 * @param code six digits
 * @param sentAt null while it is to be made
 */
public record SmallTransfer(String id, long amountFen, String code, @Nullable Instant sentAt) {
  /** Less than a yuan: what it costs the office matters more than what it proves. */
  public static final int MOST_FEN = 99;

  /** Codes lie below this. */
  public static final int CODES = 1_000_000;

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  public SmallTransfer {
    if (amountFen < 1 || amountFen > MOST_FEN || !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("a small transfer has 1 to 99 fen and six digits");
    }
  }

  /** One to be made. */
  public static SmallTransfer due(String id, int amountFen, int code) {
    return new SmallTransfer(id, amountFen, "%06d".formatted(code), null);
  }

  SmallTransfer sent(Instant at) {
    return new SmallTransfer(id, amountFen, code, at);
  }

  boolean is(long enteredFen, String enteredCode) {
    return amountFen == enteredFen && code.equals(enteredCode);
  }

  /** Never the amount and the code: who knows them passes. */
  @Override
  public String toString() {
    return "SmallTransfer[" + id + "]";
  }
}
