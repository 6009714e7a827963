package org.xinyidai.connectors.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Graphs as the exporters of the usual libraries write them, of chance. */
final class Graphs {
  static final String LEARNING = "ai.onnx.ml";

  private Graphs() {}

  /** A graph on one matrix named {@code X}, whose last node writes {@code label} and another. */
  static byte[] of(int width, String output, List<NodeProto.Builder> nodes) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("made for a test")
            .addInput(matrix("X", width))
            .addOutput(matrix(output, 0));
    nodes.forEach(graph::addNode);
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("test")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(LEARNING).setVersion(2))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static NodeProto.Builder node(String operator, String domain, String input, String... outputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setDomain(domain)
        .addInput(input)
        .addAllOutput(List.of(outputs));
  }

  private static ValueInfoProto matrix(String name, int width) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("N"));
    Dimension.Builder columns = Dimension.newBuilder();
    shape.addDim(width > 0 ? columns.setDimValue(width) : columns.setDimParam("M"));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  static AttributeProto floats(String name, List<Float> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOATS)
        .addAllFloats(values)
        .build();
  }

  static AttributeProto ints(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  static AttributeProto strings(String name, List<String> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRINGS)
        .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** The lists of a classifier's trees, filled tree after tree. */
  static final class Trees {
    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> featureIds = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> whenTrue = new ArrayList<>();
    private final List<Long> whenFalse = new ArrayList<>();
    private final List<Long> tracks = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> leafClasses = new ArrayList<>();
    private final List<Float> leafWeights = new ArrayList<>();
    private final SplittableRandom random;
    private final int width;
    private final String mode;

    Trees(SplittableRandom random, int width, String mode) {
      this.random = random;
      this.width = width;
      this.mode = mode;
    }

    /** Adds a full tree, whose leaves weigh on the given classes. */
    Trees add(int depth, int tree, List<Long> classes, float share) {
      int inner = (1 << depth) - 1;
      for (int i = 0; i < 2 * inner + 1; i++) {
        boolean leaf = i >= inner;
        treeIds.add((long) tree);
        nodeIds.add((long) i);
        featureIds.add(leaf ? 0 : (long) random.nextInt(width));
        values.add(leaf ? 0 : random.nextInt(-300, 300) / 100f);
        modes.add(leaf ? "LEAF" : mode);
        whenTrue.add(leaf ? 0 : 2L * i + 1);
        whenFalse.add(leaf ? 0 : 2L * i + 2);
        tracks.add((long) random.nextInt(2));
        if (leaf) {
          float weight =
              classes.size() == 2 ? random.nextInt(1, 100) / 100f : random.nextInt(-50, 50) / 100f;
          for (long one : classes) {
            leafTrees.add((long) tree);
            leafNodes.add((long) i);
            leafClasses.add(one);
            leafWeights.add(share * (one == 0 && classes.size() == 2 ? 1 - weight : weight));
          }
        }
      }
      return this;
    }

    NodeProto.Builder classifier(String input, String transform) {
      return node("TreeEnsembleClassifier", LEARNING, input, "label", "probabilities")
          .addAttribute(ints("nodes_treeids", treeIds))
          .addAttribute(ints("nodes_nodeids", nodeIds))
          .addAttribute(ints("nodes_featureids", featureIds))
          .addAttribute(floats("nodes_values", values))
          .addAttribute(strings("nodes_modes", modes))
          .addAttribute(ints("nodes_truenodeids", whenTrue))
          .addAttribute(ints("nodes_falsenodeids", whenFalse))
          .addAttribute(ints("nodes_missing_value_tracks_true", tracks))
          .addAttribute(ints("class_treeids", leafTrees))
          .addAttribute(ints("class_nodeids", leafNodes))
          .addAttribute(ints("class_ids", leafClasses))
          .addAttribute(floats("class_weights", leafWeights))
          .addAttribute(ints("classlabels_int64s", List.of(0L, 1L)))
          .addAttribute(text("post_transform", transform));
    }
  }
}
