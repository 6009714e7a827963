package org.xinyidai.models.explanation;

import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** Values and benchmarks in words (解释用语). */
final class Words {
  private Words() {}

  static Text value(FeatureDefinition feature, double value) {
    return Double.isNaN(value) ? new Text("无数据", "no data") : ValueText.of(feature.unit(), value);
  }

  /** The benchmark, and where the enterprise stands in it. */
  static Text benchmark(FeatureDefinition feature, double value, Benchmark benchmark) {
    PeerFigures peers = benchmark.figures();
    Text median = value(feature, peers.median());
    Text lower = value(feature, peers.lowerQuartile());
    Text upper = value(feature, peers.upperQuartile());
    Text place = place(value, peers);
    String zh =
        "%s%d家的中位数为%s，四分位为%s至%s%s"
            .formatted(
                benchmark.group().title().zh(),
                peers.count(),
                median.zh(),
                lower.zh(),
                upper.zh(),
                place.zh());
    String en =
        "%d %s have a median of %s and quartiles of %s and %s%s"
            .formatted(
                peers.count(),
                benchmark.group().title().en(),
                median.en(),
                lower.en(),
                upper.en(),
                place.en());
    return new Text(zh, en);
  }

  private static Text place(double value, PeerFigures peers) {
    if (Double.isNaN(value)) {
      return new Text("", "");
    }
    if (value < peers.lowerQuartile()) {
      return new Text("，本企业低于四分之三的同类企业", "; three quarters of them have more");
    }
    if (value > peers.upperQuartile()) {
      return new Text("，本企业高于四分之三的同类企业", "; three quarters of them have less");
    }
    return new Text("，本企业居于中间一半", "; this one is in the middle half");
  }
}
