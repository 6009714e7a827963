package org.xinyidai.engine.http;

/**
 * How often one client may call (访问频率).
 *
 * @param perSecond calls of an account a second, for ever
 * @param burst calls of an account at once, after it was quiet
 * @param entrancesPerMinute tries of an address to come in: each costs a hash that is dear on
 *     purpose
 * @param clients that are remembered at once; the one that was quiet longest is forgotten first
 */
public record Rates(int perSecond, int burst, int entrancesPerMinute, int clients) {
  /** A page of a person, a bank's system, a source's nightly run: none comes near. */
  public static final Rates STANDARD = ofAccount(500);

  /** A rate for calls of an account, with a burst of some seconds; the rest is usual. */
  public static Rates ofAccount(int perSecond) {
    return new Rates(perSecond, 4 * perSecond, 30, 10_000);
  }

  public Rates {
    if (perSecond < 1 || burst < 1 || entrancesPerMinute < 1 || clients < 1) {
      throw new IllegalArgumentException("rates must be positive");
    }
  }
}
