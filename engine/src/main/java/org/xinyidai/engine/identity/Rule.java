package org.xinyidai.engine.identity;

import java.util.EnumMap;
import java.util.Map;

/** Who may call one operation, and how far each role reaches with it. Unnamed roles do not. */
public final class Rule {
  private final boolean open;
  private final Map<Role, Reach> reaches;
  private final Reach ofDistricts;

  private Rule(boolean open, Map<Role, Reach> reaches, Reach ofDistricts) {
    this.open = open;
    this.reaches = reaches;
    this.ofDistricts = ofDistricts;
  }

  /** Anyone may call, without a token. */
  static Rule open() {
    return new Rule(true, Map.of(), Reach.NONE);
  }

  /** Nobody may call, until roles are named. */
  static Rule closed() {
    return new Rule(false, Map.of(), Reach.NONE);
  }

  Rule own(Role... roles) {
    return with(Reach.OWN, roles);
  }

  Rule consented(Role... roles) {
    return with(Reach.CONSENTED, roles);
  }

  Rule all(Role... roles) {
    return with(Reach.ALL, roles);
  }

  /**
   * The office of a district reaches the enterprises of its district; without this or {@link
   * #everywhere} what the city's office does is not its business.
   */
  Rule districts() {
    return new Rule(open, reaches, Reach.DISTRICT);
  }

  /** The office of a district reaches what the city's office does: nobody's file is in it. */
  Rule everywhere() {
    return new Rule(open, reaches, Reach.ALL);
  }

  public boolean isOpen() {
    return open;
  }

  public Reach reach(Role role) {
    return reaches.getOrDefault(role, Reach.NONE);
  }

  /** How far an account reaches by its role and seat. */
  public Reach reach(Account account) {
    Reach reach = reach(account.role());
    return reach == Reach.ALL && account.seat().isOfDistrict() ? ofDistricts : reach;
  }

  /** How far the office of a district reaches where the city's reaches all. */
  public Reach ofDistricts() {
    return reach(Role.OFFICE) == Reach.ALL ? ofDistricts : reach(Role.OFFICE);
  }

  private Rule with(Reach reach, Role... roles) {
    Map<Role, Reach> more = new EnumMap<>(Role.class);
    more.putAll(reaches);
    for (Role role : roles) {
      if (more.put(role, reach) != null) {
        throw new IllegalArgumentException(role + " has a reach already");
      }
    }
    return new Rule(open, more, ofDistricts);
  }
}
