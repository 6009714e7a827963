package org.xinyidai.connectors.model;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import org.dmg.pmml.Array;
import org.dmg.pmml.CompoundPredicate;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionTable;
import org.dmg.pmml.scorecard.Attribute;
import org.dmg.pmml.scorecard.Scorecard;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.model.JAXBUtil;
import org.jspecify.annotations.Nullable;

/**
 * PMML as another library reads it, evaluated word for word by the standard; slow. A missing value
 * is a name that the row lacks.
 */
final class OtherReader {
  private final Model model;

  OtherReader(byte[] file) throws Exception {
    PMML pmml = JAXBUtil.unmarshalPMML(new StreamSource(new ByteArrayInputStream(file)));
    model = pmml.getModels().get(0);
  }

  double answer(Map<String, Object> row) {
    return answer(model, row);
  }

  private static double answer(Model model, Map<String, Object> row) {
    if (model instanceof Scorecard card) {
      return score(card, row);
    }
    if (model instanceof RegressionModel regression) {
      return regression(regression, row);
    }
    if (model instanceof TreeModel tree) {
      return score(tree.getNode(), row).doubleValue();
    }
    MiningModel mining = (MiningModel) model;
    List<Segment> segments = mining.getSegmentation().getSegments();
    return switch (mining.getSegmentation().getMultipleModelMethod()) {
      case SUM -> segments.stream().mapToDouble(segment -> answer(segment.getModel(), row)).sum();
      case MODEL_CHAIN -> {
        Map<String, Object> more = new HashMap<>(row);
        Model first = segments.get(0).getModel();
        more.put(first.getOutput().getOutputFields().get(0).getName(), answer(first, row));
        yield answer(segments.get(1).getModel(), more);
      }
      default -> throw new IllegalArgumentException("" + mining.getSegmentation());
    };
  }

  private static double score(Scorecard card, Map<String, Object> row) {
    double sum = card.getInitialScore().doubleValue();
    for (var characteristic : card.getCharacteristics()) {
      Attribute first =
          characteristic.getAttributes().stream()
              .filter(one -> Boolean.TRUE.equals(isTrue(one.getPredicate(), row)))
              .findFirst()
              .orElseThrow();
      sum += first.getPartialScore().doubleValue();
    }
    return sum;
  }

  private static double regression(RegressionModel model, Map<String, Object> row) {
    RegressionTable table = model.getRegressionTables().get(0);
    double sum = table.getIntercept().doubleValue();
    for (var predictor : table.getNumericPredictors()) {
      Object value = row.get(predictor.getField());
      if (value == null) {
        value =
            model.getMiningSchema().getMiningFields().stream()
                .filter(field -> field.getName().equals(predictor.getField()))
                .map(field -> Double.valueOf("" + field.getMissingValueReplacement()))
                .findFirst()
                .orElseThrow();
      }
      sum += predictor.getCoefficient().doubleValue() * (Double) value;
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static Number score(Node node, Map<String, Object> row) {
    if (!node.hasNodes()) {
      return Double.valueOf("" + node.getScore());
    }
    for (Node child : node.getNodes()) {
      Boolean answer = isTrue(child.getPredicate(), row);
      if (answer == null) {
        return score(
            node.getNodes().stream()
                .filter(one -> one.getId().equals(node.getDefaultChild()))
                .findFirst()
                .orElseThrow(),
            row);
      }
      if (answer) {
        return score(child, row);
      }
    }
    throw new IllegalStateException("no child is true");
  }

  /** Null where the value is missing and the predicate cannot say. */
  private static @Nullable Boolean isTrue(Predicate predicate, Map<String, Object> row) {
    if (predicate instanceof SimplePredicate simple) {
      return isTrue(simple, row.get(simple.getField()));
    }
    if (predicate instanceof SimpleSetPredicate set) {
      Object value = row.get(set.getField());
      Array array = set.getArray();
      List<String> items = PmmlScorecard.items("" + array.getValue());
      boolean in = set.getBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_IN;
      return value == null ? null : items.contains(value) == in;
    }
    if (predicate instanceof CompoundPredicate compound) {
      return compound.getPredicates().stream()
          .allMatch(one -> Boolean.TRUE.equals(isTrue(one, row)));
    }
    return true;
  }

  private static @Nullable Boolean isTrue(SimplePredicate simple, @Nullable Object value) {
    if (simple.getOperator() == SimplePredicate.Operator.IS_MISSING) {
      return value == null;
    }
    if (value == null) {
      return null;
    }
    int order = Double.compare((Double) value, Double.parseDouble("" + simple.getValue()));
    return switch (simple.getOperator()) {
      case EQUAL -> order == 0;
      case LESS_THAN -> order < 0;
      case GREATER_OR_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException("" + simple.getOperator());
    };
  }
}
