package org.xinyidai.connectors.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/**
 * A scorecard as PMML 4.4 (预测模型标记语言): the Scorecard element, whose score is the log-odds of bad,
 * with the check vectors as its ModelVerification. What PMML has no word for (scaling, grades,
 * schema, provenance) stands in extensions.
 */
public final class PmmlWriter {
  static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";
  static final String EXTENSION = "xinyidai.";
  static final String SCORE = "log_odds_of_bad";

  private final XMLStreamWriter xml;
  private final ScoringModel model;
  private final Scorecard card;

  private PmmlWriter(XMLStreamWriter xml, ScoringModel model, Scorecard card) {
    this.xml = xml;
    this.model = model;
    this.card = card;
  }

  /**
   * The file, in UTF-8.
   *
   * @throws UnsuitableModel when the model is no scorecard
   */
  public static byte[] write(ScoringModel model) throws UnsuitableModel {
    if (!(model.body() instanceof Scorecard card)) {
      throw new UnsuitableModel(model.id() + " is no scorecard; export it as json");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
      new PmmlWriter(xml, model, card).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a scorecard cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    start("PMML", "version", "4.4");
    xml.writeDefaultNamespace(NAMESPACE);
    start("Header", "description", "评分卡 " + model.id());
    empty("Application", "name", "xinyidai");
    xml.writeEndElement();
    start("DataDictionary", "numberOfFields", "" + (model.inputs().size() + 1));
    for (ModelInput input : model.inputs()) {
      field(input);
    }
    empty("DataField", "name", SCORE, "optype", "continuous", "dataType", "double");
    xml.writeEndElement();
    scorecard();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void field(ModelInput input) throws XMLStreamException {
    if (input.isCategorical()) {
      start("DataField", "name", input.name(), "optype", "categorical", "dataType", "string");
      for (String category : input.categories()) {
        empty("Value", "value", category);
      }
      xml.writeEndElement();
    } else {
      empty("DataField", "name", input.name(), "optype", "continuous", "dataType", "double");
    }
  }

  private void scorecard() throws XMLStreamException {
    start(
        "Scorecard",
        "modelName",
        model.id(),
        "functionName",
        "regression",
        "initialScore",
        "" + card.intercept(),
        "useReasonCodes",
        "false");
    extension("schemaVersion", "" + model.schemaVersion());
    extension("basePoints", "" + model.scaling().basePoints());
    extension("baseOdds", "" + model.scaling().baseOdds());
    extension("pdo", "" + model.scaling().pdo());
    extension("gradeCeilings", list(model.grades().gradeCeilings()));
    extension("starCeilings", list(model.grades().starCeilings()));
    for (var one : model.provenance().entrySet()) {
      extension("provenance." + one.getKey(), one.getValue());
    }
    start("MiningSchema");
    for (ModelInput input : model.inputs()) {
      empty("MiningField", "name", input.name(), "invalidValueTreatment", "asIs");
    }
    empty("MiningField", "name", SCORE, "usageType", "target");
    xml.writeEndElement();
    start("Characteristics");
    for (Characteristic characteristic : card.characteristics()) {
      characteristic(characteristic);
    }
    xml.writeEndElement();
    verification();
    xml.writeEndElement();
  }

  private void characteristic(Characteristic characteristic) throws XMLStreamException {
    start("Characteristic", "name", characteristic.input().name());
    List<Class<?>> order =
        List.of(
            Missing.class, Special.class, Categories.class, Interval.class, OtherCategories.class);
    for (Class<?> kind : order) {
      for (Bin bin : characteristic.bins()) {
        if (kind.isInstance(bin.range())) {
          start("Attribute", "partialScore", "" + characteristic.coefficient() * bin.woe());
          predicate(characteristic.input(), bin);
          xml.writeEndElement();
        }
      }
    }
    xml.writeEndElement();
  }

  private void predicate(ModelInput input, Bin bin) throws XMLStreamException {
    String field = input.name();
    if (bin.range() instanceof Missing) {
      empty("SimplePredicate", "field", field, "operator", "isMissing");
    } else if (bin.range() instanceof Special special) {
      compare(field, "equal", special.value());
    } else if (bin.range() instanceof Categories group) {
      StringBuilder quoted = new StringBuilder();
      for (int position : group.positions()) {
        quoted.append(quoted.isEmpty() ? "" : " ");
        quoted
            .append('"')
            .append(input.categories().get(position).replace("\"", "\\\""))
            .append('"');
      }
      start("SimpleSetPredicate", "field", field, "booleanOperator", "isIn");
      start("Array", "type", "string", "n", "" + group.positions().size());
      xml.writeCharacters(quoted.toString());
      xml.writeEndElement();
      xml.writeEndElement();
    } else if (bin.range() instanceof Interval interval) {
      interval(field, interval);
    } else {
      empty("True");
    }
  }

  private void interval(String field, Interval interval) throws XMLStreamException {
    boolean from = interval.from() != Double.NEGATIVE_INFINITY;
    boolean below = interval.below() != Double.POSITIVE_INFINITY;
    if (!from && !below) {
      empty("True");
      return;
    }
    if (from && below) {
      start("CompoundPredicate", "booleanOperator", "and");
    }
    if (from) {
      compare(field, "greaterOrEqual", interval.from());
    }
    if (below) {
      compare(field, "lessThan", interval.below());
    }
    if (from && below) {
      xml.writeEndElement();
    }
  }

  private void compare(String field, String operator, double value) throws XMLStreamException {
    empty("SimplePredicate", "field", field, "operator", operator, "value", "" + value);
  }

  /** A missing value is a cell that is not there. */
  private void verification() throws XMLStreamException {
    int fields = model.inputs().size();
    start(
        "ModelVerification",
        "recordCount",
        "" + model.checks().size(),
        "fieldCount",
        "" + (fields + 1));
    start("VerificationFields");
    for (int i = 0; i < fields; i++) {
      empty("VerificationField", "field", model.inputs().get(i).name(), "column", "c" + i);
    }
    empty("VerificationField", "field", SCORE, "column", "score", "precision", "1e-9");
    xml.writeEndElement();
    start("InlineTable");
    for (CheckVector check : model.checks()) {
      start("row");
      for (int i = 0; i < fields; i++) {
        ModelInput input = model.inputs().get(i);
        double value = check.row().get(i);
        if (!Double.isNaN(value)) {
          cell("c" + i, input.isCategorical() ? category(input, value) : "" + value);
        }
      }
      double p = check.probabilityOfDefault();
      cell("score", "" + Math.log(p / (1 - p)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String category(ModelInput input, double code) {
    boolean known = code >= 0 && code < input.categories().size();
    return known ? input.categories().get((int) code) : "(other)";
  }

  private void cell(String name, String value) throws XMLStreamException {
    start(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void extension(String name, String value) throws XMLStreamException {
    empty("Extension", "name", EXTENSION + name, "value", value);
  }

  private static String list(List<Double> values) {
    return String.join(
        " ", values.stream().map(value -> String.format(Locale.ROOT, "%s", value)).toList());
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
