package org.xinyidai.benchmarks.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.screening.Screen;

/** Questions of five conditions each, of different bounds: districts, industries, age, amounts. */
enum Questions {
  /** About one in eleven meets them. */
  USUAL("usual") {
    @Override
    Screen next(SplittableRandom random) {
      return usual(random, range(SyntheticCity.TAX, Math.exp(9 + 2 * random.nextDouble()), MOST));
    }
  },

  /** Nine in ten meet them. */
  BROAD("nearly everyone") {
    @Override
    Screen next(SplittableRandom random) {
      return new Screen(
          List.of(
              districts(district -> district < SyntheticCity.DISTRICTS - 1),
              range(SyntheticCity.INDUSTRY, 111, 8_500 + random.nextInt(500)),
              range(SyntheticCity.AGE, random.nextInt(2), MOST),
              range(SyntheticCity.SCORE, 340 + random.nextInt(20), MOST),
              range(SyntheticCity.TAX, Math.exp(6.1 + 0.2 * random.nextDouble()), MOST)));
    }
  },

  /** A narrow range of an amount: some ten of a million meet them. */
  NARROW("a narrow range") {
    @Override
    Screen next(SplittableRandom random) {
      double from = Math.exp(12 + 8 * random.nextDouble());
      return usual(random, range(SyntheticCity.TAX, from, from * 1.002));
    }
  },

  /** Each condition is met by about one in ten, all of them by some ten of a million. */
  SCATTERED("one in ten, five times") {
    @Override
    Screen next(SplittableRandom random) {
      int district = 3 + random.nextInt(2);
      double sales = 7 + 14 * random.nextDouble();
      double tax = 7 + 14 * random.nextDouble();
      return new Screen(
          List.of(
              districts(one -> one == district),
              range(SyntheticCity.INDUSTRY, 1_500 + random.nextInt(100), 2_000),
              range(SyntheticCity.AGE, 60 + random.nextInt(10), 90),
              range(SyntheticCity.TAX, Math.exp(tax), Math.exp(tax + 1.8)),
              range(SyntheticCity.SALES, Math.exp(sales), Math.exp(sales + 1.8))));
    }
  },

  /** Only those of the lowest scores meet one of them. */
  AGAINST("against the score") {
    @Override
    Screen next(SplittableRandom random) {
      return usual(random, range(SyntheticCity.AGAINST, 370 + 60 * random.nextDouble(), MOST));
    }
  };

  private static final double MOST = Double.POSITIVE_INFINITY;

  final String title;

  Questions(String title) {
    this.title = title;
  }

  abstract Screen next(SplittableRandom random);

  List<Screen> list(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Screen> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      questions.add(next(random));
    }
    return questions;
  }

  /** Four conditions that differ from question to question, and one more. */
  private static Screen usual(SplittableRandom random, AcceptedSet more) {
    boolean[] wanted = new boolean[SyntheticCity.DISTRICTS];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = random.nextDouble() < 0.5;
    }
    return new Screen(
        List.of(
            districts(district -> wanted[district]),
            range(SyntheticCity.INDUSTRY, 111, 1_800 + random.nextInt(900)),
            range(SyntheticCity.AGE, 24 + random.nextInt(24), MOST),
            more,
            range(SyntheticCity.SALES, Math.exp(10 + random.nextDouble()), Math.exp(21.5))));
  }

  private static AcceptedSet districts(IntPredicate wanted) {
    List<Interval> districts =
        IntStream.range(0, SyntheticCity.DISTRICTS).filter(wanted).mapToObj(Interval::of).toList();
    return new AcceptedSet(SyntheticCity.DISTRICT, districts, false);
  }

  private static AcceptedSet range(int column, double from, double to) {
    return new AcceptedSet(column, List.of(new Interval(from, to)), false);
  }
}
