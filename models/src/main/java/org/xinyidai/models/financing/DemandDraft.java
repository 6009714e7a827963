package org.xinyidai.models.financing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.subject.Uscc;

/**
 * A demand as someone typed it (融资需求草稿), not yet checked.
 *
 * @param purpose in words, or the code of a {@link Purpose}
 * @param maxAnnualRateBp in basis points; {@link Rate#MAX_BP} where no ceiling is set
 * @param declared text by name of a declared attribute: a number, a code, {@code true} or {@code
 *     false}
 */
public record DemandDraft(
    String uscc,
    long amountFen,
    long termMonths,
    String purpose,
    long maxAnnualRateBp,
    Map<String, String> declared) {
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
          new Problem("$.uscc", "not a unified social credit code; check all 18 characters"));
    }
    whole(problems, "$.amountFen", amountFen, AmountRange.MAX_FEN);
    whole(problems, "$.termMonths", termMonths, Terms.MAX_MONTHS);
    if (purpose.isBlank() || purpose.length() > MAX_PURPOSE) {
      String codes =
          Stream.of(Purpose.values()).map(Purpose::code).collect(Collectors.joining(", "));
      problems.add(
          new Problem(
              "$.purpose",
              "say in 1 to %d characters what it is for, or take one of %s"
                  .formatted(MAX_PURPOSE, codes)));
    }
    if (!Rate.isPossible(maxAnnualRateBp)) {
      problems.add(
          new Problem("$.maxAnnualRateBp", "basis points a year, from 0 to " + Rate.MAX_BP));
    }
    declared.forEach((name, text) -> declared(problems, catalogue, name, text));
    return problems;
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
    LoanRequest request =
        new LoanRequest(amountFen, (int) termMonths, Purpose.read(purpose), (int) maxAnnualRateBp);
    return new Demand(id, new Uscc(uscc), request, postedOn, values);
  }

  private static void whole(List<Problem> problems, String path, long value, long most) {
    if (value < 1 || value > most) {
      problems.add(new Problem(path, "a whole number from 1 to " + most));
    }
  }

  private static void declared(
      List<Problem> problems, AttributeCatalogue catalogue, String name, String text) {
    String path = "$.declared." + name;
    OptionalInt position = catalogue.position(name);
    if (position.isEmpty()
        || catalogue.get(position.getAsInt()).origin() != Attribute.Origin.DECLARED) {
      problems.add(new Problem(path, "not an attribute that an enterprise declares; leave it out"));
    } else if (catalogue.get(position.getAsInt()).read(text).isEmpty()) {
      problems.add(
          new Problem(path, "cannot be read; " + form(catalogue.get(position.getAsInt()))));
    }
  }

  private static String form(Attribute attribute) {
    return switch (attribute.kind()) {
      case FLAG -> "write true or false";
      case CODE -> "write one of its codes";
      case NUMBER -> "write a number such as 3 or 0.25, not below 0";
      case DATE -> "it cannot be declared";
    };
  }
}
