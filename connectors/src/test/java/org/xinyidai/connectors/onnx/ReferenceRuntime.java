package org.xinyidai.connectors.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.List;
import java.util.Map;

/** The reference runtime of ONNX, asked what a graph says. */
final class ReferenceRuntime {
  private ReferenceRuntime() {}

  /** The last column of an output, per row. */
  static double[] bad(byte[] graph, String output, float[][] rows) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions();
        OrtSession session = environment.createSession(graph, options);
        OnnxTensor input = OnnxTensor.createTensor(environment, rows);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      Object value = result.get(output).orElseThrow().getValue();
      double[] bad = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        bad[i] = last(value, i);
      }
      return bad;
    }
  }

  private static double last(Object value, int row) throws OrtException {
    if (value instanceof float[][] numbers) {
      return numbers[row][numbers[row].length - 1];
    }
    OnnxValue map = (OnnxValue) ((List<?>) value).get(row);
    return (float) ((OnnxMap) map).getValue().get(1L);
  }
}
