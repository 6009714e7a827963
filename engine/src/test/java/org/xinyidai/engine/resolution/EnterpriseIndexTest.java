package org.xinyidai.engine.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.Rarity;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnterpriseIndexTest {
  private static final Uscc FIRST = Uscc.fromStem("92431100MA000001");
  private static final Uscc SECOND = Uscc.fromStem("92431100MA000002");

  private final EnterpriseIndex index = new EnterpriseIndex();
  private final IdentityReader reader = new IdentityReader(SimulatedNames.PLACES);

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void the_nearest_name_comes_first_whatever_its_script_and_width() {
    put(FIRST, "永州市鑫源贸易有限公司", Set.of());
    put(SECOND, "永州市恒泰建筑工程有限公司", Set.of());
    index.refresh();
    assertEquals(List.of(FIRST), index.candidates(claim("鑫源貿易（永州）有限責任公司", ""), 1));
    assertEquals(List.of(SECOND), index.candidates(claim("恒泰建設工程", ""), 1));
  }

  @Test
  void an_account_finds_its_enterprise_under_any_name() {
    put(FIRST, "永州市鑫源贸易有限公司", Set.of("electricity/1"));
    put(SECOND, "永州市恒泰建筑工程有限公司", Set.of("electricity/2"));
    index.refresh();
    assertEquals(List.of(FIRST, SECOND), index.candidates(claim("恒泰建筑工程", "electricity/1"), 2));
  }

  @Test
  void a_later_put_replaces_the_earlier_one() {
    put(FIRST, "永州市鑫源贸易有限公司", Set.of());
    put(FIRST, "永州市明达物流有限公司", Set.of());
    index.refresh();
    assertTrue(index.candidates(claim("鑫源贸易", ""), 5).isEmpty());
    assertEquals(List.of(FIRST), index.candidates(claim("明达物流", ""), 5));
  }

  @Test
  void a_pair_in_many_names_is_less_rare() {
    put(FIRST, "永州市鑫源贸易有限公司", Set.of());
    put(SECOND, "永州市恒泰贸易有限公司", Set.of());
    index.refresh();
    Rarity rarity = index.statistics().rarity();
    assertTrue(rarity.of("贸易") < rarity.of("鑫源"));
    assertTrue(rarity.of("鑫源") < rarity.of("没有"));
    assertTrue(rarity.of("贸易") > 0);
  }

  @Test
  void namesakes_are_counted_among_the_present_names_without_their_places() {
    assertEquals(
        1 / 100.0, index.statistics().namesakes(), 1e-9, "an empty register tells nothing");
    put(FIRST, "永州市冷水滩区鑫源贸易有限公司", Set.of());
    put(SECOND, "永州市零陵区鑫源贸易有限公司", Set.of());
    put(Uscc.fromStem("92431100MA000003"), "永州市零陵区鑫源贸易有限公司东安县分公司", Set.of());
    index.refresh();
    assertEquals(3 / 103.0, index.statistics().namesakes(), 1e-9);
  }

  @Test
  void a_claim_that_says_nothing_finds_nothing() {
    put(FIRST, "永州市鑫源贸易有限公司", Set.of());
    index.refresh();
    assertTrue(index.candidates(claim("", ""), 5).isEmpty());
  }

  private void put(Uscc uscc, String name, Set<String> accounts) {
    Raw raw = new Raw(name, "", "", "", "", "");
    index.put(reader.entry(uscc, raw, List.of(), Set.of(), accounts));
  }

  private Claim claim(String name, String account) {
    return reader.claim(new Raw(name, "", "", "", "", ""), account);
  }
}
