package org.xinyidai.models.training;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Good and bad as Tribuo's labels (好坏样本标签), and rows as its examples. */
final class Outcome {
  static final String GOOD_NAME = "good";
  static final String BAD_NAME = "bad";
  static final String CONSTANT_NAME = "(constant)";
  static final Label GOOD = new Label(GOOD_NAME);
  static final Label BAD = new Label(BAD_NAME);

  /** Tribuo wants a moment for its data; the data's digest is what tells two sets apart. */
  private static final OffsetDateTime NO_TIME =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private Outcome() {}

  static Label of(boolean bad) {
    return bad ? BAD : GOOD;
  }

  /** What a model says of bad. */
  static double probabilityOfBad(Prediction<Label> prediction) {
    return requireNonNull(prediction.getOutputScores().get(BAD_NAME), BAD_NAME).getScore();
  }

  /** An empty data set that says where its rows come from. */
  static MutableDataset<Label> dataset(String origin) {
    LabelFactory labels = new LabelFactory();
    return new MutableDataset<>(new SimpleDataSourceProvenance(origin, NO_TIME, labels), labels);
  }

  /**
   * A row as an example. A missing value is left out, which Tribuo's trees by XGBoost take as
   * missing; a zero is kept. Every example has a constant that no tree can split on, for Tribuo
   * takes none that is empty.
   */
  static Example<Label> example(boolean bad, String[] names, float[] row) {
    ArrayExample<Label> example = new ArrayExample<>(of(bad));
    for (int i = 0; i < row.length; i++) {
      if (!Float.isNaN(row[i])) {
        example.add(names[i], row[i]);
      }
    }
    example.add(CONSTANT_NAME, 1);
    return example;
  }
}
