package org.xinyidai.models.uptake;

/**
 * Some days over which nothing about a subject changes (主体状态区间).
 *
 * @param from first day, counted from 1970
 * @param until first day on which something else holds
 * @param district six digits as a number
 * @param bits what holds, see {@link SubjectBits}
 */
public record SubjectSpan(int from, int until, int district, int bits) {
  /** No end is known. */
  public static final int OPEN = Integer.MAX_VALUE;

  public SubjectSpan {
    if (from >= until) {
      throw new IllegalArgumentException("a span of no days from " + from);
    }
  }

  boolean holdsOn(int day) {
    return from <= day && day < until;
  }
}
