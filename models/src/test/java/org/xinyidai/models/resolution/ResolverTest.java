package org.xinyidai.models.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.resolution.Evidence.Agreement;
import org.xinyidai.models.resolution.Evidence.Kind;
import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.EnterpriseName;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolverTest {
  private static final PlaceNames KNOWN = PlaceNames.of(List.of("永州市"), List.of("冷水滩区", "零陵区"));
  private static final Uscc FIRST = Uscc.fromStem("92431100MA000001");
  private static final Uscc SECOND = Uscc.fromStem("92431100MA000002");

  private final Resolver resolver = resolver(0.01);

  private static Resolver resolver(double namesakes) {
    return new Resolver(Thresholds.DEFAULT, new NameStatistics(pair -> 1, namesakes));
  }

  @Test
  void another_spelling_of_the_same_name_is_filed() {
    Resolution resolution =
        resolver.resolve(
            claim("永州鑫源盛贸易有限责任公司", "", ""), List.of(entry(FIRST, "永州市鑫源盛贸易有限责任公司", "", "")));
    assertEquals(FIRST, assertInstanceOf(Resolution.Filed.class, resolution).candidate().uscc());
  }

  @Test
  void two_that_fit_alike_go_to_a_person_with_both_shown() {
    List<RegisterEntry> both =
        List.of(entry(FIRST, "永州市冷水滩区鑫源盛贸易有限公司", "", ""), entry(SECOND, "永州市零陵区鑫源盛贸易有限公司", "", ""));
    Resolution resolution = resolver.resolve(claim("鑫源盛贸易有限公司", "", ""), both);
    List<Candidate> shown = assertInstanceOf(Resolution.Queued.class, resolution).candidates();
    assertEquals(List.of(FIRST, SECOND), shown.stream().map(Candidate::uscc).toList());
    assertEquals(shown.get(0).confidence(), shown.get(1).confidence());
  }

  @Test
  void the_address_tells_two_of_one_name_apart() {
    List<RegisterEntry> both =
        List.of(
            entry(FIRST, "永州市冷水滩区鑫源盛贸易有限公司", "冷水滩区梅湾路61号", ""),
            entry(SECOND, "永州市零陵区鑫源盛贸易有限公司", "零陵区萍阳路3号", ""));
    Resolution resolution = resolver.resolve(claim("鑫源盛贸易有限公司", "零陵区萍阳路3号", ""), both);
    assertEquals(SECOND, assertInstanceOf(Resolution.Filed.class, resolution).candidate().uscc());
  }

  @Test
  void a_name_that_leaves_the_place_out_is_worth_as_much_as_namesakes_are_rare() {
    List<RegisterEntry> one = List.of(entry(FIRST, "永州市冷水滩区鑫源盛贸易有限公司", "冷水滩区梅湾路61号", "张伟"));
    Claim bare = claim("鑫源盛贸易有限公司", "", "");
    assertInstanceOf(Resolution.Filed.class, resolver(0.01).resolve(bare, one));
    Resolution common = resolver(0.1).resolve(bare, one);
    Candidate shown = assertInstanceOf(Resolution.Queued.class, common).candidates().get(0);
    assertTrue(
        shown.evidence().stream()
            .anyMatch(e -> e.kind() == Kind.PLACE && e.agreement() == Agreement.UNSAID));
    Claim placed = claim("鑫源盛贸易有限公司", "冷水滩区梅湾路61号", "");
    assertInstanceOf(Resolution.Filed.class, resolver(0.1).resolve(placed, one));
    Claim owned = claim("鑫源盛贸易有限公司", "", "张伟");
    assertInstanceOf(Resolution.Filed.class, resolver(0.1).resolve(owned, one));
  }

  @Test
  void a_sister_of_one_owner_is_not_taken_for_a_slip() {
    List<RegisterEntry> one = List.of(entry(FIRST, "永州市冷水滩区鑫源盛贸易有限公司", "冷水滩区梅湾路61号", "张伟"));
    assertInstanceOf(
        Resolution.Queued.class, resolver.resolve(claim("永州市冷水滩区鑫源达贸易有限公司", "", "张伟"), one));
    assertInstanceOf(
        Resolution.Filed.class,
        resolver.resolve(claim("永州市冷水滩区鑫源达贸易有限公司", "冷水滩区梅湾路61号", "张伟"), one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "永州市冷水滩区鑫源盛贸易有限责",
        "永州市冷水滩区鑫源盛贸易有限公 司1号表",
        "永州市冷水滩区鑫源盛贸易有限公司（食堂）",
        "鑫源盛贸易（永州市冷水滩区）有限公司",
        "永州市冷水滩鑫源盛贸易有限公司",
        "永州市冷水难区鑫源盛贸易有责任公司",
      })
  void what_meter_books_do_to_a_name_does_not_hide_it(String written) {
    RegisterEntry entry = entry(FIRST, "永州市冷水滩区鑫源盛贸易有限公司", "", "");
    Resolution found = resolver(0.1).resolve(claim(written, "", ""), List.of(entry));
    assertInstanceOf(Resolution.Filed.class, found, () -> found.toString());
  }

  @Test
  void an_address_alone_does_not_file_a_claim_of_another_name() {
    RegisterEntry entry = entry(FIRST, "永州市鑫源盛贸易有限公司", "冷水滩区梅湾路61号", "张伟");
    Resolution found = resolver.resolve(claim("永州市宏达机械有限公司", "冷水滩区梅湾路61号", "张伟"), List.of(entry));
    assertTrue(!(found instanceof Resolution.Filed), found::toString);
  }

  @Test
  void a_branch_is_not_its_company() {
    RegisterEntry company = entry(FIRST, "永州市鑫源盛贸易有限公司", "", "");
    Resolution resolution = resolver.resolve(claim("永州市鑫源盛贸易有限公司零陵区分公司", "", ""), List.of(company));
    assertInstanceOf(Resolution.Unresolved.class, resolution);
  }

  @Test
  void a_second_shop_is_not_the_first() {
    RegisterEntry first = entry(FIRST, "永州市鑫源盛第一便利店", "", "");
    Resolution resolution = resolver.resolve(claim("永州市鑫源盛第二便利店", "", ""), List.of(first));
    assertInstanceOf(Resolution.Unresolved.class, resolution);
  }

  @Test
  void the_organisation_code_inside_the_unified_code_files_without_a_name() {
    RegisterEntry entry = entry(FIRST, "永州市鑫源盛贸易有限公司", "", "");
    Claim claim =
        new Claim(name(""), "", address(""), "", "", "", FIRST.value().substring(8, 17), "");
    Resolution.Filed filed =
        assertInstanceOf(Resolution.Filed.class, resolver.resolve(claim, List.of(entry)));
    Evidence evidence = filed.candidate().evidence().get(0);
    assertEquals(Kind.ORGANISATION_CODE, evidence.kind());
    assertEquals(Agreement.SAME, evidence.agreement());
  }

  @Test
  void an_account_in_the_owners_name_needs_more_than_the_name() {
    RegisterEntry entry = entry(FIRST, "冷水滩区鑫源盛餐饮店", "冷水滩区梅湾路61号", "张伟");
    Claim alone = new Claim(name("张伟"), "张伟", address(""), "", "", "", "", "");
    Claim placed = new Claim(name("张伟"), "张伟", address("冷水滩区梅湾路61号"), "", "", "", "", "");
    assertInstanceOf(Resolution.Queued.class, resolver.resolve(alone, List.of(entry)));
    assertInstanceOf(Resolution.Filed.class, resolver.resolve(placed, List.of(entry)));
  }

  @Test
  void a_claim_that_says_nothing_stays_unresolved() {
    Claim empty = new Claim(name(""), "", address(""), "", "", "", "", "");
    assertInstanceOf(Resolution.Unresolved.class, resolver.resolve(empty, List.of()));
    List<Candidate> ranked = resolver.rank(empty, List.of(entry(FIRST, "甲乙丙丁", "", "")));
    assertEquals(0.5, ranked.get(0).confidence(), "no evidence leaves it even with none of them");
    assertTrue(ranked.get(0).evidence().isEmpty());
  }

  @Test
  void the_order_in_which_the_search_found_them_does_not_matter() {
    List<RegisterEntry> entries =
        new ArrayList<>(
            List.of(entry(SECOND, "永州市鑫元盛贸易有限公司", "", ""), entry(FIRST, "永州市鑫源盛贸易有限公司", "", "")));
    Claim claim = claim("永州市鑫源盛贸易公司", "", "");
    List<Candidate> one = resolver.rank(claim, entries);
    Collections.reverse(entries);
    assertEquals(one, resolver.rank(claim, entries));
  }

  private static Claim claim(String name, String address, String representative) {
    return new Claim(name(name), "", address(address), representative, "", "", "", "");
  }

  private static RegisterEntry entry(Uscc uscc, String name, String address, String owner) {
    return new RegisterEntry(
        uscc, List.of(name(name)), address(address), owner, "", Set.of(), Set.of());
  }

  private static EnterpriseName name(String text) {
    return EnterpriseName.parse(text, KNOWN);
  }

  private static Address address(String text) {
    return Address.parse(text, KNOWN);
  }
}
