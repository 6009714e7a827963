package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.ClaimColumn;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.EnterpriseName;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.PlainText;
import org.xinyidai.models.subject.Uscc;

/** Reads names, addresses and numbers as offices write them into what is compared (主体信息规范化). */
public final class IdentityReader {
  private static final int LONGEST_PERSON = 4;
  private static final int ORGANISATION_CODE = 9;

  /** Registration numbers had 13 digits, later 15; those of some offices letters before them. */
  private static final Pattern OLD_NUMBER = Pattern.compile("[\\p{IsHan}A-Z]{0,6}\\d{6,15}");

  private final PlaceNames places;

  public IdentityReader(PlaceNames places) {
    this.places = places;
  }

  /** What a source says, each text as it came and empty where absent. */
  public record Raw(
      String name,
      String address,
      String representative,
      String phone,
      String registrationNumber,
      String organisationCode) {
    /** Nothing is said. */
    public static final Raw NOTHING = new Raw("", "", "", "", "", "");
  }

  /** The account at its utility, made unique by the feed; empty where there is none. */
  static String account(Feed<?> feed, String number) {
    return number.isBlank() ? "" : feed.id() + "/" + plain(number);
  }

  /** The account that a refused row gives, made unique by the feed; empty where it gives none. */
  static String claimedAccount(Feed<?> feed, Map<String, String> named) {
    return account(feed, said(feed, named).getOrDefault(ClaimColumn.ACCOUNT, ""));
  }

  /** The name that a refused row gives, as it came; empty where it gives none. */
  static String claimedName(Feed<?> feed, Map<String, String> named) {
    return said(feed, named).getOrDefault(ClaimColumn.NAME, "");
  }

  /**
   * The claim of a refused row, by the names in its file. An old number or code in the place of the
   * unified code counts as what it is.
   */
  Claim claim(Feed<?> feed, Map<String, String> named) {
    Map<ClaimColumn, String> said = said(feed, named);
    String code = plain(codeOf(feed, named));
    if (code.length() == ORGANISATION_CODE) {
      said.putIfAbsent(ClaimColumn.ORGANISATION_CODE, code);
    } else if (OLD_NUMBER.matcher(code).matches()) {
      said.putIfAbsent(ClaimColumn.REGISTRATION_NUMBER, code);
    }
    Raw raw =
        new Raw(
            said.getOrDefault(ClaimColumn.NAME, ""),
            said.getOrDefault(ClaimColumn.ADDRESS, ""),
            said.getOrDefault(ClaimColumn.REPRESENTATIVE, ""),
            said.getOrDefault(ClaimColumn.PHONE, ""),
            said.getOrDefault(ClaimColumn.REGISTRATION_NUMBER, ""),
            said.getOrDefault(ClaimColumn.ORGANISATION_CODE, ""));
    return claim(raw, account(feed, said.getOrDefault(ClaimColumn.ACCOUNT, "")));
  }

  /**
   * The claim of a record.
   *
   * @param account the feed and account number, empty where the feed has none
   */
  public Claim claim(Raw raw, String account) {
    String plain = plain(raw.name());
    return new Claim(
        name(raw.name()),
        plain.length() <= LONGEST_PERSON ? plain : "",
        address(raw.address()),
        plain(raw.representative()),
        digits(raw.phone()),
        plain(raw.registrationNumber()),
        organisationCode(raw.organisationCode()),
        account);
  }

  /** The entry of an enterprise: its present name stands in {@code raw}. */
  public RegisterEntry entry(
      Uscc uscc, Raw raw, List<String> formerNames, Set<String> numbers, Set<String> accounts) {
    List<EnterpriseName> names = new ArrayList<>();
    if (!raw.name().isEmpty()) {
      names.add(name(raw.name()));
    }
    formerNames.forEach(former -> names.add(name(former)));
    return new RegisterEntry(
        uscc,
        names,
        address(raw.address()),
        plain(raw.representative()),
        digits(raw.phone()),
        numbers.stream().map(IdentityReader::plain).collect(Collectors.toSet()),
        accounts);
  }

  private static Map<ClaimColumn, String> said(Feed<?> feed, Map<String, String> named) {
    Map<ClaimColumn, String> said = new EnumMap<>(ClaimColumn.class);
    named.forEach(
        (header, text) ->
            ClaimColumn.of(feed, header).ifPresent(column -> said.putIfAbsent(column, text)));
    return said;
  }

  private static String codeOf(Feed<?> feed, Map<String, String> named) {
    return feed.columns().get(0).headers().stream()
        .map(header -> named.getOrDefault(header, ""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private EnterpriseName name(String text) {
    return EnterpriseName.parse(Simplified.of(text), places);
  }

  private Address address(String text) {
    return Address.parse(Simplified.of(text), places);
  }

  private static String plain(String text) {
    return PlainText.of(Simplified.of(text));
  }

  /** A telephone number without the code of the country. */
  private static String digits(String text) {
    return plain(text).replaceAll("\\D", "").replaceFirst("^(?:00)?86(?=\\d{10,11}$)", "");
  }

  /** Nine characters, or nothing: a code of another length is no code. */
  private static String organisationCode(String text) {
    String code = plain(text);
    return code.length() == ORGANISATION_CODE ? code : "";
  }
}
