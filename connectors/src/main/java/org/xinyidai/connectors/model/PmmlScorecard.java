package org.xinyidai.connectors.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;

/**
 * The Scorecard element of PMML (PMML评分卡). A partial score becomes a weight of evidence of its
 * negative, with the coefficient minus one, so that it adds up to the bit as before.
 */
final class PmmlScorecard {
  private static final Pattern ARRAY_ITEM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  /** Beyond it no probability can be told from zero or one: such scores are of another unit. */
  private static final double GREATEST_LOG_ODDS = 40;

  private final Map<String, ModelInput> fields;

  /** What a partial score is divided by to be a log-odds of bad, and the score at even odds. */
  private final double factor;

  private final double offset;

  /**
   * @param points how the scores are scaled where they are points; null where they are log-odds
   */
  PmmlScorecard(Map<String, ModelInput> fields, @Nullable Scaling points) {
    this.fields = fields;
    factor = points == null ? 1 : -points.factor();
    offset = points == null ? 0 : points.offset();
  }

  Scorecard read(XmlElement scorecard) throws UnreadableModel {
    List<Characteristic> characteristics = new ArrayList<>();
    for (XmlElement one : scorecard.child("Characteristics").children("Characteristic")) {
      characteristics.add(characteristic(one));
    }
    double initial =
        XmlElement.number(scorecard.attribute("initialScore").orElse("0"), "initialScore");
    Scorecard card = new Scorecard((initial - offset) / factor, characteristics);
    double greatest = greatest(card);
    if (greatest > GREATEST_LOG_ODDS) {
      throw new UnreadableModel(
          "scores up to %.0f are no log-odds of bad; if they are points, declare their scaling"
              .formatted(greatest));
    }
    return card;
  }

  /** How far from even odds the card can go. */
  private static double greatest(Scorecard card) {
    double sum = Math.abs(card.intercept());
    for (Characteristic one : card.characteristics()) {
      sum += one.bins().stream().mapToDouble(bin -> Math.abs(bin.woe())).max().orElse(0);
    }
    return sum;
  }

  private Characteristic characteristic(XmlElement element) throws UnreadableModel {
    List<XmlElement> attributes = element.children("Attribute");
    String name = fieldOf(element);
    ModelInput input = fields.get(name);
    if (input == null) {
      throw new UnreadableModel("no DataField " + name);
    }
    List<Bin> bins = new ArrayList<>();
    List<Double> specials = new ArrayList<>();
    for (XmlElement attribute : attributes) {
      BinRange range = range(input, attribute);
      if (range instanceof Special special) {
        specials.add(special.value());
      }
      bins.add(new Bin(range, 0, 0, -(attribute.number("partialScore") / factor)));
    }
    bins.sort(Comparator.comparingDouble(PmmlScorecard::place));
    return new Characteristic(
        new ModelInput(input.name(), input.categories(), specials), -1, 0, bins);
  }

  /** Intervals rising, then the rest as it came. */
  private static double place(Bin bin) {
    return bin.range() instanceof Interval interval ? interval.from() : Double.POSITIVE_INFINITY;
  }

  /** The one field that all predicates of a characteristic read. */
  private static String fieldOf(XmlElement element) throws UnreadableModel {
    List<String> names = new ArrayList<>();
    collectFields(element, names);
    List<String> distinct = names.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    String name = element.attribute("name").orElse("");
    if (distinct.isEmpty() && !name.isEmpty()) {
      return name;
    }
    throw new UnreadableModel("characteristic " + name + " must read one field: " + distinct);
  }

  private static void collectFields(XmlElement element, List<String> names) {
    element.attribute("field").ifPresent(names::add);
    element.children().forEach(child -> collectFields(child, names));
  }

  private static BinRange range(ModelInput input, XmlElement attribute) throws UnreadableModel {
    for (XmlElement predicate : attribute.children()) {
      Optional<BinRange> range = rangeOf(input, predicate);
      if (range.isPresent()) {
        return range.get();
      }
    }
    throw new UnreadableModel(input.name() + " has an attribute without a known predicate");
  }

  /** Empty for what stands beside the predicate, such as extensions. */
  private static Optional<BinRange> rangeOf(ModelInput input, XmlElement predicate)
      throws UnreadableModel {
    return switch (predicate.name()) {
      case "True" ->
          Optional.of(
              input.isCategorical()
                  ? new OtherCategories()
                  : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
      case "SimplePredicate" -> Optional.of(simple(input, predicate));
      case "SimpleSetPredicate" -> Optional.of(set(input, predicate));
      case "CompoundPredicate" -> Optional.of(compound(predicate));
      default -> Optional.empty();
    };
  }

  private static BinRange simple(ModelInput input, XmlElement predicate) throws UnreadableModel {
    String operator = predicate.text("operator");
    if (operator.equals("isMissing")) {
      return new Missing();
    }
    if (operator.equals("equal") && input.isCategorical()) {
      return new Categories(List.of(position(input, predicate.text("value"))));
    }
    if (operator.equals("equal")) {
      return new Special(predicate.number("value"));
    }
    return new Interval(
        lower(predicate).orElse(Double.NEGATIVE_INFINITY),
        upper(predicate).orElse(Double.POSITIVE_INFINITY));
  }

  private static BinRange compound(XmlElement predicate) throws UnreadableModel {
    if (!predicate.text("booleanOperator").equals("and")) {
      throw new UnreadableModel("of compound predicates only \"and\" is taken");
    }
    double from = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (XmlElement part : predicate.children("SimplePredicate")) {
      from = Math.max(from, lower(part).orElse(from));
      below = Math.min(below, upper(part).orElse(below));
    }
    return new Interval(from, below);
  }

  /** The first value inside; above a value begins at the next double. */
  private static Optional<Double> lower(XmlElement predicate) throws UnreadableModel {
    return switch (predicate.text("operator")) {
      case "greaterOrEqual" -> Optional.of(predicate.number("value"));
      case "greaterThan" -> Optional.of(Math.nextUp(predicate.number("value")));
      case "lessThan", "lessOrEqual" -> Optional.empty();
      default -> throw new UnreadableModel("operator not taken: " + predicate.text("operator"));
    };
  }

  /** The first value outside. */
  private static Optional<Double> upper(XmlElement predicate) throws UnreadableModel {
    return switch (predicate.text("operator")) {
      case "lessThan" -> Optional.of(predicate.number("value"));
      case "lessOrEqual" -> Optional.of(Math.nextUp(predicate.number("value")));
      default -> Optional.empty();
    };
  }

  private static BinRange set(ModelInput input, XmlElement predicate) throws UnreadableModel {
    if (!predicate.text("booleanOperator").equals("isIn") || !input.isCategorical()) {
      throw new UnreadableModel(input.name() + ": of set predicates only isIn is taken");
    }
    List<Integer> positions = new ArrayList<>();
    for (String item : items(predicate.child("Array").text())) {
      positions.add(position(input, item));
    }
    return new Categories(positions);
  }

  /** The items of an Array of text, with or without quotes. */
  static List<String> items(String array) {
    List<String> items = new ArrayList<>();
    Matcher matcher = ARRAY_ITEM.matcher(array);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      items.add(quoted == null ? matcher.group(2) : quoted.replace("\\\"", "\""));
    }
    return items;
  }

  private static int position(ModelInput input, String category) throws UnreadableModel {
    int position = input.categories().indexOf(category);
    if (position < 0) {
      throw new UnreadableModel(input.name() + " has no category " + category);
    }
    return position;
  }
}
