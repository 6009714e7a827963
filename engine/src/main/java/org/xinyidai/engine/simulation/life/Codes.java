package org.xinyidai.engine.simulation.life;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/**
 * Unified codes of the simulated (模拟统一社会信用代码): well formed, but with division codes from 99, which
 * GB/T 2260 gives to nobody. Each resident has its own; partners outside the city come from 9902.
 */
public final class Codes {
  /** Partners that invoices may name: some residents, the rest from outside. */
  static final int PARTNERS = 1 << 15;

  private static final int RESIDENT_PARTNERS = 1 << 12;
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final long BODIES = 31L * 31 * 31 * 31 * 31 * 31;
  private static final long STRIDE = 123_456_791;
  private static final int OUTSIDE_DIVISIONS = 12;
  private static final double[] TYPES = {0.70, 0.24, 0.05, 0.01};

  private final long seed;
  private final byte[][] partners = new byte[PARTNERS][];

  /** Draws up the partners, so that an invoice only looks its partner up. */
  public Codes(long seed) {
    this.seed = seed;
    Dice dice = new Dice(seed);
    for (int i = 0; i < PARTNERS; i++) {
      Uscc code = i < RESIDENT_PARTNERS ? place(i, dice).code() : outside(i);
      partners[i] = code.value().getBytes(US_ASCII);
    }
  }

  /** Who and where a resident is: all that its code needs. */
  record Place(SubjectType type, District district, Uscc code) {}

  Place place(int resident, Dice dice) {
    dice.at(Dice.PLACE, resident, 0, 0);
    SubjectType type = SubjectType.ALL.get(dice.weighted(TYPES));
    District district = District.draw(dice);
    String authority =
        switch (type) {
          case FIRM -> "91";
          case SOLE_TRADER, FARMER -> "92";
          case FARMER_COOPERATIVE -> "93";
        };
    return new Place(
        type, district, Uscc.fromStem(authority + district.code() + "MA" + body(resident)));
  }

  byte[] partner(int number) {
    return partners[number];
  }

  private Uscc outside(int number) {
    return Uscc.fromStem(
        "919902%02d".formatted(1 + number % OUTSIDE_DIVISIONS) + "MA" + body(number));
  }

  /** Six characters, different for every number: the stride has no factor in common with 31. */
  private String body(int number) {
    long rest = Math.floorMod((number + (seed & 0xFFFFFF)) * STRIDE, BODIES);
    char[] body = new char[6];
    for (int i = 0; i < body.length; i++) {
      body[i] = ALPHABET.charAt((int) (rest % 31));
      rest /= 31;
    }
    return new String(body);
  }
}
