package org.xinyidai.engine.simulation.life;

/**
 * A district of the simulated city (模拟市辖区). GB/T 2260 gives no division a code that begins with 99,
 * so these codes, and every unified code built on them, can be taken for nobody's.
 */
public enum District {
  HARBOUR("990101", "临港区", 22),
  OLD_TOWN("990102", "古城区", 18),
  HIGH_TECH("990103", "高新区", 16),
  RIVERSIDE("990104", "江滨区", 14),
  NORTH_HILL("990105", "北山区", 11),
  SALT_LAKE("990106", "盐湖区", 8),
  BAMBOO("990107", "青竹县", 7),
  STONE_BRIDGE("990108", "石桥县", 4);

  private static final District[] ALL = values();
  private static final double[] WEIGHTS = weights();

  private final String code;
  private final String nameZh;
  private final double weight;

  District(String code, String nameZh, double weight) {
    this.code = code;
    this.nameZh = nameZh;
    this.weight = weight;
  }

  /** Six digits in the form of GB/T 2260. */
  public String code() {
    return code;
  }

  public String nameZh() {
    return nameZh;
  }

  /** 0 to 7: the last digit of the code, less one. */
  public int number() {
    return code.charAt(code.length() - 1) - '1';
  }

  static District draw(Dice dice) {
    return ALL[dice.weighted(WEIGHTS)];
  }

  private static double[] weights() {
    double[] weights = new double[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      weights[i] = ALL[i].weight;
    }
    return weights;
  }
}
