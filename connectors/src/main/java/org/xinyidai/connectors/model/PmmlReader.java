package org.xinyidai.connectors.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelBody;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.ScoringModel;

/**
 * PMML from anywhere (外部PMML模型): a Scorecard whose score is the log-odds of bad or points, a binary
 * logistic RegressionModel, a TreeModel, or a MiningModel of trees. The check vectors are its
 * ModelVerification; without one, others must come beside the file.
 */
public final class PmmlReader {
  private static final List<String> KINDS =
      List.of("Scorecard", "RegressionModel", "MiningModel", "TreeModel");

  private static final String PROBABILITY = "probability(";

  private final String id;
  private final int schemaVersion;
  private final XmlElement model;

  /** How the scores of a Scorecard are scaled where it does not say itself; null for log-odds. */
  private final @Nullable Scaling declared;

  private final Map<String, ModelInput> fields = new LinkedHashMap<>();
  private final Set<String> floats = new HashSet<>();

  private PmmlReader(String id, int schemaVersion, XmlElement model, @Nullable Scaling declared) {
    this.id = id;
    this.schemaVersion = schemaVersion;
    this.model = model;
    this.declared = declared;
  }

  /**
   * Reads a model; whether it may serve is for its check vectors to say.
   *
   * @param id how it shall be called here
   * @param schemaVersion of the features that its fields are named after, where it says none
   * @throws UnreadableModel when it is no PMML, or of a kind that is not taken
   */
  public static ScoringModel read(byte[] file, String id, int schemaVersion)
      throws UnreadableModel {
    return read(file, id, schemaVersion, null);
  }

  /**
   * The same for a Scorecard whose scores are points.
   *
   * @param points how they are scaled; null where they are log-odds, or the file says it
   */
  public static ScoringModel read(
      byte[] file, String id, int schemaVersion, @Nullable Scaling points) throws UnreadableModel {
    XmlElement root = XmlElement.parse(file);
    if (!root.name().equals("PMML")) {
      throw new UnreadableModel("the file is no PMML but " + root.name());
    }
    XmlElement model = modelOf(root);
    try {
      PmmlReader reader = new PmmlReader(id, schemaVersion, model, points);
      reader.readFields(root.child("DataDictionary"));
      return reader.scoringModel();
    } catch (IllegalArgumentException e) {
      throw new UnreadableModel("the model does not hold together: " + e.getMessage(), e);
    }
  }

  private static XmlElement modelOf(XmlElement root) throws UnreadableModel {
    return root.children().stream()
        .filter(one -> KINDS.contains(one.name()))
        .findFirst()
        .orElseThrow(() -> new UnreadableModel("none of " + KINDS + " is there"));
  }

  private void readFields(XmlElement dictionary) {
    for (XmlElement field : dictionary.children("DataField")) {
      String name = field.attribute("name").orElse("");
      List<String> categories =
          field.children("Value").stream()
              .filter(value -> value.attribute("property").orElse("valid").equals("valid"))
              .flatMap(value -> value.attribute("value").stream())
              .toList();
      if (field.attribute("dataType").orElse("").equals("float")) {
        floats.add(name);
      }
      boolean categorical = field.attribute("optype").orElse("").equals("categorical");
      fields.put(
          name, categorical ? ModelInput.categorical(name, categories) : ModelInput.numeric(name));
    }
  }

  private ScoringModel scoringModel() throws UnreadableModel {
    Scaling scaling =
        declared != null
            ? declared
            : new Scaling(
                extension("basePoints", Scaling.STANDARD.basePoints()),
                extension("baseOdds", Scaling.STANDARD.baseOdds()),
                extension("pdo", Scaling.STANDARD.pdo()));
    boolean inPoints =
        declared != null || extension("score").filter(PmmlWriter.POINTS::equals).isPresent();
    ModelBody body = body(inPoints ? scaling : null);
    Map<String, String> provenance = new TreeMap<>();
    for (XmlElement extension : model.children("Extension")) {
      String prefix = PmmlWriter.EXTENSION + "provenance.";
      String name = extension.attribute("name").orElse("");
      if (name.startsWith(prefix)) {
        provenance.put(name.substring(prefix.length()), extension.attribute("value").orElse(""));
      }
    }
    provenance.putIfAbsent("format", "PMML " + model.name());
    return new ScoringModel(
        id,
        (int) extension("schemaVersion", schemaVersion),
        body,
        scaling,
        new GradeScale(
            ceilings("gradeCeilings", GradeScale.STANDARD.gradeCeilings()),
            ceilings("starCeilings", GradeScale.STANDARD.starCeilings())),
        checks(body.inputs(), inPoints ? scaling : null),
        provenance);
  }

  private ModelBody body(@Nullable Scaling points) throws UnreadableModel {
    return switch (model.name()) {
      case "Scorecard" -> new PmmlScorecard(fields, points).read(model);
      case "RegressionModel" -> linear();
      default -> new PmmlTrees(fields, floats, target(), bad()).read(model);
    };
  }

  /** The field that the model predicts; empty where the file does not say. */
  private String target() throws UnreadableModel {
    return model.child("MiningSchema").children("MiningField").stream()
        .filter(field -> List.of("target", "predicted").contains(usage(field)))
        .flatMap(field -> field.attribute("name").stream())
        .findFirst()
        .orElse("");
  }

