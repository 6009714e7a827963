package org.xinyidai.connectors.model;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/**
 * A scorecard or a linear model as one SQL query (评分卡SQL): CASE expressions of the standard, for a
 * lender that scores inside its own database. The columns of the table are the names of the inputs;
 * a missing value is NULL, a category is its name.
 */
public final class ModelSql {
  private ModelSql() {}

  /**
   * The query over a table: its columns, then {@code log_odds_of_bad}, {@code
   * probability_of_default} and {@code points}.
   *
   * @param table an identifier, quoted here
   * @throws UnsuitableModel when the model is a tree ensemble
   */
  public static String query(ScoringModel model, String table) throws UnsuitableModel {
    String sum;
    if (model.body() instanceof Scorecard card) {
      sum = sum(card);
    } else if (model.body() instanceof LinearModel linear) {
      sum = sum(linear);
    } else {
      throw new UnsuitableModel(
          model.id() + " is a tree ensemble; SQL takes scorecards and linear models alone");
    }
    Scaling scaling = model.scaling();
    return """
        -- 评分模型 %s: log-odds, probability of default and points
        SELECT scored.*,
          1 / (1 + EXP(-scored.log_odds_of_bad)) AS probability_of_default,
          CAST(FLOOR(%s - %s * scored.log_odds_of_bad + 0.5) AS INTEGER) AS points
        FROM (SELECT t.*,
        %s
          AS log_odds_of_bad
        FROM %s AS t) AS scored
        """
        .formatted(
            model.id(), number(scaling.offset()), number(scaling.factor()), sum, name(table));
  }

  private static String sum(Scorecard card) {
    StringJoiner terms = new StringJoiner("\n  + ", "  ", "");
    terms.add(number(card.intercept()));
    card.characteristics().forEach(one -> terms.add(term(one)));
    return terms.toString();
  }

  private static String sum(LinearModel model) {
    StringJoiner terms = new StringJoiner("\n  + ", "  ", "");
    terms.add(number(model.intercept()));
    for (LinearTerm term : model.terms()) {
      terms.add(
          "%s * COALESCE(t.%s, %s)"
              .formatted(
                  number(term.coefficient()), name(term.input().name()), number(term.neutral())));
    }
    return terms.toString();
  }

  private static String term(Characteristic characteristic) {
    String column = "t." + name(characteristic.input().name());
    StringBuilder sql = new StringBuilder("CASE");
    when(sql, characteristic, Missing.class, column);
    when(sql, characteristic, Special.class, column);
    when(sql, characteristic, Categories.class, column);
    when(sql, characteristic, Interval.class, column);
    List<Bin> others =
        characteristic.bins().stream()
            .filter(bin -> condition(characteristic, bin, "").isEmpty())
            .toList();
    return sql.append(" ELSE ")
        .append(points(characteristic, others.get(0)))
        .append(" END")
        .toString();
  }

  private static void when(
      StringBuilder sql, Characteristic characteristic, Class<?> kind, String column) {
    for (Bin bin : characteristic.bins()) {
      String condition = condition(characteristic, bin, column);
      if (kind.isInstance(bin.range()) && !condition.isEmpty()) {
        sql.append(" WHEN ").append(condition);
        sql.append(" THEN ").append(points(characteristic, bin));
      }
    }
  }

  /** What takes the bin, asked after the bins before it; empty for the bin that takes the rest. */
  private static String condition(Characteristic characteristic, Bin bin, String column) {
    if (bin.range() instanceof Missing) {
      return column + " IS NULL";
    }
    if (bin.range() instanceof Special special) {
      return column + " = " + number(special.value());
    }
    if (bin.range() instanceof Categories group) {
      return group.positions().stream()
          .map(position -> text(characteristic.input().categories().get(position)))
          .collect(Collectors.joining(", ", column + " IN (", ")"));
    }
    if (bin.range() instanceof Interval interval && interval.below() != Double.POSITIVE_INFINITY) {
      return column + " < " + number(interval.below());
    }
    return "";
  }

  private static String points(Characteristic characteristic, Bin bin) {
    return number(characteristic.coefficient() * bin.woe());
  }

  private static String number(double value) {
    return "CAST(" + (value + 0.0) + " AS DOUBLE PRECISION)";
  }

  private static String name(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
