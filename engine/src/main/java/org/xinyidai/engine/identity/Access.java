package org.xinyidai.engine.identity;

import org.xinyidai.models.subject.Region;

/**
 * What one account may reach with one operation (访问授权).
 *
 * @param consents asked at every read where the reach is by consent; may read the store
 * @param places asked where the reach is a district; may read the store
 */
public record Access(Account account, Reach reach, Consenting consents, Placing places) {

  /** Whether an organisation lets another read what an operation reads, now. */
  @FunctionalInterface
  public interface Consenting {
    /** Nobody has consented to anything. */
    Consenting NONE = (reader, owner) -> false;

    boolean lets(Account reader, String owner);
  }

  /** Whether an organisation lies in a district. */
  @FunctionalInterface
  public interface Placing {
    /** Nobody lies anywhere. */
    Placing NOWHERE = (owner, district) -> false;

    boolean lies(String owner, Region district);
  }

  /** Where nothing is reached by consent or place. */
  public Access(Account account, Reach reach) {
    this(account, reach, Consenting.NONE, Placing.NOWHERE);
  }

  public Access with(Consenting asked) {
    return new Access(account, reach, asked, places);
  }

  public Access placedBy(Placing asked) {
    return new Access(account, reach, consents, asked);
  }

  /**
   * Whether a thing of this organisation exists for the caller; what is not covered is not found.
   * Asks the store where the reach is by consent or place, so it belongs on a worker.
   */
  public boolean covers(String organisation) {
    return switch (reach) {
      case NONE -> false;
      case OWN -> account.organisation().equals(organisation);
      case CONSENTED -> consents.lets(account, organisation);
      case DISTRICT -> places.lies(organisation, new Region(account.seat().division()));
      case ALL -> true;
    };
  }
}
