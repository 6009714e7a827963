package org.xinyidai.models.financing;

import java.util.regex.Pattern;

/** The number of a demand (需求编号), given by the platform. */
public record DemandId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  public DemandId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a demand id: " + value);
    }
  }

  /** Ask this of untrusted text first. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
