package org.xinyidai.models.policy;

import org.xinyidai.models.product.ProductId;

/** The name of a policy tool (政策工具编号), the same over all its versions; formed like a product's. */
public record PolicyId(String value) implements Comparable<PolicyId> {
  public PolicyId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a policy id: " + value);
    }
  }

  /** Ask this of untrusted text first. */
  public static boolean isWellFormed(String text) {
    return ProductId.isWellFormed(text);
  }

  @Override
  public int compareTo(PolicyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
