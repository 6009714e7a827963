package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the characteristics of a card (变量筛选): information value, correlation, then forward steps
 * by likelihood with control of the sign.
 */
final class VariableSelection {
  private final CardSettings settings;
  private final double[][] design;
  private final boolean[] bad;
  private final String[] fates;

  private VariableSelection(CardSettings settings, double[][] design, boolean[] bad) {
    this.settings = settings;
    this.design = design;
    this.bad = bad;
    fates = new String[design.length];
  }

  /**
   * @param chosen positions of the columns, in the order of entry
   * @param fates per column, why it is in or out, in a few words
   */
  record Choice(List<Integer> chosen, List<String> fates) {}

  /**
   * @param design weights of evidence, one array per column
   * @param informationValues one per column
   * @param barred per column, whether it may not be chosen whatever it tells
   */
  static Choice choose(
      CardSettings settings,
      double[][] design,
      boolean[] bad,
      double[] informationValues,
      boolean[] barred) {
    VariableSelection selection = new VariableSelection(settings, design, bad);
    List<Integer> chosen = selection.forward(selection.screened(informationValues, barred));
    chosen.forEach(i -> selection.fates[i] = "chosen");
    return new Choice(chosen, Arrays.asList(selection.fates));
  }

  private List<Integer> screened(double[] informationValues, boolean[] barred) {
    List<Integer> kept = new ArrayList<>();
    int[] order =
        IntStream.range(0, design.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -informationValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i : order) {
      if (barred[i]) {
        fates[i] = "only combines others: left to trees";
      } else if (informationValues[i] < settings.leastInformationValue()) {
        fates[i] = "information value too low";
      } else if (kept.stream().anyMatch(k -> isTwin(k, i))) {
        fates[i] = "correlated with a stronger one";
      } else {
        fates[i] = "adds too little";
        kept.add(i);
      }
    }
    return kept;
  }

  private boolean isTwin(int a, int b) {
    return Math.abs(Correlation.of(design[a], design[b])) > settings.greatestCorrelation();
  }

  private List<Integer> forward(List<Integer> candidates) {
    List<Integer> chosen = new ArrayList<>();
    List<Integer> open = new ArrayList<>(candidates);
    LogisticFit fit = fit(chosen);
    while (!open.isEmpty() && chosen.size() < settings.greatestSize()) {
      ScoreTest test = new ScoreTest(columns(chosen), bad, fit, settings.ridge());
      int best = -1;
      double bestGain = settings.leastGain();
      for (int candidate : open) {
        double gain = test.gain(design[candidate]);
        if (gain > bestGain) {
          bestGain = gain;
          best = candidate;
        }
      }
      if (best < 0) {
        break;
      }
      open.remove((Integer) best);
      chosen.add(best);
      fit = fit(chosen);
      while (dropsWrongSigns(chosen, fit)) {
        fit = fit(chosen);
      }
    }
    return chosen;
  }

  /**
   * A characteristic whose coefficient has turned speaks against its own evidence: it goes for
   * good.
   */
  private boolean dropsWrongSigns(List<Integer> chosen, LogisticFit fit) {
    int size = chosen.size();
    for (int i = size - 1; i >= 0; i--) {
      if (fit.coefficients()[i] >= 0) {
        fates[chosen.remove(i)] = "sign turns beside the others";
      }
    }
    return chosen.size() < size;
  }

  private LogisticFit fit(List<Integer> chosen) {
    return LogisticFit.of(columns(chosen), bad, settings.ridge());
  }

  private double[][] columns(List<Integer> chosen) {
    return chosen.stream().map(i -> design[i]).toArray(double[][]::new);
  }
}
