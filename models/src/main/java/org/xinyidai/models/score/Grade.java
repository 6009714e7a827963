package org.xinyidai.models.score;

/** Credit grade (信用等级), best first. D is a grade that lenders as a rule decline. */
public enum Grade {
  A,
  B,
  C,
  D
}
