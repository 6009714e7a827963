package org.xinyidai.connectors.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinyidai.connectors.feedback.FieldType.Day;
import org.xinyidai.connectors.feedback.FieldType.Flag;
import org.xinyidai.connectors.feedback.FieldType.Listed;
import org.xinyidai.connectors.feedback.FieldType.Moment;
import org.xinyidai.connectors.feedback.FieldType.Whole;
import org.xinyidai.connectors.feedback.FieldType.Words;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;

/**
 * The fields of an object of a line (报文结构), the twin of an object in the published schema: a field
 * that is not named here is unknown.
 */
final class Shape {
  /** Ten trillion yuan: no loan is larger, and every JSON reader holds the number exactly. */
  static final long MAX_FEN = 1_000_000_000_000_000L;

  /** A hundred per cent a year, so that a slip of the unit is seen. */
  static final int MAX_RATE_BP = 10_000;

  /** Longer than any term with what comes after it. */
  static final int MAX_OVERDUE_DAYS = 36_500;

  static final int MAX_ID = 120;
  static final int MAX_NUMBER = 80;
  static final int MAX_NAME = 200;

  private static final FieldType ID = new Words(MAX_ID, Words::isId);
  private static final FieldType NUMBER = new Words(MAX_NUMBER, Words::isAny);
  private static final FieldType NAME = new Words(MAX_NAME, Words::isAny);
  private static final FieldType CODE = new Words(18, Words::isAny);
  private static final FieldType FEN = new Whole(0, MAX_FEN);
  private static final FieldType SOME_FEN = new Whole(1, MAX_FEN);

  private static final Set<String> WITHDRAWALS =
      codes(Stream.of(WithdrawalReason.values()).map(WithdrawalReason::code));
  private static final Set<String> DENIALS =
      codes(Stream.of(DenialReason.values()).map(DenialReason::code));

  /** The line as a whole without its parts. */
  static final Shape HEAD =
      new Shape(Set.of("product", "applicationId", "corrects"))
          .with("version", new Whole(FinancingResult.VERSION, FinancingResult.VERSION))
          .with("id", ID)
          .with("kind", listed(Stream.of(ResultKind.values()).map(ResultKind::code)))
          .with("origin", listed(Stream.of(ResultOrigin.values()).map(ResultOrigin::code)))
          .with("occurredAt", new Moment())
          .with("reportedAt", new Moment())
          .with("corrects", ID)
          .with("applicationId", ID);

  /** The parts that are objects, by their fields. */
  static final Map<String, Shape> PARTS = parts();

  /** The code of a refusal or a withdrawal. */
  static final FieldType REASON =
      new Listed(codes(Stream.concat(DENIALS.stream(), WITHDRAWALS.stream())));

  private final Set<String> optional;
  private final Map<String, FieldType> fields = new LinkedHashMap<>();

  private Shape(Set<String> optional) {
    this.optional = Set.copyOf(optional);
  }

  private static Map<String, Shape> parts() {
    Map<String, Shape> parts = new LinkedHashMap<>();
    parts.put("enterprise", new Shape(Set.of()).with("uscc", CODE).with("name", NAME));
    parts.put("institution", new Shape(Set.of()).with("code", CODE).with("name", NAME));
    parts.put(
        "product",
        new Shape(Set.of())
            .with("id", ID)
            .with("version", new Whole(1, Integer.MAX_VALUE))
            .with("name", NAME));
    parts.put(
        "grant",
        new Shape(Set.of())
            .with("number", NUMBER)
            .with("amountFen", SOME_FEN)
            .with("startOn", new Day())
            .with("endOn", new Day())
            .with("guaranteeMode", listed(Stream.of(SecurityMode.values()).map(SecurityMode::code)))
            .with("creditLoan", new Flag())
            .with("firstLoan", new Flag())
            .with("rateBp", new Whole(0, MAX_RATE_BP)));
    parts.put(
        "drawDown",
        new Shape(Set.of())
            .with("number", NUMBER)
            .with("amountFen", SOME_FEN)
            .with("drawnOn", new Day())
            .with("dueOn", new Day()));
    parts.put(
        "standing",
        new Shape(Set.of("fiveClass", "settledOn"))
            .with("balanceFen", FEN)
            .with("fiveClass", listed(Stream.of(FiveClass.values()).map(FiveClass::code)))
            .with("overdueDays", new Whole(0, MAX_OVERDUE_DAYS))
            .with("overdueFen", FEN)
            .with("settledOn", new Day()));
    return Collections.unmodifiableMap(parts);
  }

  private Shape with(String field, FieldType type) {
    fields.put(field, type);
    return this;
  }

  /** Whether a code says that a lender refused. */
  static boolean isDenial(String reason) {
    return DENIALS.contains(reason);
  }

  /** Whether a value can name a result. */
  static boolean isId(JsonNode value) {
    return ID.fault("id", value).isEmpty();
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /**
   * Adds what is wrong with the fields that an object has and has not.
   *
   * @param path before its fields, with a dot at the end, or empty
   */
  void check(String path, JsonNode object, List<ResultFault> faults) {
    fields.forEach(
        (name, type) -> {
          JsonNode value = object.get(name);
          if (value != null) {
            type.fault(path + name, value).ifPresent(faults::add);
          } else if (!optional.contains(name)) {
            faults.add(missing(path + name));
          }
        });
  }

  /** Adds each field that the object must not have. */
  void checkUnknown(String path, JsonNode object, List<ResultFault> faults) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!has(name)) {
                faults.add(unknown(path + name));
              }
            });
  }

  static ResultFault missing(String field) {
    return new ResultFault(field, Code.MISSING, new Text("缺少该项", "this field is missing"));
  }

  static ResultFault unknown(String field) {
    String shown = field.length() > MAX_NAME ? field.substring(0, MAX_NAME) : field;
    return new ResultFault(shown, Code.UNKNOWN_FIELD, new Text("没有该字段", "there is no such field"));
  }

  static Optional<ResultFault> notObject(String field, JsonNode value) {
    return value.isObject()
        ? Optional.empty()
        : Optional.of(
            new ResultFault(field, Code.WRONG_TYPE, new Text("应为对象", "must be an object")));
  }

  private static Listed listed(Stream<String> codes) {
    return new Listed(codes(codes));
  }

  private static Set<String> codes(Stream<String> codes) {
    return codes.collect(Collectors.toUnmodifiableSet());
  }
}
