package org.xinyidai.engine.identity;

/** What one account may reach with one operation (访问授权). */
public record Access(Account account, Reach reach) {

  /**
   * Whether a thing of this organisation exists for the caller; what is not covered is not found.
   */
  public boolean covers(String organisation) {
    return switch (reach) {
      case NONE -> false;
      case OWN -> account.organisation().equals(organisation);
      case ALL -> true;
    };
  }
}
