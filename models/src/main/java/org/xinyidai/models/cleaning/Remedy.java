package org.xinyidai.models.cleaning;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinyidai.models.subject.Uscc;

/**
 * A way to read what was meant out of a text that was refused (清洗方法). It gives nothing where it is
 * not sure: a guess is no correction.
 */
public enum Remedy {
  /**
   * Letters that no code holds, for the digits they look like; only where the checks then agree.
   */
  CODE_LOOKALIKES,
  /** The day that a spreadsheet counts from 1900: {@code 45356} as {@code 2024-03-05}. */
  SPREADSHEET_DAY,
  /** An amount with its unit: {@code ¥1,234.50元} as {@code 1234.50}. */
  AMOUNT_WITH_UNIT,
  /** An amount in ten thousands: {@code 1.2万元} as {@code 12000}. */
  AMOUNT_IN_TEN_THOUSANDS,
  /** What cannot be read in a column that may be absent is left out. */
  LEAVE_OUT;

  private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern AMOUNT =
      Pattern.compile("[¥￥]?(-?\\d{1,3}(?:,\\d{3})+|-?\\d+)(\\.\\d+)?(万)?元?");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** The text that was meant; empty where this remedy cannot tell. */
  public Optional<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return switch (this) {
      case CODE_LOOKALIKES -> code(plain.toUpperCase(Locale.ROOT));
      case SPREADSHEET_DAY ->
          SERIAL.matcher(plain).matches()
              ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(plain)).toString())
              : Optional.empty();
      case AMOUNT_WITH_UNIT -> amount(AMOUNT.matcher(plain), false);
      case AMOUNT_IN_TEN_THOUSANDS -> amount(AMOUNT.matcher(plain), true);
      case LEAVE_OUT -> Optional.of("");
    };
  }

  private static Optional<String> code(String text) {
    String mended = text.replace('O', '0').replace('I', '1').replace('Z', '2').replace('S', '5');
    return !mended.equals(text) && Uscc.isWellFormed(mended)
        ? Optional.of(mended)
        : Optional.empty();
  }

  private static Optional<String> amount(Matcher amount, boolean tenThousands) {
    if (!amount.matches() || (amount.group(3) != null) != tenThousands) {
      return Optional.empty();
    }
    String fraction = amount.group(2) == null ? "" : amount.group(2);
    BigDecimal value = new BigDecimal(amount.group(1).replace(",", "") + fraction);
    BigDecimal yuan = tenThousands ? value.multiply(TEN_THOUSAND) : value;
    return Optional.of(yuan.stripTrailingZeros().toPlainString());
  }
}
