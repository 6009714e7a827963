package org.xinyidai.connectors.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.model.ModelMapping;
import org.xinyidai.connectors.model.UnreadableModel;

/**
 * The graph, walked back from the output that is asked for (计算图). What does not lead there, such as
 * the label that a classifier writes beside its probabilities, is never looked at.
 */
final class Graph {
  /** Exported pipelines have a few dozen. */
  private static final int MOST_NODES = 2_000;

  private final ModelMapping mapping;
  private final GraphProto proto;
  private final Map<String, Node> writers = new HashMap<>();
  private final Map<String, Value> known = new HashMap<>();
  private final Operators operators;

  Graph(GraphProto proto, ModelMapping mapping) throws UnreadableModel {
    this.proto = proto;
    this.mapping = mapping;
    operators = new Operators(mapping.features().size());
    if (proto.getNodeCount() > MOST_NODES) {
      throw new UnreadableModel(
          "the graph has %d nodes; at most %d are taken"
              .formatted(proto.getNodeCount(), MOST_NODES));
    }
    for (TensorProto tensor : proto.getInitializerList()) {
      known.put(tensor.getName(), Node.constant(tensor));
    }
    for (NodeProto one : proto.getNodeList()) {
      Node node = new Node(one);
      node.outputs().forEach(output -> writers.put(output, node));
    }
    placeFeatures();
  }

  /** The features stand on the graph's inputs in their order: one matrix, or a column each. */
  private void placeFeatures() throws UnreadableModel {
    List<ValueInfoProto> inputs =
        proto.getInputList().stream().filter(one -> !known.containsKey(one.getName())).toList();
    int total = mapping.features().size();
    int placed = 0;
    for (ValueInfoProto input : inputs) {
      int width = inputs.size() == 1 ? total : width(input);
      int declared = width(input);
      if ((declared > 0 && declared != width) || width <= 0 || placed + width > total) {
        throw new UnreadableModel(
            "input %s of the graph has %d columns; the mapping names %d features"
                .formatted(input.getName(), declared, total));
      }
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        columns.add(Column.of(placed, mapping.features().get(placed)));
        placed++;
      }
      known.put(input.getName(), new Value.Columns(columns));
    }
    if (placed != total) {
      throw new UnreadableModel(
          "the graph has %d columns; the mapping names %d features".formatted(placed, total));
    }
  }

  /** The last dimension; 0 where the graph leaves it open. */
  private static int width(ValueInfoProto input) {
    var shape = input.getType().getTensorType().getShape();
    return shape.getDimCount() == 0 ? 0 : (int) shape.getDim(shape.getDimCount() - 1).getDimValue();
  }

  /** What the graph says of bad. */
  Value.Answer answer() throws UnreadableModel {
    int outputs = proto.getOutputCount();
    String wanted = mapping.output();
    if (wanted == null && outputs > 0) {
      wanted = proto.getOutput(outputs - 1).getName();
    }
    if (wanted == null || !(known.containsKey(wanted) || writers.containsKey(wanted))) {
      throw new UnreadableModel("the graph has no output " + wanted);
    }
    if (!(value(wanted) instanceof Value.Answers answers)) {
      throw new UnreadableModel("output " + wanted + " is not what a model says");
    }
    int column = answers.width() == 1 ? 0 : 1;
    Integer declared = mapping.badColumn();
    column = declared == null ? column : declared;
    if (column < 0 || column >= answers.width() || answers.width() > 2) {
      throw new UnreadableModel(
          "output %s has %d columns; good and bad are wanted, or bad alone"
              .formatted(wanted, answers.width()));
    }
    return answers.answers().get(column);
  }

  private Value value(String name) throws UnreadableModel {
    Value found = known.get(name);
    if (found != null) {
      return found;
    }
    Node writer = writers.remove(name);
    if (writer == null) {
      throw new UnreadableModel("nothing in the graph computes " + name);
    }
    List<Value> inputs = new ArrayList<>();
    for (String input : writer.inputs()) {
      inputs.add(input.isEmpty() ? Operators.ABSENT : value(input));
    }
    Value computed = operators.apply(writer, writer.outputs().indexOf(name), inputs);
    known.put(name, computed);
    return computed;
  }
}
