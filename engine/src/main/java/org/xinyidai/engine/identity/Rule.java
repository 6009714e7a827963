package org.xinyidai.engine.identity;

import java.util.EnumMap;
import java.util.Map;

/** Who may call one operation, and how far each role reaches with it. Unnamed roles do not. */
public final class Rule {
  private final boolean open;
  private final Map<Role, Reach> reaches;

  private Rule(boolean open, Map<Role, Reach> reaches) {
    this.open = open;
    this.reaches = reaches;
  }

  /** Anyone may call, without a token. */
  static Rule open() {
    return new Rule(true, Map.of());
  }

  /** Nobody may call, until roles are named. */
  static Rule closed() {
    return new Rule(false, Map.of());
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

  public boolean isOpen() {
    return open;
  }

  public Reach reach(Role role) {
    return reaches.getOrDefault(role, Reach.NONE);
  }

  private Rule with(Reach reach, Role... roles) {
    Map<Role, Reach> more = new EnumMap<>(Role.class);
    more.putAll(reaches);
    for (Role role : roles) {
      if (more.put(role, reach) != null) {
        throw new IllegalArgumentException(role + " has a reach already");
      }
    }
    return new Rule(open, more);
  }
}
