package org.xinyidai.connectors.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.model.UnreadableModel;

/** One operator of the graph (图节点) with its attributes. */
final class Node {
  private final NodeProto proto;
  private final Map<String, AttributeProto> attributes = new HashMap<>();

  Node(NodeProto proto) {
    this.proto = proto;
    proto.getAttributeList().forEach(one -> attributes.put(one.getName(), one));
  }

  String operator() {
    return proto.getOpType();
  }

  List<String> inputs() {
    return proto.getInputList();
  }

  List<String> outputs() {
    return proto.getOutputList();
  }

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  List<Float> floats(String attribute) {
    AttributeProto found = attributes.get(attribute);
    return found == null ? List.of() : found.getFloatsList();
  }

  List<Long> ints(String attribute) {
    AttributeProto found = attributes.get(attribute);
    return found == null ? List.of() : found.getIntsList();
  }

  List<String> strings(String attribute) {
    AttributeProto found = attributes.get(attribute);
    return found == null
        ? List.of()
        : found.getStringsList().stream().map(ByteString::toStringUtf8).toList();
  }

  double number(String attribute, double absent) {
    AttributeProto found = attributes.get(attribute);
    return found == null ? absent : found.getF();
  }

  long integer(String attribute, long absent) {
    AttributeProto found = attributes.get(attribute);
    return found == null ? absent : found.getI();
  }

  String text(String attribute, String absent) {
    AttributeProto found = attributes.get(attribute);
    return found == null ? absent : found.getS().toStringUtf8();
  }

  /** The tensor of a Constant node. */
  Value.Constant tensor() throws UnreadableModel {
    AttributeProto found = attributes.get("value");
    if (found == null) {
      throw new UnreadableModel("a Constant of the graph is no tensor, which is not taken");
    }
    return constant(found.getT());
  }

  static Value.Constant constant(TensorProto tensor) throws UnreadableModel {
    if (tensor.getExternalDataCount() > 0) {
      throw new UnreadableModel("numbers outside of the file are not taken; save the model whole");
    }
    return new Value.Constant(tensor.getDimsList(), numbers(tensor));
  }

  private static List<Double> numbers(TensorProto tensor) throws UnreadableModel {
    List<Double> numbers = new ArrayList<>();
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    switch (tensor.getDataType()) {
      case TensorProto.DataType.FLOAT_VALUE -> {
        tensor.getFloatDataList().forEach(one -> numbers.add((double) one));
        while (raw.remaining() >= Float.BYTES) {
          numbers.add((double) raw.getFloat());
        }
      }
      case TensorProto.DataType.DOUBLE_VALUE -> {
        numbers.addAll(tensor.getDoubleDataList());
        while (raw.remaining() >= Double.BYTES) {
          numbers.add(raw.getDouble());
        }
      }
      case TensorProto.DataType.INT64_VALUE -> {
        tensor.getInt64DataList().forEach(one -> numbers.add((double) one));
        while (raw.remaining() >= Long.BYTES) {
          numbers.add((double) raw.getLong());
        }
      }
      case TensorProto.DataType.INT32_VALUE -> {
        tensor.getInt32DataList().forEach(one -> numbers.add((double) one));
        while (raw.remaining() >= Integer.BYTES) {
          numbers.add((double) raw.getInt());
        }
      }
      default ->
          throw new UnreadableModel(
              "numbers of ONNX type " + tensor.getDataType() + " are not taken; save as floats");
    }
    return numbers;
  }
}