  private static String usage(XmlElement field) {
    return field.attribute("usageType").orElse("active");
  }

  /** The outcome whose probability the verification tells. */
  private String bad() {
    return model.find("ModelVerification").stream()
        .flatMap(one -> one.find("VerificationFields").stream())
        .flatMap(one -> one.children().stream())
        .flatMap(one -> one.attribute("field").stream())
        .filter(name -> name.startsWith(PROBABILITY) && name.endsWith(")"))
        .map(name -> name.substring(PROBABILITY.length(), name.length() - 1))
        .findFirst()
        .orElse(PmmlWriter.BAD);
  }

  /** The table of the one outcome that is not the yardstick: the other has no predictors. */
  private LinearModel linear() throws UnreadableModel {
    String method = model.attribute("normalizationMethod").orElse("none");
    boolean logistic = method.equals("logit") || method.equals("softmax");
    List<XmlElement> tables = model.children("RegressionTable");
    if (!logistic || tables.isEmpty() || tables.size() > 2) {
      throw new UnreadableModel(
          "a RegressionModel is taken with the normalizationMethod logit and two outcomes");
    }
    XmlElement table = tables.get(0);
    if (tables.size() == 2 && !tables.get(1).children("NumericPredictor").isEmpty()) {
      throw new UnreadableModel("only the first RegressionTable may have predictors");
    }
    if (!table.children("CategoricalPredictor").isEmpty()
        || !table.children("PredictorTerm").isEmpty()) {
      throw new UnreadableModel("a RegressionModel is taken with numeric predictors alone");
    }
    Map<String, Double> replacements = new HashMap<>();
    for (XmlElement field : model.child("MiningSchema").children("MiningField")) {
      Optional<String> replacement = field.attribute("missingValueReplacement");
      if (replacement.isPresent()) {
        replacements.put(
            field.text("name"), XmlElement.number(replacement.get(), "missingValueReplacement"));
      }
    }
    List<LinearTerm> terms = new ArrayList<>();
    for (XmlElement predictor : table.children("NumericPredictor")) {
      String name = predictor.text("name");
      if (!predictor.attribute("exponent").orElse("1").equals("1")) {
        throw new UnreadableModel("predictor " + name + " has an exponent, which is not taken");
      }
      terms.add(
          new LinearTerm(
              ModelInput.numeric(name),
              predictor.number("coefficient"),
              replacements.getOrDefault(name, 0.0)));
    }
    return new LinearModel(table.number("intercept"), terms);
  }

  private double extension(String name, double absent) throws UnreadableModel {
    Optional<String> value = extension(name);
    return value.isEmpty() ? absent : XmlElement.number(value.get(), name);
  }

  private List<Double> ceilings(String name, List<Double> absent) throws UnreadableModel {
    Optional<String> value = extension(name);
    if (value.isEmpty()) {
      return absent;
    }
    List<Double> read = new ArrayList<>();
    for (String one : value.get().split(" ", -1)) {
      read.add(XmlElement.number(one, name));
    }
    return read;
  }

  private Optional<String> extension(String name) {
    return model.children("Extension").stream()
        .filter(one -> one.attribute("name").orElse("").equals(PmmlWriter.EXTENSION + name))
        .flatMap(one -> one.attribute("value").stream())
        .findFirst();
  }

  private List<CheckVector> checks(List<ModelInput> inputs, @Nullable Scaling points)
      throws UnreadableModel {
    Optional<XmlElement> verification = model.find("ModelVerification");
    if (verification.isEmpty()) {
      return List.of();
    }
    Map<String, String> columns = new HashMap<>();
    for (XmlElement field : verification.get().child("VerificationFields").children()) {
      String name = field.text("field");
      columns.put(name, field.attribute("column").orElse(name));
    }
    String target = target();
    List<String> others =
        columns.keySet().stream()
            .filter(name -> !fields.containsKey(name) || name.equals(target))
            .toList();
    if (others.size() != 1) {
      throw new UnreadableModel("ModelVerification must have one field beside the inputs");
    }
    List<CheckVector> checks = new ArrayList<>();
    for (XmlElement row : verification.get().child("InlineTable").children("row")) {
      List<Double> values = new ArrayList<>();
      for (ModelInput input : inputs) {
        Optional<XmlElement> cell = row.find(columns.getOrDefault(input.name(), input.name()));
        values.add(cell.isEmpty() ? Double.NaN : value(input, cell.get().text()));
      }
      String score = row.child(columns.getOrDefault(others.get(0), others.get(0))).text();
      double expected = XmlElement.number(score, others.get(0));
      checks.add(new CheckVector(values, probability(expected, points)));
    }
    return checks;
  }

  private double probability(double answer, @Nullable Scaling points) {
    boolean told =
        model.name().equals("RegressionModel")
            || (!model.name().equals("Scorecard") && PmmlTrees.answersProbability(model));
    if (told) {
      return answer;
    }
    double logOdds = points == null ? answer : (points.offset() - answer) / points.factor();
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double value(ModelInput input, String text) throws UnreadableModel {
    return input.isCategorical() ? input.codeOf(text) : XmlElement.number(text, input.name());
  }
}
