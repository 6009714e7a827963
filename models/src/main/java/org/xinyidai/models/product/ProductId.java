package org.xinyidai.models.product;

import java.util.regex.Pattern;

/** The name of a product (产品编号), the same over all its versions: lower-case words with hyphens. */
public record ProductId(String value) implements Comparable<ProductId> {
  /** Long enough for lender and product in words, short enough for a key. */
  public static final int MAX_LENGTH = 64;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public ProductId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a product id: " + value);
    }
  }

  /** Ask this of untrusted text first. */
  public static boolean isWellFormed(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
