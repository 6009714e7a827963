package org.xinyidai.engine.identity;

/** How far a role reaches with an operation (数据范围). */
public enum Reach {
  /** Not at all: refused before anything is read. */
  NONE,
  /** The things of its own organisation; all others do not exist for it. */
  OWN,
  /** The things of everyone. */
  ALL
}
