package org.xinyidai.models.verification;

import java.util.regex.Pattern;

/**
 * What an enterprise says of itself to be verified (实名认证申请). No number of an identity card is asked
 * for: the register holds none, so it could not be compared with anything.
 *
 * @param legalRepresentative by name, as the register has it
 * @param bank where the enterprise's account is, with its branch
 * @param accountNumber of the enterprise's own account, digits alone
 */
public record Claim(String legalRepresentative, String bank, String accountNumber) {
  /** Letters of any script, with the dots and spaces that stand in names. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}·•. ]{0,48}\\p{L}");

  private static final Pattern BANK = Pattern.compile("\\p{L}[\\p{L}\\p{N}（）() ]{1,58}[\\p{L})）]");

  /** From the shortest numbers of rural banks to the longest that payment systems carry. */
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,32}");

  public Claim {
    if (!isName(legalRepresentative) || !isBank(bank) || !isAccount(accountNumber)) {
      throw new IllegalArgumentException("not a claim: ask isName, isBank and isAccount first");
    }
  }

  /** Whether untrusted text can be the name of a person. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether untrusted text can be the name of a bank. */
  public static boolean isBank(String text) {
    return BANK.matcher(text).matches();
  }

  /** Whether untrusted text can be the number of an account. */
  public static boolean isAccount(String text) {
    return ACCOUNT.matcher(text).matches();
  }
}
