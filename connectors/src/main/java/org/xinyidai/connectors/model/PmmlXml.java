package org.xinyidai.connectors.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;

/** What all PMML files of this program have in common (PMML文件框架), whatever the kind of model. */
final class PmmlXml {
  private static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";

  private final XMLStreamWriter xml;
  private final ScoringModel model;

  private PmmlXml(XMLStreamWriter xml, ScoringModel model) {
    this.xml = xml;
    this.model = model;
  }

  /** A part of the file. */
  interface Part {
    void write(PmmlXml xml) throws XMLStreamException;
  }

  /**
   * The file, in UTF-8.
   *
   * @param number the type of the numeric inputs: double, or float where they are compared as such
   * @param target the field of the answer
   */
  static byte[] document(ScoringModel model, String number, Part target, Part element) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter stream =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
      PmmlXml xml = new PmmlXml(stream, model);
      stream.writeStartDocument(UTF_8.name(), "1.0");
      xml.start("PMML", "version", "4.4");
      stream.writeDefaultNamespace(NAMESPACE);
      xml.start("Header", "description", "评分模型 " + model.id());
      xml.empty("Application", "name", "xinyidai");
      xml.end();
      xml.start("DataDictionary", "numberOfFields", "" + (model.inputs().size() + 1));
      for (ModelInput input : model.inputs()) {
        xml.field(input, number);
      }
      target.write(xml);
      xml.end();
      element.write(xml);
      xml.end();
      stream.writeEndDocument();
      stream.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a model cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void field(ModelInput input, String number) throws XMLStreamException {
    if (input.isCategorical()) {
      start("DataField", "name", input.name(), "optype", "categorical", "dataType", "string");
      for (String category : input.categories()) {
        empty("Value", "value", category);
      }
      end();
    } else {
      empty("DataField", "name", input.name(), "optype", "continuous", "dataType", number);
    }
  }

  /** What PMML has no word for. */
  void extensions() throws XMLStreamException {
    extension("schemaVersion", "" + model.schemaVersion());
    extension("basePoints", "" + model.scaling().basePoints());
    extension("baseOdds", "" + model.scaling().baseOdds());
    extension("pdo", "" + model.scaling().pdo());
    extension("gradeCeilings", list(model.grades().gradeCeilings()));
    extension("starCeilings", list(model.grades().starCeilings()));
    for (var one : model.provenance().entrySet()) {
      extension("provenance." + one.getKey(), one.getValue());
    }
  }

  void extension(String name, String value) throws XMLStreamException {
    empty("Extension", "name", PmmlWriter.EXTENSION + name, "value", value);
  }

  private static String list(List<Double> values) {
    return String.join(
        " ", values.stream().map(value -> String.format(Locale.ROOT, "%s", value)).toList());
  }

  /** The check vectors; a missing value is a cell that is not there. */
  void verification(String field, DoubleUnaryOperator answer, double precision)
      throws XMLStreamException {
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
    empty("VerificationField", "field", field, "column", "score", "precision", "" + precision);
    end();
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
      cell("score", "" + answer.applyAsDouble(check.probabilityOfDefault()));
      end();
    }
    end();
    end();
  }

  private static String category(ModelInput input, double code) {
    boolean known = code >= 0 && code < input.categories().size();
    return known ? input.categories().get((int) code) : "(other)";
  }

  private void cell(String name, String value) throws XMLStreamException {
    start(name);
    text(value);
    end();
  }

  /** A predicate that a field's category is among some, or is not. */
  void isIn(String field, boolean in, List<String> categories) throws XMLStreamException {
    StringBuilder quoted = new StringBuilder();
    for (String category : categories) {
      quoted.append(quoted.isEmpty() ? "" : " ");
      quoted.append('"').append(category.replace("\"", "\\\"")).append('"');
    }
    start("SimpleSetPredicate", "field", field, "booleanOperator", in ? "isIn" : "isNotIn");
    start("Array", "type", "string", "n", "" + categories.size());
    text(quoted.toString());
    end();
    end();
  }

  /** A predicate that compares a field with a number. */
  void compare(String field, String operator, String value) throws XMLStreamException {
    empty("SimplePredicate", "field", field, "operator", operator, "value", value);
  }

  void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  void text(String text) throws XMLStreamException {
    xml.writeCharacters(text);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
