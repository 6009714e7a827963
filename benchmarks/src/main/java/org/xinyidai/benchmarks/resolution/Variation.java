package org.xinyidai.benchmarks.resolution;

import java.util.List;

/**
 * How hard a simulated set is made (难度设定), in percent.
 *
 * @param outsiders claims about someone who is not registered
 * @param kin registered enterprises that are easily taken for another, and twice that among
 *     outsiders
 * @param fields how often a claim says what may tell enterprises apart beside the name; 100 is
 *     usual
 */
record Variation(String name, int outsiders, int kin, int fields) {
  static final List<Variation> ALL =
      List.of(
          new Variation("usual", 20, 15, 100),
          new Variation("few outsiders", 5, 15, 100),
          new Variation("many outsiders", 30, 15, 100),
          new Variation("many kin", 20, 30, 100),
          new Variation("few fields", 20, 15, 70));
}
