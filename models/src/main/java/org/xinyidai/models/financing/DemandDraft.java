package org.xinyidai.models.financing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;
import org.xinyidai.models.subject.Uscc;

/**
 * A demand as someone typed it (融资需求草稿), not yet checked.
 *
 * @param purpose in words, or the code of a {@link Purpose}
 * @param maxAnnualRateBp in basis points; {@link Rate#MAX_BP} where no ceiling is set
 * @param declared text by name of a declared attribute: a number, a code, {@code true} or {@code
 *     false}
 * @param wishes what it would like beside the money
 */
public record DemandDraft(
    String uscc,
    long amountFen,
    long termMonths,
    String purpose,
    long maxAnnualRateBp,
    Map<String, String> declared,
    Wishes wishes) {
  /** Lenders that one demand may name: who names more prefers none. */
  static final int MOST_LENDERS = 10;

  /**
   * What the enterprise would like (意向).
   *
   * @param security codes of a {@link SecurityMode}
   * @param preferredLenders organisations
   * @param expiresOn a day such as {@code 2026-12-31}; empty for the usual one
   */
  public record Wishes(List<String> security, List<String> preferredLenders, String expiresOn) {
    public static final Wishes NONE = new Wishes(List.of(), List.of(), "");

    public Wishes {
      security = List.copyOf(security);
      preferredLenders = List.copyOf(preferredLenders);
    }
  }

  /** A draft without wishes. */
  public DemandDraft(
      String uscc,
      long amountFen,
      long termMonths,
      String purpose,
      long maxAnnualRateBp,
      Map<String, String> declared) {
    this(uscc, amountFen, termMonths, purpose, maxAnnualRateBp, declared, Wishes.NONE);
  }

  /** A purpose is a phrase, no letter. */
  static final int MAX_PURPOSE = 100;

  public DemandDraft {
    declared = new TreeMap<>(declared);
  }

  /** What must be changed before it can be posted, in the order of the fields; empty when sound. */
  public List<Problem> problems(AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    if (!Uscc.isWellFormed(uscc)) {
      problems.add(
          new Problem(
              "$.uscc",
              "不是有效的统一社会信用代码，请核对全部18位",
              "not a unified social credit code; check all 18 characters"));
    }
    whole(problems, "$.amountFen", amountFen, AmountRange.MAX_FEN);
    whole(problems, "$.termMonths", termMonths, Terms.MAX_MONTHS);
    if (purpose.isBlank() || purpose.length() > MAX_PURPOSE) {
      String codes =
          Stream.of(Purpose.values()).map(Purpose::code).collect(Collectors.joining(", "));
      problems.add(
          new Problem(
              "$.purpose",
              "请用1至%d个字说明用途，或填写代码之一：%s".formatted(MAX_PURPOSE, codes),
              "say in 1 to %d characters what it is for, or take one of %s"
                  .formatted(MAX_PURPOSE, codes)));
    }
    if (!Rate.isPossible(maxAnnualRateBp)) {
      problems.add(
          new Problem(
              "$.maxAnnualRateBp",
              "须为0至" + Rate.MAX_BP + "的年化基点数",
              "basis points a year, from 0 to " + Rate.MAX_BP));
    }
    declared.forEach((name, text) -> declared(problems, catalogue, name, text));
    wishes(problems);
    return problems;
  }

  private void wishes(List<Problem> problems) {
    for (int i = 0; i < wishes.security().size(); i++) {
      if (SecurityMode.ofCode(wishes.security().get(i)).isEmpty()) {
        String codes =
            Stream.of(SecurityMode.values())
                .map(SecurityMode::code)
                .collect(Collectors.joining(", "));
        problems.add(
            new Problem("$.security[" + i + "]", "担保方式须为：" + codes, "take one of " + codes));
      }
    }
    boolean named =
        wishes.preferredLenders().stream()
            .allMatch(one -> !one.isBlank() && one.length() <= Lender.MAX_ORGANISATION);
    if (!named || wishes.preferredLenders().size() > MOST_LENDERS) {
      problems.add(
          new Problem(
              "$.preferredLenders",
              "最多指定" + MOST_LENDERS + "家机构，填写机构编号",
              "at most " + MOST_LENDERS + " lenders by the code of their organisation"));
    }
    if (!wishes.expiresOn().isEmpty() && expiryOrNull() == null) {
      problems.add(new Problem("$.expiresOn", "须为日期，如 2026-12-31", "a day such as 2026-12-31"));
    }
  }

  /** What is wrong with the last day, which only the day of posting tells; empty when sound. */
  public List<Problem> problemsOn(LocalDate day) {
    LocalDate last = expiryOrNull();
    boolean sound =
        last == null || (!last.isBefore(day) && !last.isAfter(day.plusDays(Demand.MOST_DAYS)));
    return sound
        ? List.of()
        : List.of(
            new Problem(
                "$.expiresOn", "截止日须在今日之后一年之内", "the last day lies within a year from today"));
  }

  private @Nullable LocalDate expiryOrNull() {
    try {
      return wishes.expiresOn().isEmpty() ? null : LocalDate.parse(wishes.expiresOn());
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  /**
   * The demand itself.
   *
   * @throws IllegalArgumentException when {@link #problems} has any; ask it first
   */
  public Demand post(DemandId id, LocalDate postedOn, AttributeCatalogue catalogue) {
    List<Problem> problems = problems(catalogue);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("a demand with problems: " + problems);
    }
    Map<String, Double> values = new TreeMap<>();
    declared.forEach(
        (name, text) -> values.put(name, catalogue.get(name).read(text).orElseThrow()));
    Set<SecurityMode> security =
        wishes.security().stream()
            .flatMap(code -> SecurityMode.ofCode(code).stream())
            .collect(Collectors.toSet());
    LoanRequest request =
        new LoanRequest(
            amountFen, (int) termMonths, Purpose.read(purpose), (int) maxAnnualRateBp, security);
    LocalDate last = expiryOrNull();
    return new Demand(
        id,
        new Uscc(uscc),
        request,
        postedOn,
        values,
        Set.copyOf(wishes.preferredLenders()),
        last == null ? postedOn.plusDays(Demand.USUAL_DAYS) : last,
        null);
  }

  private static void whole(List<Problem> problems, String path, long value, long most) {
    if (value < 1 || value > most) {
      problems.add(new Problem(path, "须为1至" + most + "的整数", "a whole number from 1 to " + most));
    }
  }

  private static void declared(
      List<Problem> problems, AttributeCatalogue catalogue, String name, String text) {
    String path = "$.declared." + name;
    OptionalInt position = catalogue.position(name);
    if (position.isEmpty()
        || catalogue.get(position.getAsInt()).origin() != Attribute.Origin.DECLARED) {
      problems.add(
          new Problem(
              path,
              "不是企业可申报的事项，请删去",
              "not an attribute that an enterprise declares; leave it out"));
      return;
    }
    Attribute attribute = catalogue.get(position.getAsInt());
    OptionalDouble read = attribute.read(text);
    if (read.isEmpty()) {
      problems.add(unreadable(path, attribute));
    } else if (!attribute.possible().contains(read.getAsDouble())) {
      problems.add(impossible(path, attribute));
    } else if (attribute.wholeNumbers() && read.getAsDouble() % 1 != 0) {
      problems.add(new Problem(path, "须为整数", "must be a whole number"));
    }
  }

  private static Problem impossible(String path, Attribute attribute) {
    Text most = ValueText.of(attribute, attribute.possible().to());
    boolean share = attribute.unit() == Unit.RATIO;
    return new Problem(
        path,
        "不应超过" + most.zh() + (share ? "，以小数填写，0.5 即 50%" : "，请核对单位"),
        "not above " + most.en() + (share ? "; 0.5 is 50%" : "; check its unit"));
  }

  private static Problem unreadable(String path, Attribute attribute) {
    Text form =
        switch (attribute.kind()) {
          case FLAG -> new Text("请填写 true 或 false", "write true or false");
          case CODE -> new Text("请填写其代码之一", "write one of its codes");
          case NUMBER ->
              new Text("请填写不小于0的数，如 3 或 0.25", "write a number such as 3 or 0.25, not below 0");
          case DATE -> new Text("该项不能申报", "it cannot be declared");
        };
    return new Problem(path, "无法识别，" + form.zh(), "cannot be read; " + form.en());
  }
}
