package org.xinyidai.models.resolution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.EnterpriseName;
import org.xinyidai.models.subject.Uscc;

/**
 * What is known of an enterprise that a claim may mean (主体库条目).
 *
 * @param names the present name first, then former ones (曾用名); none where only a code is known
 * @param registrationNumbers old numbers by the map of old codes to new (新旧代码映射)
 * @param accounts utility accounts that were filed under it before
 */
public record RegisterEntry(
    Uscc uscc,
    List<EnterpriseName> names,
    Address address,
    String representative,
    String phone,
    Set<String> registrationNumbers,
    Set<String> accounts) {
  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_END = 17;

  public RegisterEntry {
    names = List.copyOf(names);
    registrationNumbers = Set.copyOf(registrationNumbers);
    accounts = Set.copyOf(accounts);
  }

  /** The same with an account that was filed under it before. */
  public RegisterEntry holding(String account) {
    Set<String> all = new HashSet<>(accounts);
    all.add(account);
    return new RegisterEntry(uscc, names, address, representative, phone, registrationNumbers, all);
  }

  /** The organisation code (组织机构代码), characters 9 to 17 of the unified code. GB 32100-2015. */
  public String organisationCode() {
    return uscc.value().substring(ORGANISATION_START, ORGANISATION_END);
  }
}
