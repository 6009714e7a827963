package org.xinyidai.engine.simulation.life;

/**
 * A branch of the economy (行业门类): how strongly it swings with the city, what energy it takes, and
 * what share of its firms is known to the offices that not everyone meets.
 */
public enum Branch {
  FARMING(0.08, -0.3, 0.05, 0.02, 0.02, 0.15, 0.02),
  INDUSTRY(0.18, 1.4, 0.45, 0.30, 0.40, 0.30, 0.05),
  CONSTRUCTION(0.22, 0.2, 0.05, 0.06, 0.05, 0.10, 0.20),
  TRADE(0.12, -0.4, 0.06, 0.01, 0.04, 0.22, 0.08),
  TRANSPORT(0.12, -0.2, 0.05, 0.05, 0.02, 0.40, 0.04),
  CATERING(0.18, 0.4, 0.70, 0.03, 0.01, 0.02, 0.02),
  INFORMATION(0.10, -0.6, 0.02, 0.01, 0.55, 0.01, 0.15),
  SERVICES(0.10, -0.5, 0.08, 0.02, 0.06, 0.02, 0.10);

  private final double swing;
  private final double energy;
  private final double gas;
  private final double environment;
  private final double innovation;
  private final double logistics;
  private final double procurement;

  Branch(
      double swing,
      double energy,
      double gas,
      double environment,
      double innovation,
      double logistics,
      double procurement) {
    this.swing = swing;
    this.energy = energy;
    this.gas = gas;
    this.environment = environment;
    this.innovation = innovation;
    this.logistics = logistics;
    this.procurement = procurement;
  }

  /** How strongly the branch's own cycle moves its members. */
  public double swing() {
    return swing;
  }

  /** Logarithm of electricity use against the mean of all branches. */
  public double energy() {
    return energy;
  }

  /** Share of firms with a gas meter, among those with one for electricity. */
  double gas() {
    return gas;
  }

  /** Share of firms that the environment office rates. */
  double environment() {
    return environment;
  }

  double innovation() {
    return innovation;
  }

  /** Share of firms whose goods a logistics platform sees. */
  double logistics() {
    return logistics;
  }

  double procurement() {
    return procurement;
  }
}
