package org.xinyidai.connectors.model;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;

/**
 * A model as PMML 4.4 (预测模型标记语言), with the check vectors as its ModelVerification: a card as a
 * Scorecard, whose score is the log-odds of bad or the points, trees as a MiningModel, a regression
 * as a RegressionModel. What PMML has no word for (scaling, grades, schema, provenance) stands in
 * extensions.
 */
public final class PmmlWriter {
  static final String EXTENSION = "xinyidai.";
  static final String LOG_ODDS = "log_odds_of_bad";
  static final String POINTS = "points";
  static final String TARGET = "bad";
  static final String BAD = "1";
  static final String GOOD = "0";

  private final ScoringModel model;
  private final Scorecard card;

  /** The field of the score, and what a log-odds of bad is multiplied by in its unit. */
  private final String score;

  private final double factor;

  private PmmlWriter(ScoringModel model, Scorecard card, boolean points) {
    this.model = model;
    this.card = card;
    score = points ? POINTS : LOG_ODDS;
    factor = points ? -model.scaling().factor() : 1;
  }

  /**
   * The file, in UTF-8; of a scorecard one whose score is the log-odds of bad, to the bit.
   *
   * @throws UnsuitableModel when PMML has no element for the model
   */
  public static byte[] write(ScoringModel model) throws UnsuitableModel {
    if (model.body() instanceof Scorecard card) {
      return new PmmlWriter(model, card, false).document();
    }
    if (model.body() instanceof TreeEnsemble trees) {
      return new PmmlTreesWriter(model, trees).document();
    }
    return regression(model, (LinearModel) model.body());
  }

  /**
   * A scorecard whose score is its points before they are rounded, as lenders' engines want it.
   *
   * @throws UnsuitableModel when the model is no scorecard
   */
  public static byte[] writePoints(ScoringModel model) throws UnsuitableModel {
    if (model.body() instanceof Scorecard card) {
      return new PmmlWriter(model, card, true).document();
    }
    throw new UnsuitableModel(model.id() + " is no scorecard; points stand on scorecards alone");
  }

  private byte[] document() {
    return PmmlXml.document(
        model,
        "double",
        xml -> xml.empty("DataField", "name", score, "optype", "continuous", "dataType", "double"),
        this::scorecard);
  }

  private void scorecard(PmmlXml xml) throws XMLStreamException {
    Scaling scaling = model.scaling();
    double offset = score.equals(POINTS) ? scaling.offset() : 0;
    xml.start(
        "Scorecard",
        "modelName",
        model.id(),
        "functionName",
        "regression",
        "initialScore",
        "" + (offset + factor * card.intercept()),
        "useReasonCodes",
        "false");
    xml.extension("score", score);
    xml.extensions();
    schema(xml, score);
    xml.start("Characteristics");
    for (Characteristic characteristic : card.characteristics()) {
      characteristic(xml, characteristic);
    }
    xml.end();
    xml.verification(
        score,
        p -> offset + factor * Math.log(p / (1 - p)),
        score.equals(POINTS) ? 1e-6 : ScoringModel.LINEAR_TOLERANCE);
    xml.end();
  }

  private void schema(PmmlXml xml, String target) throws XMLStreamException {
    xml.start("MiningSchema");
    for (ModelInput input : model.inputs()) {
      xml.empty("MiningField", "name", input.name(), "invalidValueTreatment", "asIs");
    }
    xml.empty("MiningField", "name", target, "usageType", "target");
    xml.end();
  }

  private void characteristic(PmmlXml xml, Characteristic characteristic)
      throws XMLStreamException {
    xml.start("Characteristic", "name", characteristic.input().name());
    List<Class<?>> order =
        List.of(
            Missing.class, Special.class, Categories.class, Interval.class, OtherCategories.class);
    for (Class<?> kind : order) {
      for (Bin bin : characteristic.bins()) {
        if (kind.isInstance(bin.range())) {
          double effect = characteristic.coefficient() * bin.woe();
          xml.start("Attribute", "partialScore", "" + factor * effect);
          predicate(xml, characteristic.input(), bin);
          xml.end();
        }
      }
    }
    xml.end();
  }

  private static void predicate(PmmlXml xml, ModelInput input, Bin bin) throws XMLStreamException {
    String field = input.name();
    if (bin.range() instanceof Missing) {
      xml.empty("SimplePredicate", "field", field, "operator", "isMissing");
    } else if (bin.range() instanceof Special special) {
      xml.compare(field, "equal", "" + special.value());
    } else if (bin.range() instanceof Categories group) {
      xml.isIn(field, true, group.positions().stream().map(input.categories()::get).toList());
    } else if (bin.range() instanceof Interval interval) {
      interval(xml, field, interval);
    } else {
      xml.empty("True");
    }
  }

  private static void interval(PmmlXml xml, String field, Interval interval)
      throws XMLStreamException {
    boolean from = interval.from() != Double.NEGATIVE_INFINITY;
    boolean below = interval.below() != Double.POSITIVE_INFINITY;
    if (!from && !below) {
      xml.empty("True");
      return;
    }
    if (from && below) {
      xml.start("CompoundPredicate", "booleanOperator", "and");
    }
    if (from) {
      xml.compare(field, "greaterOrEqual", "" + interval.from());
    }
    if (below) {
      xml.compare(field, "lessThan", "" + interval.below());
    }
    if (from && below) {
      xml.end();
    }
  }

  private static byte[] regression(ScoringModel model, LinearModel linear) {
    return PmmlXml.document(
        model,
        "double",
        PmmlWriter::outcome,
        xml -> {
          xml.start(
              "RegressionModel",
              "modelName",
              model.id(),
              "functionName",
              "classification",
              "normalizationMethod",
              "logit");
          xml.extensions();
          xml.start("MiningSchema");
          for (LinearTerm term : linear.terms()) {
            xml.empty(
                "MiningField",
                "name",
                term.input().name(),
                "missingValueReplacement",
                "" + term.neutral());
          }
          xml.empty("MiningField", "name", TARGET, "usageType", "target");
          xml.end();
          xml.start("RegressionTable", "intercept", "" + linear.intercept(), "targetCategory", BAD);
          for (LinearTerm term : linear.terms()) {
            xml.empty(
                "NumericPredictor",
                "name",
                term.input().name(),
                "coefficient",
                "" + term.coefficient());
          }
          xml.end();
          xml.empty("RegressionTable", "intercept", "0", "targetCategory", GOOD);
          xml.verification("probability(1)", p -> p, ScoringModel.LINEAR_TOLERANCE);
          xml.end();
        });
  }

  /** The field of an outcome that is good or bad. */
  static void outcome(PmmlXml xml) throws XMLStreamException {
    xml.start("DataField", "name", TARGET, "optype", "categorical", "dataType", "string");
    xml.empty("Value", "value", BAD);
    xml.empty("Value", "value", GOOD);
    xml.end();
  }
}
