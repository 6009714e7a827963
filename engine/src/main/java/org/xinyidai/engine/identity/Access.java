package org.xinyidai.engine.identity;

/**
 * What one account may reach with one operation (访问授权).
 *
 * @param consents asked at every read where the reach is by consent; may read the store
 */
public record Access(Account account, Reach reach, Consenting consents) {

  /** Whether an organisation lets another read what an operation reads, now. */
  @FunctionalInterface
  public interface Consenting {
    /** Nobody has consented to anything. */
    Consenting NONE = (reader, owner) -> false;

    boolean lets(Account reader, String owner);
  }

  /** Where nothing is reached by consent. */
  public Access(Account account, Reach reach) {
    this(account, reach, Consenting.NONE);
  }

  public Access with(Consenting asked) {
    return new Access(account, reach, asked);
  }

  /**
   * Whether a thing of this organisation exists for the caller; what is not covered is not found.
   * Asks the store where the reach is by consent, so it belongs on a worker.
   */
  public boolean covers(String organisation) {
    return switch (reach) {
      case NONE -> false;
      case OWN -> account.organisation().equals(organisation);
      case CONSENTED -> consents.lets(account, organisation);
      case ALL -> true;
    };
  }
}
