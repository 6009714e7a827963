package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.training.Trainer.Identity;

/** One training of boosted trees or a forest (树模型训练): rounds, calibration, all rows, checks. */
final class TreeTraining {
  private final TrainingSet set;
  private final TreeSettings settings;
  private final Identity identity;

  TreeTraining(TrainingSet set, TreeSettings settings, Identity identity) {
    this.set = set;
    this.settings = settings;
    this.identity = identity;
  }

  TrainedModel run() {
    CrossFittedMargins margins = CrossFittedMargins.of(set, settings, identity.seed());
    TreeColumns columns = TreeColumns.of(set, identity.seed());
    BoostedTrees boosted =
        new BoostedTrees(
            set,
            columns,
            settings,
            new BoostedTrees.Size(margins.bestRounds(), settings.bags()),
            identity.seed());
    Calibration calibration = Calibrating.platt(margins.atBest(), set.labels());
    Optional<CardTrees> card = card(set, settings, identity.seed());
    TreeEnsemble whole = ensemble(columns, boosted, card, calibration);
    List<double[]> rows = List.of(CheckRows.draw(set, identity.seed()));
    double[] expected = boosted.margins(rows.stream().map(row -> treeRow(columns, row)).toList());
    for (int i = 0; i < expected.length && card.isPresent(); i++) {
      double beside = settings.cardShare() * card.get().margin(rows.get(i));
      expected[i] = (1 - settings.cardShare()) * expected[i] + beside;
    }
    TreeEnsemble used = whole.withUsedInputsOnly();
    return new TrainedModel(
        new ScoringModel(
            identity.id(),
            identity.schemaVersion(),
            used,
            settings.scaling(),
            settings.grades(),
            checks(used, rows, expected),
            Provenances.of(set, settings, identity, boosted.provenance())),
        reports(used));
  }

  /** The card that stands beside the trees; empty where the settings give it no share. */
  static Optional<CardTrees> card(TrainingSet set, TreeSettings settings, long seed) {
    if (settings.cardShare() == 0) {
      return Optional.empty();
    }
    CardSettings broad = CardSettings.beside(set.size(), set.bads());
    TrainedModel trained = new CardTraining(set, broad, new Identity("beside", 0, seed)).run();
    Scorecard card = (Scorecard) trained.model().body();
    return Optional.of(new CardTrees(card, trained.positionsIn(set), set.columns().size()));
  }

  private TreeEnsemble ensemble(
      TreeColumns columns,
      BoostedTrees boosted,
      Optional<CardTrees> card,
      Calibration calibration) {
    double share = 1 - settings.cardShare();
    List<TreeInput> treeInputs = new ArrayList<>(columns.inputs());
    List<DecisionTree> trees = new ArrayList<>(boosted.trees(share));
    double base = share * boosted.baseMargin();
    if (card.isPresent()) {
      treeInputs.addAll(card.get().added());
      trees.addAll(card.get().trees(settings.cardShare()));
      base += settings.cardShare() * card.get().intercept();
    }
    List<ModelInput> inputs = set.columns().stream().map(TrainingColumn::input).toList();
    return new TreeEnsemble(inputs, treeInputs, base, trees, calibration);
  }

  private static float[] treeRow(TreeColumns columns, double[] row) {
    float[] treeRow = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      treeRow[i] = columns.inputs().get(i).of(row[i]);
    }
    return treeRow;
  }

  private List<CheckVector> checks(TreeEnsemble used, List<double[]> rows, double[] margins) {
    List<String> names = set.columns().stream().map(TrainingColumn::name).toList();
    int[] positions =
        used.inputs().stream().mapToInt(input -> names.indexOf(input.name())).toArray();
    List<CheckVector> checks = new ArrayList<>();
    for (int i = 0; i < margins.length; i++) {
      double[] row = rows.get(i);
      DoubleStream values = IntStream.of(positions).mapToDouble(position -> row[position]);
      checks.add(
          new CheckVector(values.boxed().toList(), used.calibration().probability(margins[i])));
    }
    return checks;
  }

  private List<ColumnReport> reports(TreeEnsemble used) {
    List<Characteristic> bins =
        new Binner(BinningSettings.forSample(set.size(), set.bads())).bin(set);
    List<String> names = used.inputs().stream().map(ModelInput::name).toList();
    List<String> fates =
        set.columns().stream()
            .map(column -> names.contains(column.name()) ? "chosen" : "no split on it")
            .toList();
    return ColumnReports.of(set, bins, fates);
  }
}
