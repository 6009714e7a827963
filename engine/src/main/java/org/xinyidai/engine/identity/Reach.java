package org.xinyidai.engine.identity;

/** How far a role reaches with an operation (数据范围). */
public enum Reach {
  /** Not at all: refused before anything is read. */
  NONE,
  /** The things of its own organisation; all others do not exist for it. */
  OWN,
  /** The files of those who gave consent, as far and as long as it holds. */
  CONSENTED,
  /** The things of enterprises in the caller's district; all others do not exist for it. */
  DISTRICT,
  /** The things of everyone. */
  ALL
}
