package org.xinyidai.engine.uptake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.FigureSet;
import org.xinyidai.models.uptake.FigureSource;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.Period;
import org.xinyidai.models.uptake.SubjectCube;
import org.xinyidai.models.uptake.SubjectFigure;

/**
 * Tells every figure for one question (口径取数): subjects from the columns, records from the ledger,
 * products from the shelf, decisions of lenders, and what the office entered. Lives as long as the
 * question, so that all its items see the same.
 */
final class PlatformFigures implements FigureSource {
  private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);

  private final Sources sources;
  private final Asked asked;
  private final Scope scope;
  private final MonthlyEntries monthly;
  private final LedgerCounts ledger;
  private final Map<LocalDate, SubjectCube> cubes = new HashMap<>();
  private @Nullable List<Decision> decisions;

  /** Where figures come from. */
  record Sources(SubjectFacts subjects, Shelf shelf, HandFigures hand) {}

  PlatformFigures(
      Sources sources, Asked asked, Scope scope, MonthlyEntries monthly, LedgerCounts ledger) {
    this.sources = sources;
    this.asked = asked;
    this.scope = scope;
    this.monthly = monthly;
    this.ledger = ledger;
  }

  @Override
  public FigureSet on(LocalDate asOf, Period period, Set<Figure> wanted) {
    List<FigureValue> values = new ArrayList<>();
    for (Figure figure : wanted) {
      value(figure, asOf, period).ifPresent(values::add);
    }
    return FigureSet.of(values);
  }

  /** The cube of a day. */
  SubjectCube cube(LocalDate day) {
    return cubes.computeIfAbsent(day, on -> sources.subjects().ask(table -> table.cube(on)));
  }

  /** Every lender that decided anything, in order. */
  List<String> lenders() {
    return decided().stream().map(Decision::lender).distinct().sorted().toList();
  }

  /** Everyone who reported anything, in order. */
  List<String> reporters() {
    return ledger.sources();
  }

  private Optional<FigureValue> value(Figure figure, LocalDate asOf, Period period) {
    if (figure.origin() == Figure.Origin.HAND) {
      Asked on = asked.on(asOf);
      return sources.hand().find(figure, on, period).or(() -> monthly.find(figure, on, period));
    }
    Optional<SubjectFigure> ofSubjects = SubjectFigure.ofId(figure.id());
    long counted =
        ofSubjects.isPresent()
            ? cube(asOf).count(ofSubjects.get(), scope.district())
            : counted(figure.id(), asOf, period);
    return Optional.of(FigureValue.counted(figure, counted));
  }

  private long counted(String id, LocalDate asOf, Period period) {
    YearMonth last = YearMonth.from(asOf);
    YearMonth first =
        period == Period.CUMULATIVE ? FIRST_MONTH : YearMonth.from(period.firstDay(asOf));
    Supplier<ReportCounts> publicity = () -> ledger.publicity(first, last, scope);
    Supplier<ReportCounts> all = () -> ledger.all(first, last, scope);
    return switch (id) {
      case "institutions" -> institutions(asOf);
      case "products" -> offered(asOf).stream().map(LoanProduct::id).distinct().count();
      case "applications_decided" -> decisions(period.firstDay(asOf), asOf, false);
      case "applications_granted" -> decisions(period.firstDay(asOf), asOf, true);
      case "publicity_reported" -> publicity.get().reported();
      case "publicity_conforming" -> publicity.get().conforming();
      case "publicity_timely" -> publicity.get().inTime();
      case "publicity_late" -> publicity.get().late();
      case "records_reported" -> all.get().reported();
      case "records_wrong_or_repeated" -> all.get().wrong() + all.get().repeated();
      case "enterprise_utility_records" -> ledger.utilities(first, last, scope);
      case "codes_wrong" -> codesWrong(asOf);
      case "codes_registered" ->
          codesWrong(asOf) + cube(asOf).count(SubjectFigure.LEGAL_PERSONS, scope.district());
      default -> throw new IllegalArgumentException("nobody counts " + id);
    };
  }

  private long codesWrong(LocalDate asOf) {
    return ledger.codesRefused(YearMonth.from(asOf), scope)
        + cube(asOf).count(SubjectFigure.CODES_GIVEN_TWICE, scope.district());
  }

  private long institutions(LocalDate asOf) {
    return offered(asOf).stream().map(one -> one.lender().organisation()).distinct().count();
  }

  private List<LoanProduct> offered(LocalDate asOf) {
    return sources.shelf().all().stream()
        .filter(product -> sources.shelf().isOffered(product, asOf))
        .toList();
  }

  private long decisions(LocalDate first, LocalDate last, boolean granted) {
    return decided().stream()
        .filter(one -> !one.on().isBefore(first) && !one.on().isAfter(last))
        .filter(one -> !granted || one.granted())
        .filter(one -> one.district().startsWith(scope.district()))
        .filter(one -> scope.lender().isEmpty() || one.lender().equals(scope.lender()))
        .count();
  }

  private List<Decision> decided() {
    List<Decision> known = decisions;
    if (known == null) {
      known = sources.subjects().decisions();
      decisions = known;
    }
    return known;
  }
}
