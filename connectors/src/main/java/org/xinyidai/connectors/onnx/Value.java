package org.xinyidai.connectors.onnx;

import java.util.List;
import java.util.stream.IntStream;

/** What stands on an edge of the graph (图中数值), for any row: known by how it is computed. */
sealed interface Value {
  /** Numbers that are the same for every row, row after row. */
  record Constant(List<Long> shape, List<Double> numbers) implements Value {
    public Constant {
      shape = List.copyOf(shape);
      numbers = List.copyOf(numbers);
    }

    /** The number for a column; a single number stands for all columns. */
    double of(int column) {
      return numbers.get(numbers.size() == 1 ? 0 : column);
    }

    int[] positions() {
      return numbers.stream().mapToInt(Double::intValue).toArray();
    }
  }

  /** Features as they come, shifted, scaled or filled. */
  record Columns(List<Column> columns) implements Value {
    public Columns {
      columns = List.copyOf(columns);
    }
  }

  /** What a model says, one per outcome. */
  record Answers(List<Answer> answers) implements Value {
    public Answers {
      answers = List.copyOf(answers);
    }
  }

  /**
   * One answer.
   *
   * @param logistic whether the logistic function is taken of the margin
   */
  record Answer(Margin margin, boolean logistic) {}

  /** How many columns it has; a constant suits any. */
  default int width() {
    if (this instanceof Columns columns) {
      return columns.columns().size();
    }
    return this instanceof Answers answers ? answers.answers().size() : 0;
  }

  /** Some of its columns. */
  default Value select(int[] positions) {
    if (this instanceof Columns columns) {
      return new Columns(IntStream.of(positions).mapToObj(columns.columns()::get).toList());
    }
    if (this instanceof Answers answers) {
      return new Answers(IntStream.of(positions).mapToObj(answers.answers()::get).toList());
    }
    return this;
  }
}
