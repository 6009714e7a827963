package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A bank's logistic regression on two features, trained and written by the bank's own tools. */
final class BankModel {
  static final List<String> FEATURES = List.of("tax_paid_fen_12m", "tax_rating_class");

  private static final int CHECKS = 50;

  private final SplittableRandom random = new SplittableRandom(20261122);
  private final LibLinearClassificationModel model;

  BankModel() {
    var provenance = new SimpleDataSourceProvenance("made of chance", new LabelFactory());
    List<Example<Label>> examples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double[] row = row();
      boolean bad = row[1] - row[0] / 1e5 + random.nextDouble(-1, 1) > 2;
      examples.add(example(row, bad ? "bad" : "good"));
    }
    model =
        (LibLinearClassificationModel)
            new LibLinearClassificationTrainer(
                    new LinearClassificationType(LinearType.L2R_LR), 1, 0.01)
                .train(new MutableDataset<>(examples, provenance, new LabelFactory()));
  }

  /** Tax in yuan, rating from 1 to 5. */
  private double[] row() {
    return new double[] {random.nextInt(100_000), random.nextInt(1, 6)};
  }

  private static Example<Label> example(double[] row, String label) {
    return new ArrayExample<>(new Label(label), FEATURES.toArray(String[]::new), row);
  }

  /** The exporter takes a softmax of both outcomes' log-odds, which doubles them. */
  private double exported(double[] row) {
    double bad = model.predict(example(row, "good")).getOutputScores().get("bad").getScore();
    return bad * bad / (bad * bad + (1 - bad) * (1 - bad));
  }

  /** Writes the graph, the mapping and the check vectors side by side. */
  Path write(Path folder, double shift) throws IOException {
    Path file = folder.resolve("bank.onnx");
    Files.write(file, model.exportONNXModel("org.xinyidai.test", 1).toByteArray());
    Files.writeString(
        folder.resolve("bank.onnx.mapping.json"),
        """
        {"id": "bank-1", "institution": "某银行", "badColumn": %d, "features": [
          {"feature": "tax_paid_fen_12m", "factor": 0.01, "missing": 0},
          {"feature": "tax_rating_class", "missing": -1}]}
        """
            .formatted(model.getOutputIDInfo().getID(new Label("bad"))));
    StringBuilder csv = new StringBuilder(String.join(",", FEATURES)).append(",expected\n");
    for (int i = 0; i < CHECKS; i++) {
      double[] row = row();
      if (i % 5 == 0) {
        row[0] = 0;
      }
      double bad = exported(row) + shift;
      csv.append(i % 5 == 0 ? "" : row[0]).append(',').append(row[1]);
      csv.append(',').append(Math.min(1, bad)).append('\n');
    }
    Files.writeString(folder.resolve("bank.onnx.checks.csv"), csv);
    return file;
  }
}
